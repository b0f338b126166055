import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A published result with all that it was computed from. A trigger refuses UPDATE and DELETE; a correction is a new edition. */
@Entity('result_snapshot')
@Index('uq_result_snapshot_cycle_id_edition', ['cycleId', 'edition'], { unique: true })
@Check('ck_result_snapshot_edition', 'edition >= 1')
export class ResultSnapshot {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle', { name: 'fk_result_snapshot_cycle_id' })
  @Column('uuid', { name: 'cycle_id' })
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

  @Index('ix_result_snapshot_published_by')
  @ForeignKey('user_account', { name: 'fk_result_snapshot_published_by' })
  @Column('uuid', { name: 'published_by' })
  publishedBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'published_at' })
  readonly publishedAt!: Date;
}
