import type { Answer as ScoringAnswer } from '@par-index/scoring';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An answer as it stood at one of its versions. Written once: a trigger refuses UPDATE and DELETE. */
@Entity('answer_revision')
@Index('uq_answer_revision_answer_id_version', ['answerId', 'version'], { unique: true })
@Index(['assessmentId', 'code'])
export class AnswerRevision {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('answer')
  @Column('uuid')
  answerId!: string;

  @ForeignKey('assessment')
  @Column('uuid')
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

  @Column('text')
  evidenceExplanation!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  changedBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly changedAt!: Date;
}
