import type { WindowedPhase } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** When a phase of a cycle opens, is due and closes. Edited with its cycle, whose version counts for it. */
@Entity('cycle_window')
@Index('uq_cycle_window_cycle_id_phase', ['cycleId', 'phase'], { unique: true })
@Check('ck_cycle_window_phase', `phase in ('self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary')`)
@Check('ck_cycle_window_ordered', 'opens_at <= deadline_at and deadline_at <= close_at')
export class CycleWindow {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @Column('text')
  phase!: WindowedPhase;

  @Column('timestamptz')
  opensAt!: Date;

  @Column('timestamptz')
  deadlineAt!: Date;

  @Column('timestamptz')
  closeAt!: Date;
}
