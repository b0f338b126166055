import { checkCount, checkFieldNames, countFields, isFields, ownField } from '../answer/fields';
import { below } from '../answer/pointer';
import { refusal } from '../answer/refusal';
import { unitsOf } from '../exact/decimal';
import { plainNumber } from '../exact/exact-value';
import { decimal, type Fraction, greatest, least, multiply, subtract, ZERO } from '../exact/fraction';
import { addPoints } from '../exact/points';
import { QUICK_LIMIT } from '../exact/rounding';
import type { TallyAnswer } from '../model/answer';
import type { Finding } from '../model/finding';
import type { TallyItem, TallyRule } from '../model/rule';
import type { RuleKindOf } from './rule-kind';

/** Each item counts n × points, at most `cap`; added up to max from zero, or deducted from max down to 0. */
export const tally: RuleKindOf<TallyRule, TallyAnswer> = {
  check({ rule }, answer, at) {
    const names = checkFieldNames(answer, ['counts'], at);
    return names.length > 0 ? names : checkCounts(rule.items, answer['counts'], { field: 'counts', at: below(at, 'counts') });
  },

  work({ rule: { start, items }, max }, { counts }) {
    const counted = items
      .map((item) => ({ item, count: (ownField(counts, item.id) as number | undefined) ?? 0 }))
      .filter(({ count }) => count > 0)
      .map(({ item, count }) => itemStep(item, count));
    const total = addPoints(counted.map(({ amount }) => amount));
    const points = start === 'zero' ? least(decimal(total), decimal(max)) : greatest(subtract(decimal(max), decimal(total)), ZERO);
    return { points, steps: [...counted, { step: 'tally-total', start, total, result: plainNumber(points) }] };
  },

  quick({ rule: { start, items }, max }) {
    const rates = new Map(items.map((item) => [item.id, rateOf(item)]));
    const most = unitsOf(max);
    return (answer) => {
      const { counts } = answer as Partial<TallyAnswer>;
      if (!isFields(counts) || countFields(answer) !== 1) return NaN;
      const total = totalOf(rates, counts);
      return start === 'zero' ? Math.min(most, total) : Math.max(0, most - total);
    };
  },
};

/** Refuses unknown ids and counts that are not whole numbers from 0 up. */
export function checkCounts(
  known: readonly { readonly id: string }[],
  counts: unknown,
  place: { readonly field: string; readonly at: string },
): readonly Finding[] {
  if (!isFields(counts)) return [refusal('answer.wrong-type', place.at, { field: place.field, expected: 'object' })];
  return Object.entries(counts).flatMap(([id, count]) => {
    const at = below(place.at, id);
    return known.some((item) => item.id === id) ? checkCount(count, id, at) : [refusal('answer.unknown-id', at, { id })];
  });
}

function itemStep({ id, label, points, cap }: TallyItem, count: number) {
  const full: Fraction = multiply(decimal(count), decimal(points));
  const amount = plainNumber(cap === undefined ? full : least(full, decimal(cap)));
  return { step: 'tally-item', id, label, count, each: points, cap: cap ?? null, amount } as const;
}

interface Rate {
  readonly each: number;
  readonly cap: number;
}

const rateOf = ({ points, cap }: TallyItem): Rate => ({ each: unitsOf(points), cap: cap === undefined ? Infinity : unitsOf(cap) });

/** NaN on an unknown id, on what is no count, and beyond what a double holds. */
function totalOf(rates: ReadonlyMap<string, Rate>, counts: TallyAnswer['counts']): number {
  let total = 0;
  for (const id in counts) {
    const rate = rates.get(id);
    const count = counts[id];
    if (rate === undefined || typeof count !== 'number' || !(count >= 0) || Math.floor(count) !== count) return NaN;
    const full = count * rate.each;
    if (full > QUICK_LIMIT) return NaN;
    total += Math.min(rate.cap, full);
  }
  return total <= QUICK_LIMIT ? total : NaN;
}
