import type { Answer as ScoringAnswer } from '@par-index/scoring';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** What an agency states for one criterion, with the points that the library gave it. */
@Entity('answer')
@Index('uq_answer_assessment_id_code', ['assessmentId', 'code'], { unique: true })
export class Answer {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('assessment')
  @Column('uuid')
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
  @Column('text', { default: '' })
  evidenceExplanation!: string;

  /** Last changed between the deadline and the close. */
  @Column('boolean', { default: false })
  late!: boolean;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  updatedBy!: string;

  @UpdateDateColumn({ type: 'timestamptz' })
  readonly updatedAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
