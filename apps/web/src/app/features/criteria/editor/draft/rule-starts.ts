import type { RuleKind } from '@par-index/scoring';
import { type Fields, isFields, listOf } from './fields';

const RATIO: Fields = { type: 'ratio', numerator: '', denominator: '' };
const FIGURE: Fields = { type: 'number', label: '', unit: '' };

const passOrFail = (max: number): readonly Fields[] => [
  { id: 'muc-1', label: 'Đạt', points: max },
  { id: 'muc-2', label: 'Không đạt', points: 0 },
];

const SATISFACTION: readonly (readonly [string, number])[] = [
  ['Rất hài lòng', 100],
  ['Hài lòng', 75],
  ['Bình thường', 50],
  ['Không hài lòng', 25],
  ['Rất không hài lòng', 0],
];

/** What a rule of each kind begins with: as much as stands in most decisions, blanks where only the writer knows. */
const STARTS: Readonly<Record<RuleKind, (max: number) => Fields>> = {
  choice: (max) => ({ kind: 'choice', options: passOrFail(max) }),
  checklist: () => ({ kind: 'checklist', items: [{ id: 'muc-1', label: '', points: 0 }, { id: 'muc-2', label: '', points: 0 }], award: 'sum' }),
  proportional: () => ({ kind: 'proportional', measure: RATIO }),
  bands: (max) => ({ kind: 'bands', measure: RATIO, bands: [{ from: 80, points: max }, { below: 80, points: 0 }] }),
  tally: () => ({ kind: 'tally', start: 'max', items: [{ id: 'muc-1', label: '', points: 0 }] }),
  survey: () => ({ kind: 'survey', options: SATISFACTION.map(([label, percent], place) => ({ id: `muc-${place + 1}`, label, percent })) }),
  direct: () => ({ kind: 'direct' }),
  bestOf: (max) => ({
    kind: 'bestOf',
    cases: [1, 2].map((number) => ({ id: `truong-hop-${number}`, label: '', rule: { kind: 'choice', options: passOrFail(max) } })),
  }),
  relative: () => ({ kind: 'relative', measure: FIGURE }),
};

/** A rule of another kind; a measure, or lines that both kinds have, come with it. */
export function startRule(kind: RuleKind, max: number, before: Fields | null = null): Fields {
  const start = STARTS[kind](max);
  const measure = before?.['measure'];
  const lines = linesOf(before);
  if ('measure' in start && isFields(measure)) {
    return { ...start, measure };
  }
  const name = kind === 'choice' ? 'options' : 'items';
  const takesLines = (kind === 'choice' || kind === 'checklist' || kind === 'tally') && lines.length > 0;
  return takesLines ? { ...start, [name]: lines } : start;
}

/** Lines that say what they are worth. */
function linesOf(rule: Fields | null): readonly Fields[] {
  const lines = rule === null ? [] : [...listOf(rule, 'options'), ...listOf(rule, 'items')];
  const plain = lines.map(({ id, label, points }) => ({ id, label, points }));
  return plain.some(({ points }) => points === undefined) ? [] : plain;
}

/** An `id` that no line has yet. */
export function nextId(lines: readonly Fields[], word: string): string {
  const taken = new Set(lines.map((line) => line['id']));
  let number = lines.length + 1;
  while (taken.has(`${word}-${number}`)) {
    number += 1;
  }
  return `${word}-${number}`;
}
