import type { DecisionKind, Layer } from '@par-index/contract';
import type { Answer as ScoringAnswer } from '@par-index/scoring';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A layer as it stood at one of its versions. Written once: a trigger refuses UPDATE and DELETE. */
@Entity('appraisal_layer_revision')
@Index('uq_appraisal_layer_revision_layer_id_version', ['layerId', 'version'], { unique: true })
@Index(['assessmentId', 'code'])
@Check('ck_appraisal_layer_revision_layer', `layer in ('base', 'appraisal-1', 'appraisal-2', 'council')`)
@Check('ck_appraisal_layer_revision_kind', `kind in ('accept', 'correct', 'award')`)
export class AppraisalLayerRevision {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('appraisal_layer')
  @Column('uuid')
  layerId!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  layer!: Layer;

  /** Of the layer, at the time. */
  @Column('int')
  version!: number;

  @Column('text')
  kind!: DecisionKind;

  @Column('jsonb', { nullable: true })
  answer!: ScoringAnswer | null;

  @Column('numeric', { precision: 9, scale: 4, nullable: true })
  points!: string | null;

  @Column('text')
  reason!: string;

  @Column('boolean')
  explanationWanted!: boolean;

  @Column('text')
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

  @CreateDateColumn({ type: 'timestamptz' })
  readonly decidedAt!: Date;
}
