import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Which agency appraises one criterion of one assessment. A trigger refuses the assessed agency itself. */
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
}
