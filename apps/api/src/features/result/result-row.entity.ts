import type { NodeResult } from '@par-index/scoring';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One agency in a published ranking, ready to list. Immutable, like its snapshot; names are those of the day. Figures are decimal text. */
@Entity('result_row')
@Index('uq_result_row_snapshot_id_agency_id', ['snapshotId', 'agencyId'], { unique: true })
@Index(['snapshotId', 'groupCode', 'rank'])
export class ResultRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('result_snapshot')
  @Column('uuid')
  snapshotId!: string;

  @Index()
  @ForeignKey('agency_group')
  @Column('text')
  groupCode!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;

  @Column('text')
  agencyCode!: string;

  @Column('text')
  agencyName!: string;

  @Column('text')
  agencyShortName!: string;

  @Column('int')
  rank!: number;

  @Column('numeric', { precision: 9, scale: 4 })
  index!: string;

  @Column('text', { nullable: true })
  grade!: string | null;

  @Column('numeric', { precision: 9, scale: 4 })
  points!: string;

  @Column('numeric', { precision: 9, scale: 4 })
  applicableMax!: string;

  @Column('numeric', { precision: 9, scale: 4 })
  selfPoints!: string;

  @Column('numeric', { precision: 9, scale: 4 })
  surveyPoints!: string;

  @Column('numeric', { precision: 9, scale: 4 })
  bonus!: string;

  @Column('numeric', { precision: 9, scale: 4 })
  penalty!: string;

  /** By the code of the field. */
  @Column('jsonb')
  fields!: Readonly<Record<string, NodeResult>>;

  /** The agency's sheet, line by line, as it was on the day. */
  @Column('jsonb')
  sheet!: object;
}
