import type { EvidenceMediaType } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A content in the evidence store, once however often it was uploaded. */
@Entity('evidence_blob')
@Check('ck_evidence_blob_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_evidence_blob_bytes', 'bytes > 0')
@Check('ck_evidence_blob_pages', 'pages >= 1')
export class EvidenceBlob {
  @PrimaryColumn('text')
  sha256!: string;

  /** As text, the way PostgreSQL's bigint comes. */
  @Column('bigint')
  bytes!: string;

  /** Found by the bytes, not by the name. */
  @Column('text')
  mediaType!: EvidenceMediaType;

  /** Of a PDF, counted when it came in; null where it is none, or nobody could count them in time. */
  @Column('int', { nullable: true })
  pages!: number | null;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;
}
