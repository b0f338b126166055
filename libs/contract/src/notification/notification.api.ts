import type { Page } from '../page/page';
import type { Phase } from '../cycle/cycle.workflow';
import type { NotificationDelivery, NotificationKind, NotificationTask } from './notification.workflow';

/**
 * What a notification is made of, as data: names, dates and reasons, never points. What a kind does not have is absent; `notificationWords`
 * puts it into a sentence.
 */
export interface NotificationParts {
  readonly cycleTitle?: string;
  readonly phase?: Phase;
  readonly agencyName?: string;
  /** Of whoever sent back, reopened or extended. */
  readonly reason?: string;
  /** ISO 8601 in UTC. */
  readonly deadlineAt?: string;
  readonly closeAt?: string;
  readonly task?: NotificationTask;
  /** Calendar days in Việt Nam until the deadline. */
  readonly days?: number;
  /** How many criteria or items are left to the reader. */
  readonly left?: number;
  readonly code?: string;
  /** The reader is one of two members who appraise it without seeing each other. */
  readonly blind?: true;
  /** What stands in the way, a line for each. */
  readonly lines?: readonly string[];
}

export interface NotificationView {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly parts: NotificationParts;
  /** Where in the application it is about. */
  readonly path: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** GET /notifications?unread&page: the own inbox, the newest first. */
export interface NotificationQuery {
  readonly page?: number;
  readonly pageSize?: number;
  readonly unread?: boolean;
}

export interface NotificationPage extends Page<NotificationView> {
  /** In the whole inbox. */
  readonly unread: number;
}

/** GET /notifications/count: asked every minute by every open page. */
export interface NotificationCount {
  readonly unread: number;
}

/** POST /notifications/reading: all up to this moment, so that what came since the page was loaded stays unread. */
export interface ReadAllRequest {
  readonly upTo: string;
}

/** GET /account/notification-preferences */
export interface NotificationPreferencesView {
  /** Null: nobody has entered one, and no mail is sent. */
  readonly email: string | null;
  /** Every kind, in the order of `NOTIFICATION_KINDS`. */
  readonly preferences: readonly NotificationPreference[];
}

export interface NotificationPreference {
  readonly kind: NotificationKind;
  readonly delivery: NotificationDelivery;
}

/** PUT /account/notification-preferences. Kinds that are not named stay as they are. */
export interface SetNotificationPreferencesRequest {
  readonly preferences: readonly NotificationPreference[];
}

/** GET /mails?page, only where mails go to a folder instead of a mail server: the newest first. */
export interface MailView {
  readonly id: string;
  readonly to: string;
  readonly recipientName: string;
  readonly subject: string;
  readonly sentAt: string;
}

/** GET /mails/:id, as it stands in the file. */
export interface MailDetailView extends MailView {
  readonly from: string;
  readonly text: string;
}
