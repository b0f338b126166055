import { restOf, workingDayFrom } from '@par-index/contract';

/** When a criterion says that something had to be there by, as far as its words name a day. */
export interface StatedDeadline {
  /** As the words have it; yyyy-MM-dd. */
  readonly day: string;
  /** The day by which it counts: the next working day where that one is none (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
  readonly lastDay: string;
  /** Why it was moved, «Chủ nhật»; null where it was not. */
  readonly moved: string | null;
}

const DATED = /(?<words>chậm nhất(?: là)?(?: vào)?|hạn cuối(?: là)?|không muộn hơn|trước)(?: hết)?(?: ngày)? (?<day>\d{1,2})[/.-](?<month>\d{1,2})(?:[/.-](?<year>\d{4}))?/iu;

const DAY = 24 * 60 * 60 * 1000;

/** The first day that a criterion's words name as a limit; a day without a year is of the assessed one. «Trước» a day is the day before. Null where none is named. */
export function statedDeadline(words: string, assessedYear: number): StatedDeadline | null {
  const found = DATED.exec(words.normalize('NFC'))?.groups;
  const named = found && calendarDay(Number(found['year'] ?? assessedYear), Number(found['month']), Number(found['day']));
  if (!found || !named) {
    return null;
  }
  const day = found['words']?.toLocaleLowerCase('vi') === 'trước' ? dayBefore(named) : named;
  return { day, lastDay: workingDayFrom(day), moved: restOf(day) };
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
