import type { AuditCheckState, AuditFinding } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One check of the whole log: asked for, under way, ended. */
@Entity('audit_check')
@Index(['askedAt'])
@Check('ck_audit_check_state', `state in ('waiting', 'running', 'cancelled', 'done', 'failed')`)
export class AuditCheckRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('text', { default: 'waiting' })
  state!: AuditCheckState;

  /** Null where it is the check of the night. */
  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  askedBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  askedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** When it was last at work: one that says nothing for long has lost its server. */
  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;

  @Column('int', { default: 0 })
  checked!: number;

  @Column('int', { default: 0 })
  total!: number;

  /** The last seal that it covers. */
  @Column('int', { nullable: true })
  seal!: number | null;

  /** How many there are; `findings` has the first ones. */
  @Column('int', { default: 0 })
  found!: number;

  @Column('jsonb', { default: () => `'[]'` })
  findings!: readonly AuditFinding[];
}
