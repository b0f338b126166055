import type { AuditEventName, AuditPayloads } from '@par-index/contract';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * One line of the audit trail. Written once: a trigger refuses UPDATE, DELETE and TRUNCATE. `actorId` is null where the clock
 * or a command acted; it has no foreign key, so that a line never depends on another table.
 */
@Entity('audit_event')
@Index(['subjectId', 'at'])
@Index(['cycleId', 'at'])
@Index(['event', 'at'])
@Index(['actorId', 'at'])
export class AuditEvent<E extends AuditEventName = AuditEventName> {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('text')
  event!: E;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('uuid')
  subjectId!: string;

  @Column('uuid', { nullable: true })
  cycleId!: string | null;

  @Column('jsonb')
  payload!: AuditPayloads[E];

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
