import type { AssessmentState } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** An assessment (hồ sơ): one agency in one cycle. Its life is in `assessment.workflow.ts`; this is only its row. */
@Entity('assessment')
@Index('uq_assessment_cycle_id_agency_id', ['cycleId', 'agencyId'], { unique: true })
@Index(['cycleId', 'state'])
@Check(
  'ck_assessment_state',
  `state in ('drafting', 'awaiting-head', 'submitted', 'appraised', 'explaining', 'explained', 'reappraised', 'decided', 'final')`,
)
export class Assessment {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index('uq_assessment_participant_id', { unique: true })
  @ForeignKey('participant')
  @Column('uuid')
  participantId!: string;

  /** As its participant has it; repeated so that lists find their scope without a join. */
  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;

  @Column('text', { default: 'drafting' })
  state!: AssessmentState;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** Null where the clock took it as it stood. */
  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  @Column('boolean', { default: false })
  late!: boolean;

  /** The close came and nobody had submitted: taken as it stood («không nộp»). */
  @Column('boolean', { default: false })
  notSubmitted!: boolean;

  /** Why it was last sent back to the officer; null again once it is sent on. */
  @Column('text', { nullable: true })
  returnedReason!: string | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
