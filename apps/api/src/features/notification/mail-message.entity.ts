import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A mail that is to be sent or was: written with what it tells of, sent after that was committed. */
@Entity('mail_message')
@Index('ix_mail_message_unsent', ['nextAttemptAt'], { where: 'sent_at is null' })
export class MailMessage {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  /** Null where it goes to somebody without an account. */
  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  recipientId!: string | null;

  /** Of the day on which it was written. */
  @Column('text')
  address!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  text!: string;

  @Column('text')
  html!: string;

  /** Its words are nobody's but the recipient's: once sent they are not kept, and until then not shown. */
  @Column('boolean', { default: false })
  confidential!: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { default: () => 'now()' })
  nextAttemptAt!: Date;

  @Index()
  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  /** What the mail server said at the last attempt. */
  @Column('text', { nullable: true })
  failedBecause!: string | null;
}
