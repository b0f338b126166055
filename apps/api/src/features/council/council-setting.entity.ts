import type { BlindMode } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** How the items of a cycle are appraised blind, where somebody has chosen; else `STANDARD_BLIND` holds. */
@Entity('council_setting')
@Check('ck_council_setting_blind_mode', `blind_mode in ('none', 'chosen', 'every')`)
@Check('ck_council_setting_blind_threshold', `blind_threshold >= 0 and blind_threshold <= 100`)
export class CouncilSetting {
  @ForeignKey('cycle')
  @PrimaryColumn('uuid')
  cycleId!: string;

  @Column('text')
  blindMode!: BlindMode;

  /** Percent of a criterion's maximum. */
  @Column('numeric', { precision: 5, scale: 2 })
  blindThreshold!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  setBy!: string;

  @UpdateDateColumn({ type: 'timestamptz' })
  readonly setAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
