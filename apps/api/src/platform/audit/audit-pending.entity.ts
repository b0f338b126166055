import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

/** A line that no seal covers yet, with its digest at the moment of writing: a trigger adds it, the sealing takes it away. */
@Entity('audit_pending')
export class AuditPending {
  @PrimaryColumn('bigint')
  @Generated('increment')
  readonly number!: string;

  @Column('uuid')
  eventId!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('bytea')
  digest!: Buffer;
}
