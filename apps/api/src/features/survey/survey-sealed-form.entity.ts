import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A form that waits to be mixed with others, sealed with a key that is not in the database. */
@Entity('survey_sealed_form')
@Index(['campaignId', 'untilClose', 'officeId'])
export class SurveySealedForm {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('survey_campaign')
  @Column('uuid')
  campaignId!: string;

  @Index()
  @ForeignKey('survey_office')
  @Column('uuid', { nullable: true })
  officeId!: string | null;

  @Column('boolean')
  untilClose!: boolean;

  @Column('bytea')
  sealed!: Buffer;
}
