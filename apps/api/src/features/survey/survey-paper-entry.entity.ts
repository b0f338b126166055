import type { FormAnswers } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A paper form as one person typed it. The second entry is compared with the first and counts for nothing else. */
@Entity('survey_paper_entry')
@Index('uq_survey_paper_entry_campaign_id_number_pass', ['campaignId', 'number', 'pass'], { unique: true })
@Check('ck_survey_paper_entry_pass', `pass in (1, 2)`)
export class SurveyPaperEntry {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('survey_campaign')
  @Column('uuid')
  campaignId!: string;

  @Column('text')
  number!: string;

  @Column('int')
  pass!: number;

  @Column('jsonb')
  answers!: FormAnswers;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  enteredBy!: string;
}
