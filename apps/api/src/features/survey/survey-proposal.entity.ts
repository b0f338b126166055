import type { ProposalState } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A figure proposed as the base of a survey criterion at one agency. Once decided or superseded it never changes. */
@Entity('survey_proposal')
@Index('uq_survey_proposal_open', ['campaignId', 'assessmentId', 'code'], { unique: true, where: "state = 'open'" })
@Index(['assessmentId', 'code'])
@Check('ck_survey_proposal_state', `state in ('open', 'accepted', 'rejected', 'superseded')`)
@Check('ck_survey_proposal_decided', `(state in ('accepted', 'rejected')) = (decided_by is not null)`)
export class SurveyProposal {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index()
  @ForeignKey('survey_campaign')
  @Column('uuid')
  campaignId!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  @Column('jsonb')
  answer!: Answer;

  /** Decimal text; null while a `relative` rule waits for consolidation. */
  @Column('numeric', { precision: 9, scale: 4, nullable: true })
  points!: string | null;

  @Column('int', { nullable: true })
  responses!: number | null;

  @Column('numeric', { precision: 7, scale: 4 })
  percent!: string;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  low!: string | null;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  high!: string | null;

  @Column('text')
  source!: string;

  @Column('text', { default: 'open' })
  state!: ProposalState;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly proposedAt!: Date;
}
