import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How far the chain of one subject has come: what the next link is added to. The check computes it again and trusts it in nothing. */
@Entity('audit_subject')
export class AuditSubjectRow {
  @PrimaryColumn('uuid')
  subjectId!: string;

  /** Its leaf in the tree, from 0, in the order in which subjects appeared. */
  @Index('uq_audit_subject_leaf', { unique: true })
  @Column('int')
  leaf!: number;

  @Column('int')
  lines!: number;

  @Column('bytea')
  hash!: Buffer;
}
