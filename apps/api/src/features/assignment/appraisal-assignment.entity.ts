import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Which agency appraises one criterion of one assessment, and who of it where it is given to a person. Triggers refuse the assessed agency and its people. */
@Entity('appraisal_assignment')
@Index('uq_appraisal_assignment_assessment_id_code', ['assessmentId', 'code'], { unique: true })
@Index(['agencyId', 'assessmentId'])
export class AppraisalAssignment {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  /** The agency that appraises. */
  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;

  /** The person of that agency who decides; null is everybody of it. Counts only while they can (see the view `assigned_criterion`). */
  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  personId!: string | null;
}
