import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An invitation: whether it is spent, and never when, in what order, or for which form. */
@Entity('survey_invitation')
@Check('ck_survey_invitation_state', `state in ('waiting', 'spent', 'withdrawn')`)
@Check('ck_survey_invitation_spent', `(state = 'spent') = (blinded_digest is not null)`)
export class SurveyInvitation {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index()
  @ForeignKey('survey_campaign')
  @Column('uuid')
  campaignId!: string;

  @Index()
  @ForeignKey('respondent_group')
  @Column('text')
  groupCode!: string;

  @Index()
  @ForeignKey('survey_office')
  @Column('uuid', { nullable: true })
  officeId!: string | null;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Index('uq_survey_invitation_code_hash', { unique: true })
  @Column('text')
  codeHash!: string;

  @Column('text', { default: 'waiting' })
  state!: 'waiting' | 'spent' | 'withdrawn';

  @Column('text', { nullable: true })
  blindedDigest!: string | null;
}
