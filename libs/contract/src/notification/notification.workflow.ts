/** What one can be told of. */
export const NOTIFICATION_KINDS = [
  'phase-opened',
  'assessment-sent',
  'assessment-withdrawn',
  'assessment-returned',
  'assessment-submitted',
  'assessment-reopened',
  'assessment-taken',
  'extended',
  'explanation-asked',
  'explanation-silent',
  'council-vote',
  'petition-filed',
  'petition-answered',
  'deadline-near',
  'deadline-over',
  'clock-waits',
  'published',
  'criteria-corrected',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Everything stands in the inbox; beside it a mail at once, one mail a day for all of them, or none. */
export const NOTIFICATION_DELIVERIES = ['at-once', 'daily', 'inbox'] as const;
export type NotificationDelivery = (typeof NOTIFICATION_DELIVERIES)[number];

/** What is due at a deadline. */
export const NOTIFICATION_TASKS = ['self-assessment', 'sign-off', 'appraisal', 'explanation', 'reappraisal', 'council', 'petition'] as const;
export type NotificationTask = (typeof NOTIFICATION_TASKS)[number];

/** Until the person chooses otherwise: at once what somebody waits for, once a day what is good to know. */
export const STANDARD_DELIVERY: Readonly<Record<NotificationKind, NotificationDelivery>> = {
  'phase-opened': 'daily',
  'assessment-sent': 'at-once',
  'assessment-withdrawn': 'inbox',
  'assessment-returned': 'at-once',
  'assessment-submitted': 'daily',
  'assessment-reopened': 'at-once',
  'assessment-taken': 'at-once',
  'extended': 'at-once',
  'explanation-asked': 'at-once',
  'explanation-silent': 'daily',
  'council-vote': 'daily',
  'petition-filed': 'at-once',
  'petition-answered': 'at-once',
  'deadline-near': 'at-once',
  'deadline-over': 'at-once',
  'clock-waits': 'at-once',
  'published': 'daily',
  'criteria-corrected': 'at-once',
};

/** Calendar days before a deadline on which whoever still has something to do is reminded. */
export const REMINDER_DAYS = [7, 3, 1] as const;

export type ReminderStep = `${(typeof REMINDER_DAYS)[number]}` | 'over';

/**
 * The reminder that is due with `days` calendar days left, or null while there is none. A day on which nothing ran is made up for: 6 days
 * before it is still the one of 7. On the day of the deadline the one of 1 stands; negative days are over.
 */
export function reminderStepOf(days: number): ReminderStep | null {
  if (days < 0) {
    return 'over';
  }
  const nearest = [...REMINDER_DAYS].reverse().find((one) => days <= one);
  return nearest === undefined ? null : `${nearest}`;
}
