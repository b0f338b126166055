import type { NodeResult } from '@par-index/scoring';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One agency in a published ranking, ready to list. Immutable, like its snapshot; names are those of the day. Figures are decimal text. */
@Entity('result_row')
@Index('uq_result_row_snapshot_id_agency_id', ['snapshotId', 'agencyId'], { unique: true })
@Index('ix_result_row_snapshot_id_group_code_rank', ['snapshotId', 'groupCode', 'rank'])
export class ResultRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('result_snapshot', { name: 'fk_result_row_snapshot_id' })
  @Column('uuid', { name: 'snapshot_id' })
  snapshotId!: string;

  @Index('ix_result_row_group_code')
  @ForeignKey('agency_group', { name: 'fk_result_row_group_code' })
  @Column('text', { name: 'group_code' })
  groupCode!: string;

  @Index('ix_result_row_agency_id')
  @ForeignKey('agency', { name: 'fk_result_row_agency_id' })
  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('text', { name: 'agency_code' })
  agencyCode!: string;

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text', { name: 'agency_short_name' })
  agencyShortName!: string;

  @Column('int')
  rank!: number;

  @Column('numeric', { precision: 9, scale: 4 })
  index!: string;

  @Column('text', { nullable: true })
  grade!: string | null;

  @Column('numeric', { precision: 9, scale: 4 })
  points!: string;

  @Column('numeric', { name: 'applicable_max', precision: 9, scale: 4 })
  applicableMax!: string;

  @Column('numeric', { name: 'self_points', precision: 9, scale: 4 })
  selfPoints!: string;

  @Column('numeric', { name: 'survey_points', precision: 9, scale: 4 })
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
