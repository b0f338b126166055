import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A free answer, to be searched. */
@Entity('survey_text')
@Index(['campaignId', 'question'])
export class SurveyText {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('survey_campaign')
  @Column('uuid')
  campaignId!: string;

  @Index()
  @ForeignKey('survey_form')
  @Column('uuid')
  formId!: string;

  @Column('text')
  question!: string;

  @Column('text')
  words!: string;
}
