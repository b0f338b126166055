import type { Questionnaire, QuestionnaireState } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** One version of a questionnaire. Issued, a trigger refuses every change. */
@Entity('survey_questionnaire')
@Index('uq_survey_questionnaire_code_version_number', ['code', 'versionNumber'], { unique: true })
@Check('ck_survey_questionnaire_state', `state in ('draft', 'issued')`)
export class SurveyQuestionnaire {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Column('text')
  code!: string;

  @Column('int')
  versionNumber!: number;

  @Column('text')
  title!: string;

  @Column('text', { default: 'draft' })
  state!: QuestionnaireState;

  @Column('jsonb')
  document!: Questionnaire;

  @Column('text')
  digest!: string;

  @Column('int')
  questions!: number;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  editedBy!: string;

  @UpdateDateColumn({ type: 'timestamptz' })
  editedAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
