import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A published result with all that it was computed from. A trigger refuses UPDATE and DELETE; a correction is a new edition. */
@Entity('result_snapshot')
@Index('uq_result_snapshot_cycle_id_edition', ['cycleId', 'edition'], { unique: true })
@Check('ck_result_snapshot_edition', 'edition >= 1')
export class ResultSnapshot {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  /** From 1. */
  @Column('int')
  edition!: number;

  @Column('jsonb')
  document!: object;

  /** SHA-256 of the document as canonical JSON. */
  @Column('text')
  digest!: string;

  @Column('text')
  reason!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  publishedBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly publishedAt!: Date;
}
