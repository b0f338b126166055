import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A hint that somebody put aside, with the reason. Triggers refuse any change but taking it back, deletion, and whoever belongs to the assessed agency. */
@Entity('hint_dismissal')
@Index('uq_hint_dismissal_standing', ['assessmentId', 'code', 'hintKey'], { unique: true, where: 'restored_at is null' })
@Index(['assessmentId', 'code'])
@Check('ck_hint_dismissal_reason', `btrim(reason) <> ''`)
@Check('ck_hint_dismissal_restored', '(restored_at is null) = (restored_by is null)')
export class HintDismissal {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  /** Of the kind and the facts. */
  @Column('text')
  hintKey!: string;

  @Column('text')
  reason!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  dismissedBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly dismissedAt!: Date;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  restoredBy!: string | null;

  @Column('timestamptz', { nullable: true })
  restoredAt!: Date | null;
}
