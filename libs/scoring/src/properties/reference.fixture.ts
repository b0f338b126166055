import type { Answer, MeasureAnswer } from '../model/answer';
import type { CriteriaSet, CriterionNode, LeafNode } from '../model/criteria-set';
import type { Measure } from '../model/measure';
import type { AgencyAnswers } from '../model/result';
import type { Band, Rule } from '../model/rule';

/**
 * The method written down once more, as slowly and plainly as the rules read: fractions of whole numbers, no plan, no quick way. Shares
 * nothing with the engine but its types, so that the two can be held against each other.
 */
export type Q = readonly [n: bigint, d: bigint];

const whole = (n: number | bigint): Q => [BigInt(n), 1n];
/** A decimal with at most 4 places. */
export const q = (value: number): Q => {
  const [digits = '', places = ''] = value.toFixed(4).split('.');
  return [BigInt(digits + places), 10_000n];
};
const plus = ([a, b]: Q, [c, d]: Q): Q => [a * d + c * b, b * d];
const minus = (a: Q, [c, d]: Q): Q => plus(a, [-c, d]);
const times = ([a, b]: Q, [c, d]: Q): Q => [a * c, b * d];
const over = ([a, b]: Q, [c, d]: Q): Q => (c < 0n ? [-a * d, -b * c] : [a * d, b * c]);
export const less = ([a, b]: Q, [c, d]: Q): boolean => a * d < c * b;
export const same = (a: Q, b: Q): boolean => !less(a, b) && !less(b, a);
const min = (a: Q, b: Q): Q => (less(b, a) ? b : a);
const max = (a: Q, b: Q): Q => (less(a, b) ? b : a);
const ZERO = whole(0);

/** Half up, for values from 0 up. */
export function roundTo([n, d]: Q, decimals: number): Q {
  const scale = 10n ** BigInt(decimals);
  const scaled = n * scale;
  const floor = scaled / d;
  return [(scaled - floor * d) * 2n >= d ? floor + 1n : floor, scale];
}

export const asNumber = ([n, d]: Q, decimals: number): number => {
  const [rounded, scale] = roundTo([n, d], decimals);
  const digits = String(rounded).padStart(decimals + 1, '0');
  return decimals === 0 ? Number(rounded) : Number(
    `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`,
  ) || Number(rounded) / Number(scale);
};

export function measured(measure: Measure, answer: Answer): Q {
  const given = answer as unknown as Record<string, number>;
  const field = (name: string) => q(given[name] as number);
  if (measure.type === 'ratio') return over(times(whole(100), field('numerator')), field('denominator'));
  if (measure.type === 'number') return field('value');
  return over(times(whole(100), minus(field('current'), field('previous'))), field('previous'));
}

const holds = ({ from, above, upTo, below }: Band, v: Q): boolean =>
  (from === undefined || !less(v, q(from))) &&
  (above === undefined || less(q(above), v)) &&
  (upTo === undefined || !less(q(upTo), v)) &&
  (below === undefined || less(v, q(below)));

function bandPoints(band: Band, v: Q, full: Q): Q {
  if ('points' in band) return q(band.points);
  if ('proportional' in band) return max(ZERO, times(min(whole(1), over(v, whole(100))), full));
  const [low, high] = [q((band.from ?? band.above) as number), q((band.upTo ?? band.below) as number)];
  const [from, to] = [q(band.linear.from), q(band.linear.to)];
  return plus(from, times(over(minus(v, low), minus(high, low)), minus(to, from)));
}

const sumOf = (values: readonly Q[]): Q => values.reduce(plus, ZERO);

/** Exact points of a rule before rounding. */
export function rulePoints(rule: Rule, full: Q, answer: Answer, best: Q | null): Q {
  const given = answer as unknown as Readonly<Record<string, Readonly<Record<string, number>>>>;
  switch (rule.kind) {
    case 'choice':
      return q(rule.options.find(({ id }) => id === (answer as { choice: string }).choice)?.points as number);
    case 'checklist': {
      const ticked = rule.items.filter(({ id }) => (answer as { checked: readonly string[] }).checked.includes(id));
      if (rule.award === 'all') return ticked.length === rule.items.length ? full : ZERO;
      return min(full, sumOf(ticked.map(({ points }) => q(points))));
    }
    case 'proportional': {
      const v = measured(rule.measure, answer);
      if (rule.zeroBelow !== undefined && less(v, q(rule.zeroBelow))) return ZERO;
      return max(ZERO, times(min(whole(1), over(v, q(rule.target ?? 100))), full));
    }
    case 'bands': {
      const v = measured(rule.measure, answer);
      return bandPoints(rule.bands.find((band) => holds(band, v)) as Band, v, full);
    }
    case 'tally': {
      const each = rule.items.map(({ id, points, cap }) => {
        const amount = times(whole(given['counts']?.[id] ?? 0), q(points));
        return cap === undefined ? amount : min(amount, q(cap));
      });
      return rule.start === 'zero' ? min(full, sumOf(each)) : max(ZERO, minus(full, sumOf(each)));
    }
    case 'survey': {
      if ('percent' in answer) return over(times(q(answer.percent), full), whole(100));
      const counts = rule.options.map(({ id, percent }) => ({ count: whole(given['responses']?.[id] ?? 0), percent: q(percent) }));
      const mean = over(sumOf(counts.map(({ count, percent }) => times(count, percent))), sumOf(counts.map(({ count }) => count)));
      return over(times(mean, full), whole(100));
    }
    case 'direct':
      return q((answer as { points: number }).points);
    case 'bestOf':
      return Object.entries((answer as { cases: Readonly<Record<string, Answer>> }).cases)
        .map(([id, inner]) => rulePoints(rule.cases.find((it) => it.id === id)?.rule as Rule, full, inner, best))
        .reduce(max);
    case 'relative':
      return best === null || !less(ZERO, best) ? ZERO : max(ZERO, times(over(measured(rule.measure, answer), best), full));
  }
}

export interface Gained {
  readonly points: Q;
  readonly max: Q;
}
type Nodes = Map<string, Gained | null>;

const leavesOf = (node: CriterionNode): readonly LeafNode[] => ('rule' in node ? [node] : node.children.flatMap(leavesOf));
const isExempt = (code: string, { exempt = [] }: AgencyAnswers): boolean => exempt.some((it) => code === it || code.startsWith(`${it}.`));

/** The best v at each `relative` leaf. */
function bestsOf(set: CriteriaSet, agencies: readonly AgencyAnswers[]): ReadonlyMap<string, Q> {
  const bests = new Map<string, Q>();
  for (const { code, rule } of set.criteria.flatMap(leavesOf)) {
    if (rule.kind !== 'relative') continue;
    for (const agency of agencies) {
      const answer = agency.answers[code];
      if (answer === undefined || isExempt(code, agency) || 'awarded' in answer || 'notApplicable' in answer) continue;
      const v = measured(rule.measure, answer as MeasureAnswer);
      bests.set(code, max(bests.get(code) ?? v, v));
    }
  }
  return bests;
}

function leafGained(leaf: LeafNode, set: CriteriaSet, agency: AgencyAnswers, best: Q | null): Gained | null {
  const full = q(leaf.max);
  const answer = agency.answers[leaf.code];
  const gained = (points: Q): Gained => ({ points: roundTo(points, set.rounding?.points ?? 4), max: full });
  if (isExempt(leaf.code, agency)) return null;
  if (answer === undefined) return leaf.source === 'survey' && set.withoutSurvey === 'exclude' ? null : gained(ZERO);
  if ('awarded' in answer) return gained(q(answer.awarded));
  if ('notApplicable' in answer) return leaf.whenNotApplicable === 'full' ? gained(full) : null;
  return gained(rulePoints(leaf.rule, full, answer, best));
}

function nodeGained(node: CriterionNode, leafOf: (leaf: LeafNode) => Gained | null, nodes: Nodes): Gained | null {
  nodes.set(node.code, null);
  const own = 'rule' in node ? leafOf(node) : combined(
    node.combine ?? 'sum',
    q(node.max),
    node.children.map((child) => nodeGained(child, leafOf, nodes)),
  );
  nodes.set(node.code, own);
  return own;
}

function combined(combine: 'sum' | 'all' | 'best', full: Q, children: readonly (Gained | null)[]): Gained | null {
  const applicable = children.filter((child) => child !== null);
  if (applicable.length === 0) return null;
  if (combine === 'all') return { points: applicable.every(({ points, max: of }) => same(points, of)) ? full : ZERO, max: full };
  if (combine === 'best') return { points: applicable.map(({ points }) => points).reduce(max), max: full };
  return { points: min(full, sumOf(applicable.map(({ points }) => points))), max: min(full, sumOf(applicable.map((it) => it.max))) };
}

export interface ReferenceResult {
  readonly nodes: Nodes;
  readonly points: Q;
  readonly applicableMax: Q;
  readonly bonus: Q;
  readonly penalty: Q;
  /** Within 0…100, not rounded. */
  readonly index: Q;
  readonly rank: number;
}

export function referenceResults(set: CriteriaSet, agencies: readonly AgencyAnswers[]): readonly ReferenceResult[] {
  const bests = bestsOf(set, agencies);
  const results = agencies.map((agency) => {
    const nodes: Nodes = new Map();
    const tops = set.criteria.map((node) => ({
      section: node.section ?? 'scored',
      gained: nodeGained(node, (leaf) => leafGained(leaf, set, agency, bests.get(leaf.code) ?? null), nodes),
    }));
    const sumIn = (section: string, part: 'points' | 'max') => sumOf(
      tops.filter((top) => top.section === section).map(({ gained }) => gained?.[part] ?? ZERO),
    );
    const [points, applicableMax, bonus, penalty] = [
      sumIn('scored', 'points'),
      sumIn('scored', 'max'),
      sumIn('bonus', 'points'),
      sumIn('penalty', 'points'),
    ];
    const net = minus(plus(points, bonus), penalty);
    const index = same(applicableMax, ZERO) ? ZERO : min(whole(100), max(ZERO, over(times(whole(100), net), applicableMax)));
    return { nodes, points, applicableMax, bonus, penalty, index };
  });
  return results.map((own) => ({ ...own, rank: 1 + results.filter((other) => isBefore(other, own, set)).length }));
}

type Ranked = Omit<ReferenceResult, 'rank'>;

function isBefore(a: Ranked, b: Ranked, set: CriteriaSet): boolean {
  const places = set.rounding?.index ?? 2;
  const index = (result: Ranked): Q => (set.ranking?.by === 'rounded' ? roundTo(result.index, places) : result.index);
  const share = (result: Ranked, code: string): Q => {
    const gained = result.nodes.get(code) ?? null;
    return gained === null || same(gained.max, ZERO) ? ZERO : over(gained.points, gained.max);
  };
  const ties = (set.ranking?.tieBreak ?? []).map((code): readonly [Q, Q] => [share(a, code), share(b, code)]);
  const pairs: readonly (readonly [Q, Q])[] = [[index(a), index(b)], ...ties];
  const decisive = pairs.find(([left, right]) => !same(left, right));
  return decisive !== undefined && less(decisive[1], decisive[0]);
}
