import type { ReplayRow } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A set of a running cycle replaced by a newer version, with the replay that was shown. Written once. */
@Entity('set_correction')
@Check('ck_set_correction_differs', 'from_set_id <> to_set_id')
export class SetCorrection {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index()
  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @Index()
  @ForeignKey('criteria_set')
  @Column('uuid')
  fromSetId!: string;

  @Index()
  @ForeignKey('criteria_set')
  @Column('uuid')
  toSetId!: string;

  @Column('text')
  reason!: string;

  @Column('jsonb')
  rows!: readonly ReplayRow[];

  @Column('text')
  replayDigest!: string;

  @Column('int')
  rescored!: number;

  @Column('int')
  setAside!: number;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  correctedBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly correctedAt!: Date;
}
