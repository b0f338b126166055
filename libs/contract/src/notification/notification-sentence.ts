import type { NotificationParts } from './notification.api';
import type { NotificationKind } from './notification.workflow';

export interface NotificationWords {
  /** What happened, in one line: also the subject of its mail. */
  readonly title: string;
  /** What is to be done or known, or an empty text. */
  readonly detail: string;
}

/** What one language says of each kind. */
export type NotificationSentences = Readonly<Record<NotificationKind, (parts: NotificationParts) => NotificationWords>>;

/** Begun with a capital letter. */
export const begun = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** The parts that there are, one after the other. */
export const joined = (parts: readonly string[]): string => parts.filter(Boolean).join(' ');

/** Ends with a full stop, unless it ends otherwise already. */
export const ended = (sentence: string): string => `${sentence}${/[.!?]$/.test(sentence) ? '' : '.'}`;

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** «15/12/2026 17:00», in the time of Việt Nam. */
export function momentInWords(moment: string): string {
  const { day, month, year, hour, minute } = Object.fromEntries(MOMENT.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return `${day}/${month}/${year} ${hour}:${minute}`;
}
