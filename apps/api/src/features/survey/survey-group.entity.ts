import type { BallotKey } from '@par-index/contract';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A respondent group of a campaign, with the key that signs its ballots: the public half as it is, the private one sealed with the key of the server. */
@Entity('survey_group')
export class SurveyGroup {
  @ForeignKey('survey_campaign')
  @PrimaryColumn('uuid')
  campaignId!: string;

  @Index()
  @ForeignKey('respondent_group')
  @PrimaryColumn('text')
  groupCode!: string;

  @Column('boolean')
  byInvitation!: boolean;

  @Column('jsonb', { nullable: true })
  ballotKey!: BallotKey | null;

  @Column('bytea', { nullable: true })
  sealedKey!: Buffer | null;
}
