import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A signed seal over all chains. Written once: a trigger refuses UPDATE, DELETE and TRUNCATE. */
@Entity('audit_seal')
@Check('ck_audit_seal_number', 'number >= 1')
export class AuditSeal {
  @PrimaryColumn('int')
  number!: number;

  @Column('text')
  previous!: string;

  @Column('timestamptz')
  sealedAt!: Date;

  @Index()
  @Column('text')
  root!: string;

  @Column('int')
  subjects!: number;

  @Column('int')
  lines!: number;

  /** The digest of the heads. */
  @Column('text')
  moved!: string;

  /** The heads that moved since the seal before. */
  @Column('jsonb')
  heads!: readonly (readonly [subjectId: string, lines: number, hash: string])[];

  @Column('text')
  digest!: string;

  @Index()
  @ForeignKey('signing_key')
  @Column('text')
  keyId!: string;

  @Column('text')
  signature!: string;
}
