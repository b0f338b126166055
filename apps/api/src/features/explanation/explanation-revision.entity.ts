import type { Stance } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An explanation as it stood at one of its versions. Written once: a trigger refuses UPDATE and DELETE. */
@Entity('explanation_revision')
@Index('uq_explanation_revision_explanation_id_version', ['explanationId', 'version'], { unique: true })
@Index(['assessmentId', 'code'])
@Check('ck_explanation_revision_stance', `stance in ('agree', 'explain')`)
export class ExplanationRevision {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('explanation')
  @Column('uuid')
  explanationId!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  /** Of the explanation, at the time. */
  @Column('int')
  version!: number;

  @Column('text')
  stance!: Stance;

  @Column('text')
  text!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  changedBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly changedAt!: Date;
}
