import type { RevisionDeed } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A draft as one save left it. Written once, and stays when the draft goes: `criteriaSetId` may name a set that is no longer there. */
@Entity('criteria_set_revision')
@Index('uq_criteria_set_revision_criteria_set_id_version', ['criteriaSetId', 'version'], { unique: true })
@Check('ck_criteria_set_revision_deed', `deed in ('created', 'saved', 'restored', 'published')`)
export class CriteriaSetRevision {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('uuid')
  criteriaSetId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  deed!: RevisionDeed;

  @Column('jsonb')
  document!: unknown;

  @Column('text')
  digest!: string;

  @Column('int')
  leafCount!: number;

  /** Lines of the difference to the save before it. */
  @Column('int')
  changes!: number;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  savedBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly savedAt!: Date;
}
