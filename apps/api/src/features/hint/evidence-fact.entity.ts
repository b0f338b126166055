import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What one content says of its signatures, read once after it came in. */
@Entity('evidence_fact')
export class EvidenceFact {
  @ForeignKey('evidence_blob')
  @PrimaryColumn('text')
  sha256!: string;

  /** Of each signature its stated time; null where the file could not be read. */
  @Column('jsonb', { nullable: true })
  signatures!: readonly { readonly signedAt: string | null; readonly hasByteRange: boolean }[] | null;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly readAt!: Date;
}
