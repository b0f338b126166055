import type { Answer as ScoringAnswer } from '@par-index/scoring';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An answer as it stood at one of its versions. Written once: a trigger refuses UPDATE and DELETE. */
@Entity('answer_revision')
@Index('uq_answer_revision_answer_id_version', ['answerId', 'version'], { unique: true })
@Index('ix_answer_revision_assessment_id_code', ['assessmentId', 'code'])
export class AnswerRevision {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('answer', { name: 'fk_answer_revision_answer_id' })
  @Column('uuid', { name: 'answer_id' })
  answerId!: string;

  @ForeignKey('assessment', { name: 'fk_answer_revision_assessment_id' })
  @Column('uuid', { name: 'assessment_id' })
  assessmentId!: string;

  @Column('text')
  code!: string;

  /** Of the answer, at the time. */
  @Column('int')
  version!: number;

  @Column('jsonb', { nullable: true })
  answer!: ScoringAnswer | null;

  @Column('numeric', { precision: 9, scale: 4, nullable: true })
  points!: string | null;

  @Column('text')
  note!: string;

  @Column('text', { name: 'evidence_explanation' })
  evidenceExplanation!: string;

  @Index('ix_answer_revision_changed_by')
  @ForeignKey('user_account', { name: 'fk_answer_revision_changed_by' })
  @Column('uuid', { name: 'changed_by' })
  changedBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'changed_at' })
  readonly changedAt!: Date;
}
