import type { DecisionKind, Layer } from '@par-index/contract';
import type { Answer as ScoringAnswer } from '@par-index/scoring';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A layer as it stood at one of its versions. Written once: a trigger refuses UPDATE and DELETE. */
@Entity('appraisal_layer_revision')
@Index('uq_appraisal_layer_revision_layer_id_version', ['layerId', 'version'], { unique: true })
@Index('ix_appraisal_layer_revision_assessment_id_code', ['assessmentId', 'code'])
@Check('ck_appraisal_layer_revision_layer', `layer in ('base', 'appraisal-1', 'appraisal-2', 'council')`)
@Check('ck_appraisal_layer_revision_kind', `kind in ('accept', 'correct', 'award')`)
export class AppraisalLayerRevision {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('appraisal_layer', { name: 'fk_appraisal_layer_revision_layer_id' })
  @Column('uuid', { name: 'layer_id' })
  layerId!: string;

  @ForeignKey('assessment', { name: 'fk_appraisal_layer_revision_assessment_id' })
  @Column('uuid', { name: 'assessment_id' })
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

  @Column('boolean', { name: 'explanation_wanted' })
  explanationWanted!: boolean;

  @Column('text')
  question!: string;

  @Index('ix_appraisal_layer_revision_decided_by')
  @ForeignKey('user_account', { name: 'fk_appraisal_layer_revision_decided_by' })
  @Column('uuid', { name: 'decided_by' })
  decidedBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'decided_at' })
  readonly decidedAt!: Date;
}
