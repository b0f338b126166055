import type { SurveyChannel } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That a form has arrived, so that it is stored once. The key is a hash of the id that the device made, or of the ballot; it leads to no form. */
@Entity('survey_arrival')
@Index(['campaignId', 'officeId', 'groupCode', 'channel'])
@Check('ck_survey_arrival_channel', `channel in ('link', 'kiosk', 'invitation', 'paper')`)
export class SurveyArrival {
  @PrimaryColumn('text')
  key!: string;

  @ForeignKey('survey_campaign')
  @Column('uuid')
  campaignId!: string;

  @Index()
  @ForeignKey('survey_office')
  @Column('uuid', { nullable: true })
  officeId!: string | null;

  @Index()
  @ForeignKey('respondent_group')
  @Column('text')
  groupCode!: string;

  @Column('text')
  channel!: SurveyChannel;
}
