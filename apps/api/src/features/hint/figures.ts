import type { Answer, Measure, Rule } from '@par-index/scoring';

/** A figure that an answer states, under the words that the set gives it. */
export interface StatedFigure {
  readonly label: string;
  readonly value: number;
}

/** The numerators, denominators, numbers and counts of an answer, those of its cases among them. */
export function statedFigures(rule: Rule, answer: Answer): readonly StatedFigure[] {
  if (rule.kind === 'bestOf') {
    return 'cases' in answer ? rule.cases.flatMap((one) => ofCase(one.rule, answer.cases[one.id])) : [];
  }
  if (rule.kind === 'tally') {
    return 'counts' in answer ? rule.items.flatMap(({ id, label }) => ofLabel(label, answer.counts[id])) : [];
  }
  return 'measure' in rule ? ofMeasure(rule.measure, answer) : [];
}

/** The ratio of an answer; null where the rule has none, or the answer does not state it. */
export function statedRatio(rule: Rule, answer: Answer): { readonly numerator: number; readonly denominator: number } | null {
  const isRatio = 'measure' in rule && rule.measure.type === 'ratio';
  return isRatio && 'numerator' in answer && answer.denominator > 0 ? { numerator: answer.numerator, denominator: answer.denominator } : null;
}

/** Every figure is compared with every other, and the labels are those of the sets: each is folded once. */
const LABELS = new Map<string, string>();
const MOST_LABELS = 20_000;

/** Labels that say the same: capitals, spaces, punctuation and «tổng» apart. */
export function sameLabel(label: string): string {
  const known = LABELS.get(label) ?? folded(label);
  if (LABELS.size < MOST_LABELS) {
    LABELS.set(label, known);
  }
  return known;
}

function folded(label: string): string {
  const words = label.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}%]+/gu, ' ').trim();
  return words.replace(/^tổng (?=số )/u, '').replace(/^tổng /u, 'số ');
}

const ofCase = (rule: Rule, answer: Answer | undefined): readonly StatedFigure[] => (answer ? statedFigures(rule, answer) : []);

const ofLabel = (label: string, value: number | undefined): readonly StatedFigure[] => (value === undefined ? [] : [{ label, value }]);

function ofMeasure(measure: Measure, answer: Answer): readonly StatedFigure[] {
  if (measure.type === 'ratio') {
    return 'numerator' in answer ? [{ label: measure.numerator, value: answer.numerator }, { label: measure.denominator, value: answer.denominator }] : [];
  }
  if (measure.type === 'growth') {
    return 'current' in answer ? [{ label: measure.current, value: answer.current }, { label: measure.previous, value: answer.previous }] : [];
  }
  return 'value' in answer ? [{ label: measure.label, value: answer.value }] : [];
}
