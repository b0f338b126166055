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

  @Index()
  @ForeignKey('agency_group')
  @Column('text')
  groupCode!: string;

  @Column('text')
  title!: string;

  /** Counts from 1 within the code. */
  @Column('int')
  versionNumber!: number;

  @Column('text', { default: 'draft' })
  state!: CriteriaSetState;

  @Column('jsonb')
  document!: CriteriaSetDocument;

  /** SHA-256 of the document as canonical JSON. */
  @Column('text')
  digest!: string;

  @Column('int')
  leafCount!: number;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
