import type { AssessmentState } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** An assessment (hồ sơ): one agency in one cycle. Its life is in `assessment.workflow.ts`; this is only its row. */
@Entity('assessment')
@Index('uq_assessment_cycle_id_agency_id', ['cycleId', 'agencyId'], { unique: true })
@Index('ix_assessment_cycle_id_state', ['cycleId', 'state'])
@Check(
  'ck_assessment_state',
  `state in ('drafting', 'awaiting-head', 'submitted', 'appraised', 'explaining', 'explained', 'reappraised', 'decided', 'final')`,
)
export class Assessment {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index('uq_assessment_participant_id', { unique: true })
  @ForeignKey('participant', { name: 'fk_assessment_participant_id' })
  @Column('uuid', { name: 'participant_id' })
  participantId!: string;

  /** As its participant has it; repeated so that lists find their scope without a join. */
  @ForeignKey('cycle', { name: 'fk_assessment_cycle_id' })
  @Column('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @Index('ix_assessment_agency_id')
  @ForeignKey('agency', { name: 'fk_assessment_agency_id' })
  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('text', { default: 'drafting' })
  state!: AssessmentState;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  /** Null where the clock took it as it stood. */
  @Index('ix_assessment_submitted_by')
  @ForeignKey('user_account', { name: 'fk_assessment_submitted_by' })
  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column('boolean', { default: false })
  late!: boolean;

  /** The close came and nobody had submitted: taken as it stood («không nộp»). */
  @Column('boolean', { name: 'not_submitted', default: false })
  notSubmitted!: boolean;

  /** Why it was last sent back to the officer; null again once it is sent on. */
  @Column('text', { name: 'returned_reason', nullable: true })
  returnedReason!: string | null;

  @VersionColumn()
  version!: number;
}
