import type { Answer as ScoringAnswer } from '@par-index/scoring';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** What an agency states for one criterion, with the points that the library gave it. */
@Entity('answer')
@Index('uq_answer_assessment_id_code', ['assessmentId', 'code'], { unique: true })
export class Answer {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('assessment', { name: 'fk_answer_assessment_id' })
  @Column('uuid', { name: 'assessment_id' })
  assessmentId!: string;

  @Column('text')
  code!: string;

  @Column('jsonb', { nullable: true })
  answer!: ScoringAnswer | null;

  /** Decimal text, as the library computed it; null without an answer and while a `relative` rule waits. */
  @Column('numeric', { precision: 9, scale: 4, nullable: true })
  points!: string | null;

  @Column('text', { default: '' })
  note!: string;

  /** Stands in the place of required evidence that there is none of. */
  @Column('text', { name: 'evidence_explanation', default: '' })
  evidenceExplanation!: string;

  /** Last changed between the deadline and the close. */
  @Column('boolean', { default: false })
  late!: boolean;

  @Index('ix_answer_updated_by')
  @ForeignKey('user_account', { name: 'fk_answer_updated_by' })
  @Column('uuid', { name: 'updated_by' })
  updatedBy!: string;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  readonly updatedAt!: Date;

  @VersionColumn()
  version!: number;
}
