import type { DecisionKind, Layer } from '@par-index/contract';
import type { Answer as ScoringAnswer } from '@par-index/scoring';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** One layer above (or in the place of) the agency's own answer to one criterion. The highest that is there is in force. */
@Entity('appraisal_layer')
@Index('uq_appraisal_layer_assessment_id_code_layer', ['assessmentId', 'code', 'layer'], { unique: true })
@Check('ck_appraisal_layer_layer', `layer in ('base', 'appraisal-1', 'appraisal-2', 'council')`)
@Check('ck_appraisal_layer_kind', `kind in ('accept', 'correct', 'award')`)
export class AppraisalLayer {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  layer!: Layer;

  @Column('text')
  kind!: DecisionKind;

  /** In the rule's own terms, or an award; null where an absent answer was taken as it is. */
  @Column('jsonb', { nullable: true })
  answer!: ScoringAnswer | null;

  /** Decimal text; null while a `relative` rule waits for consolidation. */
  @Column('numeric', { precision: 9, scale: 4, nullable: true })
  points!: string | null;

  @Column('text', { default: '' })
  reason!: string;

  @Column('boolean', { default: false })
  explanationWanted!: boolean;

  @Column('text', { default: '' })
  question!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  decidedBy!: string;

  /** In whose place, where somebody stood in. */
  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  actedFor!: string | null;

  @UpdateDateColumn({ type: 'timestamptz' })
  readonly decidedAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
