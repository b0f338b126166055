import type { NotificationDelivery, NotificationKind } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How a person wants to be told of one kind; where there is no row, as `STANDARD_DELIVERY` says. */
@Entity('notification_preference')
@Check(
  'ck_notification_preference_kind',
  `kind in ('phase-opened', 'assessment-sent', 'assessment-withdrawn', 'assessment-returned', 'assessment-submitted', 'assessment-reopened',
    'assessment-taken', 'extended', 'explanation-asked', 'explanation-silent', 'council-vote', 'petition-filed', 'petition-answered',
    'deadline-near', 'deadline-over', 'clock-waits', 'published', 'criteria-corrected')`,
)
@Check('ck_notification_preference_delivery', `delivery in ('at-once', 'daily', 'inbox')`)
export class NotificationPreferenceRow {
  @ForeignKey('user_account')
  @PrimaryColumn('uuid')
  userId!: string;

  @PrimaryColumn('text')
  kind!: NotificationKind;

  @Column('text')
  delivery!: NotificationDelivery;
}
