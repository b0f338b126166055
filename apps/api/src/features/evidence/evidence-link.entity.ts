import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One document under one criterion of one assessment. Taken off it is marked, never deleted (a trigger refuses DELETE). */
@Entity('evidence_link')
@Index('uq_evidence_link_standing', ['documentId', 'assessmentId', 'code'], { unique: true, where: 'removed_at is null' })
@Index('ix_evidence_link_document_id', ['documentId'])
@Index('ix_evidence_link_assessment_id_code', ['assessmentId', 'code'])
@Check('ck_evidence_link_page', 'page >= 1')
@Check('ck_evidence_link_removed', '(removed_at is null) = (removed_by is null)')
export class EvidenceLink {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('evidence_document', { name: 'fk_evidence_link_document_id' })
  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @ForeignKey('assessment', { name: 'fk_evidence_link_assessment_id' })
  @Column('uuid', { name: 'assessment_id' })
  assessmentId!: string;

  @Column('text')
  code!: string;

  @Column('text', { default: '' })
  section!: string;

  /** From 1. */
  @Column('int', { nullable: true })
  page!: number | null;

  /** The document's file version at the last submission; null before it, and where there is no file. */
  @Column('int', { name: 'pinned_file_version', nullable: true })
  pinnedFileVersion!: number | null;

  @Index('ix_evidence_link_created_by')
  @ForeignKey('user_account', { name: 'fk_evidence_link_created_by' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  @Index('ix_evidence_link_removed_by')
  @ForeignKey('user_account', { name: 'fk_evidence_link_removed_by' })
  @Column('uuid', { name: 'removed_by', nullable: true })
  removedBy!: string | null;
}
