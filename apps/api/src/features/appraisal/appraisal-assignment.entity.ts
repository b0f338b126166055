import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Which agency appraises one criterion of one assessment. A trigger refuses the assessed agency itself. */
@Entity('appraisal_assignment')
@Index('uq_appraisal_assignment_assessment_id_code', ['assessmentId', 'code'], { unique: true })
@Index('ix_appraisal_assignment_agency_id_assessment_id', ['agencyId', 'assessmentId'])
export class AppraisalAssignment {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('assessment', { name: 'fk_appraisal_assignment_assessment_id' })
  @Column('uuid', { name: 'assessment_id' })
  assessmentId!: string;

  @Column('text')
  code!: string;

  /** The agency that appraises. */
  @ForeignKey('agency', { name: 'fk_appraisal_assignment_agency_id' })
  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;
}
