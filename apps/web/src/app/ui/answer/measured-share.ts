import type { Measure } from '@par-index/scoring';
import { numberInWords } from '../format/number-words';
import { fieldValueOf } from './field-value';
import type { TextsDraft } from './texts-draft';

const SCALE = 10_000n;

/** «96,69 %»: the value of a ratio or a growth while it is typed, rounded half up to two decimals; null while it has none. */
export function shareInWords(measure: Measure, draft: TextsDraft): string | null {
  if (measure.type === 'number') {
    return null;
  }
  const numberOf = (key: string) => fieldValueOf(draft[key] ?? '');
  const [over, under] = measure.type === 'ratio' ? [numberOf('numerator'), numberOf('denominator')] : [numberOf('current'), numberOf('previous')];
  if (typeof over !== 'number' || typeof under !== 'number' || under <= 0) {
    return null;
  }
  const part = scaled(over) - (measure.type === 'growth' ? scaled(under) : 0n);
  return `${hundredths(part * SCALE, scaled(under))} %`;
}

function scaled(value: number): bigint {
  const [whole = '0', fraction = ''] = value.toFixed(4).split('.');
  return BigInt(whole + fraction);
}

/** `part / whole`, in hundredths of a unit, rounded half up. */
function hundredths(part: bigint, whole: bigint): string {
  const doubled = 2n * part + whole;
  const divisor = 2n * whole;
  const steps = doubled / divisor - (doubled < 0n && doubled % divisor !== 0n ? 1n : 0n);
  return numberInWords(Number(steps) / 100, 2);
}
