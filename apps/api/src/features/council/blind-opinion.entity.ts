import type { DecisionKind } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What one of the two came to. Written once. */
@Entity('blind_opinion')
@Check('ck_blind_opinion_kind', `kind in ('accept', 'correct', 'award')`)
export class BlindOpinion {
  @ForeignKey('blind_appraisal')
  @PrimaryColumn('uuid')
  blindId!: string;

  @Index()
  @ForeignKey('user_account')
  @PrimaryColumn('uuid')
  memberId!: string;

  @Column('text')
  kind!: DecisionKind;

  @Column('jsonb', { nullable: true })
  answer!: Answer | null;

  @Column('numeric', { precision: 9, scale: 4 })
  points!: string;

  @Column('text')
  reason!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly givenAt!: Date;
}
