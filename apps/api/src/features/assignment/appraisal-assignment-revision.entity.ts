import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A change of who appraises one criterion. Written once: a trigger refuses UPDATE and DELETE. */
@Entity('appraisal_assignment_revision')
export class AppraisalAssignmentRevision {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index()
  @ForeignKey('appraisal_assignment')
  @Column('uuid')
  assignmentId!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  fromAgencyId!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  toAgencyId!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  fromPersonId!: string | null;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  toPersonId!: string | null;

  @Column('text')
  reason!: string;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  changedBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly changedAt!: Date;
}
