import type { ItemOrigin, ItemOutcome, ItemState } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A criterion of one assessment that the council has to decide. Once closed it never changes (a trigger). */
@Entity('council_item')
@Index(['cycleId', 'state'])
@Index(['assessmentId', 'code'])
@Index('uq_council_item_open', ['assessmentId', 'code'], { unique: true, where: `state <> 'closed'` })
@Check('ck_council_item_origin', `origin in ('disagreement', 'referral', 'petition')`)
@Check('ck_council_item_state', `state in ('gathered', 'voting', 'closed')`)
@Check('ck_council_item_outcome', `outcome in ('majority', 'chair', 'stands')`)
@Check('ck_council_item_closed', `(state = 'closed') = (outcome is not null) and (state = 'closed') = (closed_at is not null)`)
export class CouncilItem {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  origin!: ItemOrigin;

  /** Of a referral. */
  @Column('text', { default: '' })
  reason!: string;

  @Column('text', { default: 'gathered' })
  state!: ItemState;

  /** Null where it gathered by itself. */
  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  openedBy!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly openedAt!: Date;

  @Column('text', { nullable: true })
  outcome!: ItemOutcome | null;

  /** The proposal that carried. */
  @Index()
  @ForeignKey('council_proposal')
  @Column('uuid', { nullable: true })
  carriedId!: string | null;

  @Column('text', { default: '' })
  chairReason!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
