import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A survey criterion that a campaign feeds, with the questions and the respondent groups. */
@Entity('survey_mapping')
export class SurveyMappingRow {
  @ForeignKey('survey_campaign')
  @PrimaryColumn('uuid')
  campaignId!: string;

  @Index()
  @ForeignKey('agency_group')
  @PrimaryColumn('text')
  agencyGroup!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('jsonb')
  questions!: readonly string[];

  @Column('jsonb')
  groups!: readonly string[];
}
