import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An upload that may be interrupted: whose it is, where it is to go, and until when it is kept. Its bytes wait in the folder `uploads`. */
@Entity('evidence_upload')
@Index(['expiresAt'])
@Check('ck_evidence_upload_bytes', 'bytes > 0')
@Check(
  'ck_evidence_upload_target',
  '(assessment_id is not null and code is not null and document_id is null) or (assessment_id is null and code is null and document_id is not null)',
)
@Check('ck_evidence_upload_link', 'link_id is null or (finished_at is not null and assessment_id is not null)')
export class EvidenceUpload {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  createdBy!: string;

  @Index()
  @ForeignKey('assessment')
  @Column('uuid', { nullable: true })
  assessmentId!: string | null;

  @Column('text', { nullable: true })
  code!: string | null;

  /** The document whose file it is to replace. */
  @Index()
  @ForeignKey('evidence_document')
  @Column('uuid', { nullable: true })
  documentId!: string | null;

  @Column('text')
  fileName!: string;

  /** That were announced. As text, the way PostgreSQL's bigint comes. */
  @Column('bigint')
  bytes!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** When a document was made of it. */
  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  /** What it became under its criterion: asked again, the same is answered again. */
  @Index()
  @ForeignKey('evidence_link')
  @Column('uuid', { nullable: true })
  linkId!: string | null;
}
