import type { AgencyAnswers } from '@par-index/scoring';

/** The fields of all answers of the bench set. */
interface Given {
  readonly choice: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly responses: Readonly<Record<string, number>>;
  readonly checked: readonly string[];
}

const UNIT = 10_000;
const rounded = (n: number, d: number): number => Math.floor((2 * n + d) / (2 * d));

/** One leaf, by its place among the ten of a field, in 1/10 000 points. */
function unitsAt(place: number, given: Given): number {
  const { numerator: n, denominator: d } = given;
  switch (place) {
    case 0:
      return given.choice === 'kip-thoi' ? UNIT : given.choice === 'cham' ? 5000 : 0;
    case 2:
      return 100 * n < 40 * d ? 0 : Math.min(UNIT, rounded(100 * n * UNIT, 80 * d));
    case 3:
      return 100 * n >= 95 * d ? UNIT : 100 * n >= 80 * d ? 7500 : 100 * n >= 50 * d ? rounded(n * UNIT, d) : 0;
    case 4:
      return Math.max(0, UNIT - 2500 * (given.counts['cham'] as number) - 1000 * (given.counts['thieu'] as number));
    case 5:
      return surveyUnits(given.responses as Readonly<Record<'A' | 'B' | 'C' | 'D', number>>);
    case 6:
      return 2500 * given.checked.length;
    case 7:
      return given.choice === 'dat' ? UNIT : 0;
    case 9:
      return Math.min(UNIT, 5000 * (given.counts['sang-kien'] as number) + 500 * (given.counts['tin-bai'] as number));
    default:
      return rounded(n * UNIT, d);
  }
}

function surveyUnits({ A, B, C, D }: Readonly<Record<'A' | 'B' | 'C' | 'D', number>>): number {
  return rounded((100 * A + 60 * B + 20 * C) * UNIT, 100 * (A + B + C + D));
}

interface IndexesAndRanks {
  readonly indexes: Float64Array;
  readonly ranks: Uint32Array;
}

/**
 * What a person would write by hand for the bench set and no other: whole numbers, no checks, no tree, no exclusions. Gives indexes in
 * 1/100 percent and ranks.
 */
export function integerLoop(codes: readonly string[], agencies: readonly AgencyAnswers[]): IndexesAndRanks {
  const totals = new Float64Array(agencies.length);
  for (let agency = 0; agency < agencies.length; agency += 1) {
    const answers = (agencies[agency] as AgencyAnswers).answers as unknown as Readonly<Record<string, Given>>;
    let total = 0;
    for (let leaf = 0; leaf < codes.length; leaf += 1) total += unitsAt(leaf % 10, answers[codes[leaf] as string] as Given);
    totals[agency] = total;
  }
  return { indexes: totals.map((total) => rounded(10_000 * total, codes.length * UNIT)), ranks: ranksOf(totals) };
}

function ranksOf(totals: Float64Array): Uint32Array {
  const order = Array.from(totals.keys()).sort((a, b) => (totals[b] as number) - (totals[a] as number));
  const ranks = new Uint32Array(totals.length);
  order.forEach((agency, position) => {
    const previous = order[position - 1];
    ranks[agency] = previous !== undefined && totals[previous] === totals[agency] ? (ranks[previous] as number) : position + 1;
  });
  return ranks;
}
