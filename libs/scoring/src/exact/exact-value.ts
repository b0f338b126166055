import type { ExactValue } from '../model/trace';
import { DECIMALS, numberOf } from './decimal';
import { type Fraction, fraction } from './fraction';
import { roundHalfUp } from './rounding';

export const exactValueOf = (value: Fraction): ExactValue => ({ numerator: `${value.n}`, denominator: `${value.d}` });

/** Throws where `value` is not two whole numbers in text, the second one positive. */
export function fractionOf(value: ExactValue): Fraction {
  const denominator = BigInt(value.denominator);
  if (denominator <= 0n) throw new RangeError('The denominator of an exact value must be positive');
  return fraction(BigInt(value.numerator), denominator);
}

/** A value that has at most 4 decimals, as a number. It must not be negative. */
export const plainNumber = (value: Fraction): number => numberOf(roundHalfUp(value, DECIMALS));
