import type { Answer, Band, BandsRule, Measure, PointsOption, Rule, RuleKind, TallyItem } from '@par-index/scoring';
import { measuredAnswer } from './measured-answer';
import type { Random } from './random';

type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;
type Author<K extends RuleKind> = (rule: RuleOf<K>, max: number, quality: number, random: Random) => Answer;

const AUTHORS: { readonly [K in RuleKind]: Author<K> } = {
  choice: (rule, _, quality, random) => ({ choice: ranked(rule.options, quality, random).id }),
  checklist: (rule, _, quality, random) => ({ checked: rule.items.filter(() => random.chance(0.35 + 0.65 * quality)).map(({ id }) => id) }),
  proportional: (rule, _, quality, random) => measuredAnswer(rule.measure, proportionalAim(rule, quality, random), random),
  bands: (rule, max, quality, random) => bandsAnswer(rule, max, quality, random),
  tally: (rule, max, quality, random) => ({ counts: Object.fromEntries(rule.items.map((item) => [item.id, tallyCount(rule.start, item, { max, quality, random })])) }),
  survey: (rule, _, quality, random) => surveyAnswer(rule, quality, random),
  direct: (rule, max, quality, random) => ({ points: stepped(rule, max, quality, random) }),
  bestOf: (rule, max, quality, random) => {
    const chosen = random.pick(rule.cases);
    return { cases: { [chosen.id]: demoAnswer(chosen.rule, max, quality, random) } };
  },
  relative: (rule, _, quality, random) => measuredAnswer(rule.measure, 5 + 60 * quality * random.next(), random),
};

/**
 * A believable answer to a rule. `quality` (0…1) is how well the agency does: it shifts the odds and never decides alone,
 * so that no two agencies are alike and each has its weak spots.
 */
export function demoAnswer(rule: Rule, max: number, quality: number, random: Random): Answer {
  const author = AUTHORS[rule.kind] as Author<RuleKind>;
  return author(rule, max, quality, random);
}

/** The best option with probability about `quality`, the next one after it, and so on. */
function ranked(options: readonly PointsOption[], quality: number, random: Random): PointsOption {
  const best = [...options].sort((a, b) => b.points - a.points);
  return best.find(() => random.chance(0.25 + 0.72 * quality)) ?? best[best.length - 1] ?? random.pick(options);
}

/** Most agencies are close to the target; the weaker ones fall below the line where nothing is given. */
function proportionalAim(rule: RuleOf<'proportional'>, quality: number, random: Random): number {
  const target = rule.target ?? 100;
  const low = Math.min(target, rule.zeroBelow ?? target * 0.4);
  if (rule.measure.type === 'number') {
    return target * (0.55 + 0.42 * quality * random.next() + 0.03);
  }
  if (random.chance(0.08 * (1.3 - quality))) {
    return low * (0.8 + 0.2 * random.next());
  }
  return low + (target - low) * Math.min(1, quality * (0.55 + 0.6 * random.next()) + 0.1);
}

function bandsAnswer(rule: BandsRule, max: number, quality: number, random: Random): Answer {
  const best = [...rule.bands].sort((a, b) => worth(b, max) - worth(a, max));
  const band = best.find(() => random.chance(0.2 + 0.72 * quality)) ?? best[0];
  return measuredAnswer(rule.measure, within(band ?? {}, rule.measure, random), random);
}

function worth(band: Band, max: number): number {
  if ('points' in band) {
    return band.points;
  }
  return 'linear' in band ? Math.max(band.linear.from, band.linear.to) : max;
}

function within(band: Partial<Band>, measure: Measure, random: Random): number {
  const wide = measure.type === 'number' ? 12 : measure.type === 'growth' ? 15 : 30;
  const floor = measure.type === 'growth' ? -40 : 0;
  const ceiling = measure.type === 'ratio' ? (measure.max ?? 100) : Infinity;
  const low = band.from ?? band.above ?? Math.max(floor, (band.upTo ?? band.below ?? wide) - wide);
  const high = Math.min(ceiling, band.upTo ?? band.below ?? low + wide);
  return low + (high - low) * (0.1 + 0.8 * random.next());
}

interface Circumstances {
  readonly max: number;
  readonly quality: number;
  readonly random: Random;
}

function tallyCount(start: 'zero' | 'max', item: TallyItem, { max, quality, random }: Circumstances): number {
  const most = Math.max(1, Math.min(6, Math.ceil((item.cap ?? max) / Math.max(item.points, 0.01))));
  if (start === 'max') {
    return random.chance(0.85 - 0.7 * quality) ? random.whole(1, Math.min(2, most)) : 0;
  }
  return Math.round(most * quality * random.next());
}

/** Forty to a hundred and twenty people asked; the better the agency, the more of them among the upper options. */
function surveyAnswer(rule: RuleOf<'survey'>, quality: number, random: Random): Answer {
  const best = [...rule.options].sort((a, b) => b.percent - a.percent);
  let left = random.whole(40, 120);
  const responses = best.map(({ id }, at) => {
    const share = at === best.length - 1 ? left : Math.round(left * (0.35 + 0.4 * quality + 0.15 * random.next()));
    left -= share;
    return [id, share] as const;
  });
  return { responses: Object.fromEntries(responses) };
}

function stepped(rule: RuleOf<'direct'>, max: number, quality: number, random: Random): number {
  const step = rule.step ?? 0.25;
  const most = Math.floor((max - (rule.min ?? 0)) / step);
  return (rule.min ?? 0) + step * Math.round(most * Math.min(1, quality * (0.7 + 0.5 * random.next())));
}
