import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A figure of a survey that was held elsewhere. */
@Entity('survey_external_result')
@Check('ck_survey_external_result_percent', `percent between 0 and 100`)
export class SurveyExternalResult {
  @ForeignKey('survey_campaign')
  @PrimaryColumn('uuid')
  campaignId!: string;

  @Index()
  @ForeignKey('agency')
  @PrimaryColumn('uuid')
  agencyId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('numeric', { precision: 7, scale: 4 })
  percent!: string;

  @Column('int', { nullable: true })
  responses!: number | null;

  @Column('text')
  source!: string;
}
