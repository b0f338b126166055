import { SCALE } from './decimal';
import { type Fraction, fraction, multiply } from './fraction';
import { QUICK_LIMIT, unitsPerStep } from './rounding';

/** A measured value as a quotient of two whole numbers, filled in again for each answer so that nothing is allocated. */
export interface Quotient {
  n: number;
  d: number;
}

/** Points as a straight line over the value: `(slope × v + offset) / divisor` grid steps, kept within 0…`cap` steps. */
export interface Line {
  readonly slope: number;
  readonly offset: number;
  readonly divisor: number;
  readonly cap: number;
  readonly unitsPerStep: number;
}

/** `points = slope × v + offset`, kept within 0…`max`, on a grid of `decimals` decimals. */
export function lineOf(slope: Fraction, offset: Fraction, grid: { readonly max: Fraction; readonly decimals: number }): Line {
  const steps = fraction(10n ** BigInt(grid.decimals));
  const [perValue, constant] = [multiply(slope, steps), multiply(offset, steps)];
  return {
    slope: Number(perValue.n * constant.d),
    offset: Number(constant.n * perValue.d),
    divisor: Number(perValue.d * constant.d),
    cap: Number(multiply(grid.max, steps).n),
    unitsPerStep: unitsPerStep(grid.decimals),
  };
}

/** The line's points at `v`, rounded half up, in units; NaN where a double could not hold every step. */
export function lineAt(line: Line, v: Quotient): number {
  const rise = v.n * line.slope;
  const base = v.d * line.offset;
  if (!(Math.max(Math.abs(rise), Math.abs(base)) <= QUICK_LIMIT)) return NaN;
  const height = rise + base;
  if (height <= 0) return 0;
  // quickRoundHalfUp, written out: handed to a function, numbers of this size would be put on the heap.
  const d = v.d * line.divisor;
  if (!(2 * height + 3 * d <= QUICK_LIMIT)) return NaN;
  return Math.min(line.cap, Math.floor((2 * height + d) / (2 * d))) * line.unitsPerStep;
}

/** Below 0, 0 or above 0 as `v` is below, equal to or above an edge given in units; NaN where a double could not say. */
export function compareToEdge(v: Quotient, edgeUnits: number): number {
  const left = v.n * SCALE;
  const right = v.d * edgeUnits;
  return Math.max(Math.abs(left), Math.abs(right)) <= QUICK_LIMIT ? left - right : NaN;
}
