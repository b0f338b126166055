import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The explanation round of one assessment. It ends once: submitted by the head, or silent at the close (a trigger keeps it so). */
@Entity('explanation_round')
@Check('ck_explanation_round_ended', 'submitted_at is null or silent_at is null')
@Check('ck_explanation_round_submitted', '(submitted_at is null) = (submitted_by is null)')
export class ExplanationRound {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index('uq_explanation_round_assessment_id', { unique: true })
  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly openedAt!: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  @Column('boolean', { default: false })
  late!: boolean;

  /** When the close came without a submission. */
  @Column('timestamptz', { nullable: true })
  silentAt!: Date | null;
}
