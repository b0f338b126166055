import type { CriteriaSetState } from '@par-index/contract';
import type { CriteriaSet as CriteriaSetDocument } from '@par-index/scoring';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/**
 * One version of a criteria set. A trigger keeps what is published from ever changing or going away, and its state from going back; a draft is
 * written over and may go.
 */
@Entity('criteria_set')
@Index('uq_criteria_set_code_version_number', ['code', 'versionNumber'], { unique: true, where: `state <> 'draft'` })
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

  /** Counts from 1 within the code; 0 while a draft. */
  @Column('int')
  versionNumber!: number;

  @Column('text', { default: 'draft' })
  state!: CriteriaSetState;

  /** Of a draft whatever was saved. */
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

  /** The last save of a draft, then the publication. */
  @Column('timestamptz', { default: () => 'now()' })
  savedAt!: Date;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  savedBy!: string;

  /** What a draft was made from, then the version that this one followed. */
  @Index()
  @ForeignKey('criteria_set')
  @Column('uuid', { nullable: true })
  predecessorId!: string | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
