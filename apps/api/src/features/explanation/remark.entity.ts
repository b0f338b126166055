import type { RemarkSide, RemarkVisibility } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A remark under one criterion, of one side. Written once: a trigger refuses UPDATE and DELETE. */
@Entity('remark')
@Index(['assessmentId', 'code'])
@Check('ck_remark_side', `side in ('agency', 'appraisal')`)
@Check('ck_remark_visibility', `visibility in ('internal', 'shared')`)
@Check('ck_remark_asks', `not asks or (side = 'appraisal' and visibility = 'shared')`)
@Check('ck_remark_text', `btrim(text) <> ''`)
export class Remark {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  side!: RemarkSide;

  @Column('text')
  visibility!: RemarkVisibility;

  /** A question to the agency. */
  @Column('boolean', { default: false })
  asks!: boolean;

  @Column('text')
  text!: string;

  /** That the writer spoke for. */
  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  writtenBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly writtenAt!: Date;
}
