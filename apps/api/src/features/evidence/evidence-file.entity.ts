import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of a document's file. Written once: a trigger refuses UPDATE and DELETE, and a replacement is a new row. */
@Entity('evidence_file')
@Index('uq_evidence_file_document_id_file_version', ['documentId', 'fileVersion'], { unique: true })
@Check('ck_evidence_file_file_version', 'file_version >= 1')
export class EvidenceFile {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('evidence_document')
  @Column('uuid')
  documentId!: string;

  @Column('int')
  fileVersion!: number;

  @Index()
  @ForeignKey('evidence_blob')
  @Column('text')
  sha256!: string;

  @Column('text')
  fileName!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;
}
