import type { Stance } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** What an agency says to one difference. Open only as long as its round (a trigger refuses anything else). */
@Entity('explanation')
@Index('uq_explanation_assessment_id_code', ['assessmentId', 'code'], { unique: true })
@Check('ck_explanation_stance', `stance in ('agree', 'explain')`)
export class Explanation {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  stance!: Stance;

  @Column('text', { default: '' })
  text!: string;

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
