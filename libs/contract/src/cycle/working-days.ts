/** Days here are `yyyy-MM-dd` of Vietnam, which has one time (UTC+7) and no summer time. */
const DAY = 24 * 60 * 60 * 1000;
const VIETNAM = 7 * 60 * 60 * 1000;

/** Month and day of the holidays that are the same each year. Source: Bộ luật Lao động 2019, Điều 112. */
const FIXED: Readonly<Record<string, string>> = {
  '01-01': 'Tết Dương lịch',
  '04-30': 'Ngày Chiến thắng',
  '05-01': 'Ngày Quốc tế lao động',
  '09-02': 'Quốc khánh',
};

/** The first day of Tết and the day of the Hùng kings (10/3 by the moon), by the Vietnamese calendar. Beyond it only the fixed days are known. */
const BY_THE_MOON: Readonly<Record<number, { readonly tet: string; readonly hung: string }>> = {
  2025: { tet: '2025-01-29', hung: '2025-04-07' },
  2026: { tet: '2026-02-17', hung: '2026-04-26' },
  2027: { tet: '2027-02-06', hung: '2027-04-16' },
  2028: { tet: '2028-01-26', hung: '2028-04-04' },
  2029: { tet: '2029-02-13', hung: '2029-04-23' },
  2030: { tet: '2030-02-02', hung: '2030-04-12' },
  2031: { tet: '2031-01-23', hung: '2031-04-01' },
  2032: { tet: '2032-02-11', hung: '2032-04-19' },
  2033: { tet: '2033-01-31', hung: '2033-04-09' },
  2034: { tet: '2034-02-19', hung: '2034-04-28' },
  2035: { tet: '2035-02-08', hung: '2035-04-17' },
};

/** Tết lasts from its eve to the fourth day. */
const TET_DAYS = [-1, 0, 1, 2, 3] as const;

/** The last year whose holidays by the moon are known. */
export const LAST_KNOWN_YEAR = Math.max(...Object.keys(BY_THE_MOON).map(Number));

/** The day in Vietnam in which a moment lies. */
export const vietnamDay = (moment: string): string => new Date(Date.parse(moment) + VIETNAM).toISOString().slice(0, 10);

/** The same time of day in Vietnam, on another day. ISO 8601 in UTC. */
export function onDay(moment: string, day: string): string {
  const sinceMidnight = (Date.parse(moment) + VIETNAM) % DAY;
  return new Date(Date.parse(`${day}T00:00:00Z`) + sinceMidnight - VIETNAM).toISOString();
}

export const daysLater = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The same day of the month so many years later; of 29 February, the 28th where there is none. */
export function yearsLater(day: string, years: number): string {
  const [year, rest] = [Number(day.slice(0, 4)) + years, day.slice(5)];
  const candidate = `${year}-${rest}`;
  return new Date(`${candidate}T00:00:00Z`).toISOString().slice(0, 10) === candidate ? candidate : `${year}-02-28`;
}

/** Why nobody works on a day, in Vietnamese words; null on a working day. */
export function restOf(day: string): string | null {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const holiday = FIXED[day.slice(5)] ?? movingHoliday(day);
  if (holiday !== null) {
    return holiday;
  }
  return weekday === 6 ? 'thứ Bảy' : weekday === 0 ? 'Chủ nhật' : null;
}

/** A weekend or a fixed holiday of a year is told for certain; days that the government swaps each year are not known here. */
export const isWorkingDay = (day: string): boolean => restOf(day) === null;

/** The day itself where it is one, else the next. */
export function workingDayFrom(day: string): string {
  return isWorkingDay(day) ? day : workingDayFrom(daysLater(day, 1));
}

function movingHoliday(day: string): string | null {
  const known = BY_THE_MOON[Number(day.slice(0, 4))];
  if (!known) {
    return null;
  }
  if (day === known.hung) {
    return 'Giỗ Tổ Hùng Vương';
  }
  return TET_DAYS.some((after) => daysLater(known.tet, after) === day) ? 'Tết Nguyên đán' : null;
}
