import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An office that a campaign asks about. */
@Entity('survey_office')
@Index('uq_survey_office_campaign_id_agency_id_name', ['campaignId', 'agencyId', 'name'], { unique: true })
@Check('ck_survey_office_population', `population > 0`)
export class SurveyOffice {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('survey_campaign')
  @Column('uuid')
  campaignId!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;

  @Column('text', { default: '' })
  name!: string;

  @Column('int', { nullable: true })
  population!: number | null;

  @Index('uq_survey_office_link_code', { unique: true })
  @Column('text')
  linkCode!: string;
}
