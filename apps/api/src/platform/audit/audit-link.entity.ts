import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The place of one audit line in the chain of its subject. Written once, together with the seal that first covers it. No foreign key: it must be able to outlast its line. */
@Entity('audit_link')
@Index('uq_audit_link_subject_id_position', ['subjectId', 'position'], { unique: true })
@Index(['seal'])
export class AuditLink {
  @PrimaryColumn('uuid')
  eventId!: string;

  @Column('uuid')
  subjectId!: string;

  /** From 1. */
  @Column('int')
  position!: number;

  @Column('int')
  seal!: number;

  /** SHA-256 of the line as it was written. */
  @Column('bytea')
  digest!: Buffer;

  /** SHA-256 of the link before and the digest. */
  @Column('bytea')
  hash!: Buffer;
}
