import type { EvidenceRound } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One document under one criterion of one assessment. Taken off it is marked, never deleted (a trigger refuses DELETE). */
@Entity('evidence_link')
@Index('uq_evidence_link_standing', ['documentId', 'assessmentId', 'code', 'round'], { unique: true, where: 'removed_at is null' })
@Index(['documentId'])
@Index(['assessmentId', 'code'])
@Check('ck_evidence_link_round', `round in ('self-assessment', 'explanation')`)
@Check('ck_evidence_link_page', 'page >= 1')
@Check('ck_evidence_link_removed', '(removed_at is null) = (removed_by is null)')
export class EvidenceLink {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('evidence_document')
  @Column('uuid')
  documentId!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  /** Of the self-assessment, or of the explanation: kept apart. */
  @Column('text', { default: 'self-assessment' })
  round!: EvidenceRound;

  /** Put there or changed between the deadline and the close of the explanation. */
  @Column('boolean', { default: false })
  late!: boolean;

  @Column('text', { default: '' })
  section!: string;

  /** From 1. */
  @Column('int', { nullable: true })
  page!: number | null;

  /** The document's file version at the last submission; null before it, and where there is no file. */
  @Column('int', { nullable: true })
  pinnedFileVersion!: number | null;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  removedBy!: string | null;
}
