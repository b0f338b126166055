import type { Receipt as SealedReceipt, ReceiptRound, SubmittedContent } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A receipt (biên nhận): who handed in what, when, signed. Written once: a trigger refuses UPDATE, DELETE and TRUNCATE. */
@Entity('receipt')
@Index(['assessmentId', 'issuedAt'])
@Check('ck_receipt_round', `round in ('self-assessment', 'explanation')`)
export class ReceiptRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index('uq_receipt_number', { unique: true })
  @Column('text')
  number!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  round!: ReceiptRound;

  @Column('timestamptz')
  issuedAt!: Date;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  signedBy!: string;

  /** Who was absent, where it was signed by delegation. */
  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  inPlaceOf!: string | null;

  @Column('boolean')
  late!: boolean;

  /** The receipt before it, of what was reopened. Each is replaced once. */
  @Index('uq_receipt_replaces', { unique: true })
  @ForeignKey('receipt')
  @Column('uuid', { nullable: true })
  replaces!: string | null;

  @Column('text')
  digest!: string;

  @Index()
  @ForeignKey('signing_key')
  @Column('text')
  keyId!: string;

  /** As it was handed out. */
  @Column('jsonb')
  document!: SealedReceipt;

  /** What its digests are of, word by word. */
  @Column('jsonb')
  content!: Omit<SubmittedContent, 'number'>;
}
