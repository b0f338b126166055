import type { CriteriaSetState } from '@par-index/contract';
import type { CriteriaSet as CriteriaSetDocument } from '@par-index/scoring';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** One version of a criteria set. A trigger keeps a frozen or superseded one from ever changing or going away. */
@Entity('criteria_set')
@Index('uq_criteria_set_code_version_number', ['code', 'versionNumber'], { unique: true })
@Check('ck_criteria_set_state', `state in ('draft', 'published', 'frozen', 'superseded')`)
export class CriteriaSet {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('text')
  code!: string;

  @Column('int')
  year!: number;

  @Index('ix_criteria_set_group_code')
  @ForeignKey('agency_group', { name: 'fk_criteria_set_group_code' })
  @Column('text', { name: 'group_code' })
  groupCode!: string;

  @Column('text')
  title!: string;

  /** Counts from 1 within the code. */
  @Column('int', { name: 'version_number' })
  versionNumber!: number;

  @Column('text', { default: 'draft' })
  state!: CriteriaSetState;

  @Column('jsonb')
  document!: CriteriaSetDocument;

  /** SHA-256 of the document as canonical JSON. */
  @Column('text')
  digest!: string;

  @Column('int', { name: 'leaf_count' })
  leafCount!: number;

  @Index('ix_criteria_set_created_by')
  @ForeignKey('user_account', { name: 'fk_criteria_set_created_by' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt!: Date;

  @VersionColumn()
  version!: number;
}
