import type { BlindState } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An item that two members appraise without seeing each other. Its version tells nothing of how many have: it moves when both are in, or when it is called off. */
@Entity('blind_appraisal')
@Index('uq_blind_appraisal_item_id', ['itemId'], { unique: true, where: `state <> 'withdrawn'` })
@Check('ck_blind_appraisal_state', `state in ('open', 'compared', 'withdrawn')`)
@Check('ck_blind_appraisal_two', `first_id <> second_id`)
@Check('ck_blind_appraisal_compared', `(state = 'compared') = (gap is not null) and (state = 'compared') = (compared_at is not null)`)
@Check('ck_blind_appraisal_within', `within_threshold is not distinct from (gap * 100 <= threshold * max)`)
@Check('ck_blind_appraisal_withdrawn', `(state = 'withdrawn') = (withdrawn_by is not null)`)
export class BlindAppraisal {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index()
  @ForeignKey('council_item')
  @Column('uuid')
  itemId!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  firstId!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  secondId!: string;

  /** Of the criterion. */
  @Column('numeric', { precision: 9, scale: 4 })
  max!: string;

  /** Percent of the maximum that they may be apart, as it was set when they were asked. */
  @Column('numeric', { precision: 5, scale: 2 })
  threshold!: string;

  @Column('text', { default: 'open' })
  state!: BlindState;

  /** Null where the two were drawn. */
  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  assignedBy!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly assignedAt!: Date;

  @Column('numeric', { precision: 9, scale: 4, nullable: true })
  gap!: string | null;

  @Column('boolean', { nullable: true })
  withinThreshold!: boolean | null;

  /** What they formed together; null where they are too far apart. */
  @Index()
  @ForeignKey('council_proposal')
  @Column('uuid', { nullable: true })
  proposalId!: string | null;

  @Column('timestamptz', { nullable: true })
  comparedAt!: Date | null;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  withdrawnBy!: string | null;

  @Column('text', { default: '' })
  withdrawnReason!: string;

  @Column('int', { default: 1 })
  version!: number;
}
