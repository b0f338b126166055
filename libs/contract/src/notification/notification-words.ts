import type { NotificationParts } from './notification.api';
import { begun, type NotificationSentences, type NotificationWords } from './notification-sentence';
import { ENGLISH } from './notification-words-en';
import { VIETNAMESE } from './notification-words-vi';
import type { NotificationDelivery, NotificationKind } from './notification.workflow';

export type { NotificationWords } from './notification-sentence';

/** The languages in which the server and the browser can say what happened. Mails are Vietnamese. */
export const NOTIFICATION_LANGUAGES = ['vi', 'en'] as const;
export type NotificationLanguage = (typeof NOTIFICATION_LANGUAGES)[number];

/** The kinds by name, where one chooses how to be told. */
export const NOTIFICATION_KIND_WORDS: Readonly<Record<NotificationLanguage, Readonly<Record<NotificationKind, string>>>> = {
  vi: {
    'phase-opened': 'Mở giai đoạn mới',
    'assessment-sent': 'Hồ sơ được trình lãnh đạo ký',
    'assessment-withdrawn': 'Cán bộ rút lại hồ sơ đã trình',
    'assessment-returned': 'Lãnh đạo trả lại hồ sơ',
    'assessment-submitted': 'Lãnh đạo đã ký, nộp',
    'assessment-reopened': 'Hồ sơ được mở lại',
    'assessment-taken': 'Hồ sơ được lấy theo hiện trạng khi hết hạn',
    'extended': 'Được gia hạn',
    'explanation-asked': 'Có tiêu chí cần giải trình',
    'explanation-silent': 'Hết hạn giải trình',
    'council-vote': 'Có nội dung cần biểu quyết',
    'petition-filed': 'Có kiến nghị mới',
    'petition-answered': 'Kiến nghị được trả lời',
    'deadline-near': 'Nhắc sắp đến hạn',
    'deadline-over': 'Nhắc đã quá hạn',
    'clock-waits': 'Giai đoạn chưa tự mở được',
    'published': 'Công bố kết quả',
    'criteria-corrected': 'Bộ tiêu chí của kỳ đang chạy được thay',
  },
  en: {
    'phase-opened': 'A new phase opens',
    'assessment-sent': 'An assessment is sent to the head',
    'assessment-withdrawn': 'An officer withdraws what was sent',
    'assessment-returned': 'The head returns an assessment',
    'assessment-submitted': 'The head has signed and submitted',
    'assessment-reopened': 'An assessment is reopened',
    'assessment-taken': 'An assessment is taken as it stands',
    'extended': 'More time',
    'explanation-asked': 'Criteria to explain',
    'explanation-silent': 'The time to explain is over',
    'council-vote': 'Items to vote on',
    'petition-filed': 'A new petition',
    'petition-answered': 'A petition is answered',
    'deadline-near': 'Reminder before a deadline',
    'deadline-over': 'Reminder after a deadline',
    'clock-waits': 'A phase could not open by itself',
    'published': 'Results are published',
    'criteria-corrected': 'The criteria of a running cycle are replaced',
  },
};

export const NOTIFICATION_DELIVERY_WORDS: Readonly<Record<NotificationLanguage, Readonly<Record<NotificationDelivery, string>>>> = {
  vi: {
    'at-once': 'Gửi thư ngay',
    'daily': 'Gộp trong thư hằng ngày',
    'inbox': 'Chỉ trong hộp thông báo',
  },
  en: {
    'at-once': 'A mail at once',
    'daily': 'In the daily mail',
    'inbox': 'In the inbox alone',
  },
};

const SENTENCES: Readonly<Record<NotificationLanguage, NotificationSentences>> = { vi: VIETNAMESE, en: ENGLISH };

/** A notification in words, for the inbox and for mails alike; in Vietnamese unless told otherwise. */
export function notificationWords(kind: NotificationKind, parts: NotificationParts, language: NotificationLanguage = 'vi'): NotificationWords {
  const { title, detail } = SENTENCES[language][kind](parts);
  return { title: begun(title), detail: begun(detail) };
}
