import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A kiosk. Of its token the hash alone is kept. */
@Entity('survey_device')
export class SurveyDevice {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index()
  @ForeignKey('survey_campaign')
  @Column('uuid')
  campaignId!: string;

  @Index()
  @ForeignKey('survey_office')
  @Column('uuid')
  officeId!: string;

  @Column('text')
  name!: string;

  @Index('uq_survey_device_token_hash', { unique: true })
  @Column('text')
  tokenHash!: string;

  @Column('boolean', { default: false })
  revoked!: boolean;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  createdBy!: string;
}
