import type { FormAnswers, SurveyChannel } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An answered form. Nothing of it changes but that a person excludes it, with a reason. */
@Entity('survey_form')
@Check('ck_survey_form_channel', `channel in ('link', 'kiosk', 'invitation', 'paper')`)
@Check('ck_survey_form_invited', `channel <> 'invitation' or (hour is null and seconds is null and device_id is null)`)
@Check('ck_survey_form_hour', `hour = date_trunc('hour', hour, 'UTC')`)
@Check('ck_survey_form_excluded', `excluded = (excluded_by is not null) and excluded = (excluded_reason is not null)`)
export class SurveyForm {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index()
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

  @Index()
  @ForeignKey('survey_device')
  @Column('uuid', { nullable: true })
  deviceId!: string | null;

  @Column('timestamptz', { nullable: true })
  hour!: Date | null;

  @Column('int', { nullable: true })
  seconds!: number | null;

  @Column('jsonb')
  answers!: FormAnswers;

  @Column('boolean', { default: false })
  excluded!: boolean;

  @Column('text', { nullable: true })
  excludedReason!: string | null;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  excludedBy!: string | null;
}
