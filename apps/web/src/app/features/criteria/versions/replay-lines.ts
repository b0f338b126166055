import { comparePoints, subtractPoints } from '@par-index/scoring';
import type { ReplayRow } from '@par-index/contract';
import { matchesSearch } from '../../../ui/format/fold-accents';
import { numberInWords } from '../../../ui/format/number-words';

export interface ReplayFilter {
  readonly only: 'all' | 'moved';
  readonly search: string;
}

export const moves = ({ before, after }: ReplayRow): boolean => before.index !== after.index || before.rank !== after.rank || before.points !== after.points;

export function shownRows(rows: readonly ReplayRow[], { only, search }: ReplayFilter): readonly ReplayRow[] {
  return rows.filter((row) => (only === 'all' || moves(row) || row.leaves.length > 0) && matchesSearch(`${row.agency.name} ${row.agency.shortName}`, search));
}

/** Places won: from 5 to 3 is 2. */
export const placesWon = ({ before, after }: ReplayRow): number => before.rank - after.rank;

export const indexMoved = ({ before, after }: ReplayRow): number => subtractPoints(after.index, before.index);

/** «+1,5», «−0,25», «0». */
export function signed(value: number): string {
  return comparePoints(value, 0) > 0 ? `+${numberInWords(value)}` : numberInWords(value);
}

/** «tăng 2 bậc», «giảm 1 bậc», «giữ nguyên». */
export function placesInWords(row: ReplayRow): string {
  const won = placesWon(row);
  if (won === 0) {
    return $localize`giữ nguyên`;
  }
  return won > 0 ? $localize`tăng ${won}:places: bậc` : $localize`giảm ${-won}:places: bậc`;
}

/** Why an agency stands where it does, though no criterion gives it other points. */
export function quietReason({ before, after }: ReplayRow): string {
  if (before.points !== after.points || before.index !== after.index) {
    return $localize`Không tiêu chí nào đổi điểm; chỉ số đổi vì quy tắc chung của bộ (phần điểm, làm tròn, khi không có khảo sát).`;
  }
  return before.rank === after.rank ? $localize`Điểm của cơ quan này không đổi.` : $localize`Điểm của cơ quan này không đổi; hạng đổi vì cơ quan khác hoặc vì cách xếp hạng của bộ.`;
}
