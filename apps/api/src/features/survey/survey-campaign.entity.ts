import type { CampaignState } from '@par-index/contract';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A campaign: what is asked of whom, from when to when. Opened, what it asks stays; closed, it stays closed. */
@Entity('survey_campaign')
@Check('ck_survey_campaign_state', `state in ('draft', 'open', 'closed')`)
@Check('ck_survey_campaign_least_shown', `least_shown >= 3`)
@Check('ck_survey_campaign_error_percent', `error_percent between 1 and 50`)
@Check('ck_survey_campaign_times', `closes_at > opens_at`)
@Check('ck_survey_campaign_closed', `(state = 'closed') = (closed_at is not null)`)
export class SurveyCampaign {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('text')
  title!: string;

  @Index()
  @ForeignKey('survey_questionnaire')
  @Column('uuid')
  questionnaireId!: string;

  @Index()
  @ForeignKey('cycle')
  @Column('uuid', { nullable: true })
  cycleId!: string | null;

  @Column('text', { default: 'draft' })
  state!: CampaignState;

  @Column('timestamptz')
  opensAt!: Date;

  @Column('timestamptz')
  closesAt!: Date;

  @Column('int')
  graceHours!: number;

  @Column('int')
  leastShown!: number;

  @Column('int')
  errorPercent!: number;

  @Index('uq_survey_campaign_link_code', { unique: true })
  @Column('text')
  linkCode!: string;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  closedReason!: string | null;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
