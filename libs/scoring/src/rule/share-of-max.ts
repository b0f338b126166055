import { compare, decimal, divide, type Fraction, least, multiply, ONE, ZERO } from '../exact/fraction';
import { exactValueOf } from '../exact/exact-value';
import type { TraceStep } from '../model/trace';
import type { Worked } from './rule-kind';

/** `min(1, v / target) × max`, at least 0, with its steps. `target` must be positive. */
export function shareOfTarget(value: Fraction, target: number, max: number): Worked {
  if (value.n < 0n) return { points: ZERO, steps: [{ step: 'negative-value', value: exactValueOf(value) }] };
  const full = decimal(target);
  const share = least(ONE, divide(value, full));
  const reached = compare(value, full) >= 0;
  const first: TraceStep = { step: 'share-of-target', value: exactValueOf(value), target, share: exactValueOf(share), reached };
  const { points, step } = timesMax(share, max);
  return { points, steps: [first, step] };
}

/** `share × max`, with its step. */
export function timesMax(share: Fraction, max: number): { readonly points: Fraction; readonly step: TraceStep } {
  const points = multiply(share, decimal(max));
  return { points, step: { step: 'times-max', share: exactValueOf(share), max, result: exactValueOf(points) } };
}
