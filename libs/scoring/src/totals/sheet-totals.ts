import { percentOf } from '../exact/percent';
import { pointsOf } from '../exact/rounding';
import type { AgencyResult } from '../model/result';
import type { Plan } from '../tree/plan';
import type { Sheet } from './sheet';

type Totals = Pick<AgencyResult, 'points' | 'applicableMax' | 'bonus' | 'penalty' | 'index'>;

/** The sums of a sheet as points, and its index. */
export function sheetTotals({ indexDecimals }: Plan, sheet: Sheet): Totals {
  return {
    points: pointsOf(sheet.points),
    applicableMax: pointsOf(sheet.applicableMax),
    bonus: pointsOf(sheet.bonus),
    penalty: pointsOf(sheet.penalty),
    index: percentOf(sheet.net, sheet.applicableMax, indexDecimals),
  };
}
