import type { ResultSummary } from '@par-index/contract';
import { addPoints, type CriteriaSet } from '@par-index/scoring';

interface Ranked {
  readonly index: number;
  readonly grade: string | null;
}

const UNITS = 10_000;

/** Counts and the mean over the rows of one ranking; grades in the set's order, those that nobody has with 0. */
export function summaryOf(set: Pick<CriteriaSet, 'rounding' | 'grades'>, rows: readonly Ranked[]): ResultSummary {
  const indices = rows.map(({ index }) => index);
  return {
    count: rows.length,
    highest: indices.length === 0 ? null : Math.max(...indices),
    lowest: indices.length === 0 ? null : Math.min(...indices),
    mean: indices.length === 0 ? null : meanOf(indices, set.rounding?.index ?? 2),
    grades: (set.grades ?? []).map(({ name }) => ({ name, count: rows.filter(({ grade }) => grade === name).length })),
  };
}

/** Rounded once, half up, in whole numbers. */
function meanOf(indices: readonly number[], decimals: number): number {
  const sum = BigInt(Math.round(addPoints(indices) * UNITS));
  const divisor = BigInt(indices.length) * BigInt(UNITS / 10 ** decimals);
  return Number((2n * sum + divisor) / (2n * divisor)) / 10 ** decimals;
}
