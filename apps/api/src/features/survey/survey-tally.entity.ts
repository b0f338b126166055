import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How many chose one option of one question: kept as forms are mixed in, and always what a recount of all forms gives. */
@Entity('survey_tally')
@Check('ck_survey_tally_count', `count >= 0`)
export class SurveyTally {
  @ForeignKey('survey_campaign')
  @PrimaryColumn('uuid')
  campaignId!: string;

  @PrimaryColumn('text')
  cell!: string;

  @Index()
  @ForeignKey('survey_office')
  @Column('uuid', { nullable: true })
  officeId!: string | null;

  @Index()
  @ForeignKey('respondent_group')
  @Column('text')
  groupCode!: string;

  @Column('text')
  question!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid', { nullable: true })
  agencyId!: string | null;

  @Column('text')
  option!: string;

  @Column('int')
  count!: number;
}
