const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How a deadline stands: what a countdown says, and whether it is urgent. */
export interface Remaining {
  readonly words: string;
  readonly state: 'calm' | 'soon' | 'late';
}

/** Under two days is soon. Whole units, rounded down: nobody is promised more time than there is. */
export function remainingUntil(deadline: string, now: number): Remaining {
  const left = Date.parse(deadline) - now;
  if (left < 0) {
    return { words: $localize`quá hạn ${lengthInWords(-left)}:length:`, state: 'late' };
  }
  return { words: $localize`còn ${lengthInWords(left)}:length:`, state: left < 2 * DAY ? 'soon' : 'calm' };
}

/** «3 ngày», «5 giờ», «12 phút»: the largest unit of which there is at least one. */
export function lengthInWords(milliseconds: number): string {
  if (milliseconds >= DAY) {
    return $localize`${Math.floor(milliseconds / DAY)}:count: ngày`;
  }
  if (milliseconds >= HOUR) {
    return $localize`${Math.floor(milliseconds / HOUR)}:count: giờ`;
  }
  return $localize`${Math.max(1, Math.floor(milliseconds / MINUTE))}:count: phút`;
}
