import type { Measure, MeasureAnswer } from '@par-index/scoring';
import type { Random } from './random';

/** An answer whose measure comes out as close to `aim` as whole counts allow (a tenth where the measure is a number). */
export function measuredAnswer(measure: Measure, aim: number, random: Random): MeasureAnswer {
  if (measure.type === 'ratio') {
    const denominator = random.whole(4, 40) * 25;
    const most = Math.floor(((measure.max ?? 100) * denominator) / 100);
    return { numerator: Math.min(most, Math.max(0, Math.round((aim * denominator) / 100))), denominator };
  }
  if (measure.type === 'growth') {
    const previous = random.whole(10, 80) * 50;
    return { current: Math.max(0, Math.round((previous * (100 + aim)) / 100)), previous };
  }
  return { value: Math.min(measure.max ?? Infinity, Math.max(measure.min ?? 0, wholeOrTenth(measure.unit, aim))) };
}

/** Days, meetings and units are counted; scores have a decimal. */
function wholeOrTenth(unit: string, value: number): number {
  return unit.startsWith('điểm') ? Math.round(value * 10) / 10 : Math.round(value);
}
