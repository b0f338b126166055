import type { Phase } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** One year's assessment (kỳ đánh giá). Its phases and who opens them are in `cycle.workflow.ts`. */
@Entity('cycle')
@Index('uq_cycle_year_title', ['year', 'title'], { unique: true })
@Check(
  'ck_cycle_phase',
  `phase in ('preparing', 'self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary', 'published')`,
)
export class Cycle {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('int')
  year!: number;

  @Column('text')
  title!: string;

  @Column('text', { default: 'preparing' })
  phase!: Phase;

  /** Appraises what nobody else is named for: Sở Nội vụ. */
  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  leadAgencyId!: string;

  @VersionColumn({ default: 1 })
  version!: number;
}
