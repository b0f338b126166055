import type { PetitionReason, PetitionState } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** What an agency asks of its preliminary result, for one criterion. Once answered it never changes (a trigger). */
@Entity('petition')
@Index(['cycleId', 'state'])
@Index('uq_petition_assessment_id_code', ['assessmentId', 'code'], { unique: true })
@Check('ck_petition_reason_code', `reason_code in ('wrong-figure', 'document-overlooked', 'rule-misapplied', 'other')`)
@Check('ck_petition_state', `state in ('draft', 'filed', 'rejected', 'forwarded')`)
@Check('ck_petition_filed', `(state = 'draft') = (filed_at is null)`)
@Check('ck_petition_answered', `(state in ('rejected', 'forwarded')) = (answered_at is not null)`)
@Check('ck_petition_forwarded', `(state = 'forwarded') = (item_id is not null)`)
export class Petition {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  reasonCode!: PetitionReason;

  @Column('text', { default: '' })
  text!: string;

  @Column('text', { default: 'draft' })
  state!: PetitionState;

  /** Filed between the deadline and the close. */
  @Column('boolean', { default: false })
  late!: boolean;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  filedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  filedAt!: Date | null;

  @Column('text', { default: '' })
  answer!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** What it was forwarded to. */
  @Index()
  @ForeignKey('council_item')
  @Column('uuid', { nullable: true })
  itemId!: string | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
