import { percentOf } from '../exact/percent';
import { EXCLUDED, type Sheet } from '../totals/sheet';
import type { Plan } from '../tree/plan';
import { compareQuotients } from './compare-quotients';

/** What an agency is ranked by, as pairs of numerator and denominator: the index first, then each node that breaks a tie. */
export type RankKey = Float64Array;

export function rankKeyOf(plan: Plan, sheet: Sheet): RankKey {
  const key = new Float64Array(2 + 2 * plan.tieBreak.length);
  setIndex(key, plan, sheet);
  plan.tieBreak.forEach((place, level) => {
    const units = sheet.units[place] as number;
    setQuotient(key, level + 1, units === EXCLUDED ? 0 : units, sheet.max[place] as number);
  });
  return key;
}

function setIndex(key: RankKey, { rankBy, indexDecimals }: Plan, sheet: Sheet): void {
  if (rankBy === 'exact') setQuotient(key, 0, sheet.net, sheet.applicableMax);
  else setQuotient(key, 0, Math.round(percentOf(sheet.net, sheet.applicableMax, indexDecimals) * 10 ** indexDecimals), 1);
}

/** A share of nothing is 0 of 1: where there is no maximum there are no points either. */
function setQuotient(key: RankKey, level: number, n: number, d: number): void {
  key[2 * level] = n;
  key[2 * level + 1] = d === 0 ? 1 : d;
}

/** Below 0 where `a` ranks before `b`, 0 where they share a rank. */
export function compareRankKeys(a: RankKey, b: RankKey): number {
  for (let at = 0; at < a.length; at += 2) {
    const order = compareQuotients(b[at] as number, b[at + 1] as number, a[at] as number, a[at + 1] as number);
    if (order !== 0) return order;
  }
  return 0;
}
