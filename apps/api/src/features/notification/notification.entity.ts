import type { NotificationDelivery, NotificationKind, NotificationParts } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What one person is told, written by the transaction in which it happened. Its words are made from its parts. */
@Entity('notification')
@Index(['recipientId', 'createdAt'])
@Index('uq_notification_recipient_id_once_key', ['recipientId', 'onceKey'], { unique: true })
@Index('ix_notification_unread', ['recipientId'], { where: 'read_at is null' })
@Index('ix_notification_unmailed', ['delivery', 'createdAt'], { where: `mailed_at is null and delivery <> 'inbox'` })
@Check(
  'ck_notification_kind',
  `kind in ('phase-opened', 'assessment-sent', 'assessment-withdrawn', 'assessment-returned', 'assessment-submitted', 'assessment-reopened',
    'assessment-taken', 'extended', 'explanation-asked', 'explanation-silent', 'council-vote', 'petition-filed', 'petition-answered',
    'deadline-near', 'deadline-over', 'clock-waits', 'published', 'criteria-corrected')`,
)
@Check('ck_notification_delivery', `delivery in ('at-once', 'daily', 'inbox')`)
export class Notification {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('user_account')
  @Column('uuid')
  recipientId!: string;

  @Column('text')
  kind!: NotificationKind;

  @Index()
  @ForeignKey('cycle')
  @Column('uuid', { nullable: true })
  cycleId!: string | null;

  /** The assessment or the cycle that it is about. */
  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  @Column('text')
  path!: string;

  @Column('jsonb')
  parts!: NotificationParts;

  /** What is told once only has a key: a reminder of one window, for instance. */
  @Column('text', { nullable: true })
  onceKey!: string | null;

  /** As the person had chosen when it happened. */
  @Column('text')
  delivery!: NotificationDelivery;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  /** When it was put into a mail. */
  @Column('timestamptz', { nullable: true })
  mailedAt!: Date | null;
}
