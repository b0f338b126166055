import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A document of an agency (tài liệu kiểm chứng): files in their versions, or a link, or a number alone. */
@Entity('evidence_document')
@Index('ix_evidence_document_agency_id_created_at', ['agencyId', 'createdAt'])
export class EvidenceDocument {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('agency', { name: 'fk_evidence_document_agency_id' })
  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('text')
  title!: string;

  @Column('text', { name: 'document_number', default: '' })
  documentNumber!: string;

  /** yyyy-MM-dd. */
  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn!: string | null;

  @Column('text', { default: '' })
  issuer!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  @Index('ix_evidence_document_created_by')
  @ForeignKey('user_account', { name: 'fk_evidence_document_created_by' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt!: Date;

  @VersionColumn()
  version!: number;
}
