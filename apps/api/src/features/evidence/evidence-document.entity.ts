import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A document of an agency (tài liệu kiểm chứng): files in their versions, or a link, or a number alone. */
@Entity('evidence_document')
@Index(['agencyId', 'createdAt'])
export class EvidenceDocument {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  documentNumber!: string;

  /** yyyy-MM-dd. */
  @Column('date', { nullable: true })
  issuedOn!: string | null;

  @Column('text', { default: '' })
  issuer!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
