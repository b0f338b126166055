import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of a document's file. Written once: a trigger refuses UPDATE and DELETE, and a replacement is a new row. */
@Entity('evidence_file')
@Index('uq_evidence_file_document_id_file_version', ['documentId', 'fileVersion'], { unique: true })
@Check('ck_evidence_file_file_version', 'file_version >= 1')
export class EvidenceFile {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('evidence_document', { name: 'fk_evidence_file_document_id' })
  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('int', { name: 'file_version' })
  fileVersion!: number;

  @Index('ix_evidence_file_sha256')
  @ForeignKey('evidence_blob', { name: 'fk_evidence_file_sha256' })
  @Column('text')
  sha256!: string;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Index('ix_evidence_file_created_by')
  @ForeignKey('user_account', { name: 'fk_evidence_file_created_by' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt!: Date;
}
