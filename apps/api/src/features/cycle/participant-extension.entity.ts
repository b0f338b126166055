import type { ExtensiblePhase } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A deadline and a close of its own, granted to one agency for one phase. Another one takes its place; what was granted stays. */
@Entity('participant_extension')
@Index('uq_participant_extension_standing', ['participantId', 'phase'], { unique: true, where: 'superseded_at is null' })
@Check('ck_participant_extension_phase', `phase in ('self-assessment', 'explanation', 'preliminary')`)
@Check('ck_participant_extension_dates', 'deadline_at <= close_at')
@Check('ck_participant_extension_reason', `btrim(reason) <> ''`)
export class ParticipantExtension {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index()
  @ForeignKey('participant')
  @Column('uuid')
  participantId!: string;

  @Column('text')
  phase!: ExtensiblePhase;

  @Column('timestamptz')
  deadlineAt!: Date;

  @Column('timestamptz')
  closeAt!: Date;

  @Column('text')
  reason!: string;

  /** Null where it was granted before this was kept. */
  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  grantedBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  grantedAt!: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt!: Date | null;
}
