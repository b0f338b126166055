import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who appraises a criterion in this cycle in place of whom the set names: at all agencies of a group, or at one. The opening follows it. */
@Entity('cycle_assignment')
@Index('uq_cycle_assignment_place', ['cycleId', 'groupCode', 'code', 'assessedAgencyId'], { unique: true })
@Check('ck_cycle_assignment_not_own', 'assessed_agency_id is null or assessed_agency_id <> agency_id')
export class CycleAssignment {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @Index()
  @ForeignKey('agency_group')
  @Column('text')
  groupCode!: string;

  @Column('text')
  code!: string;

  /** Null: at all agencies of the group. */
  @Index()
  @ForeignKey('agency')
  @Column('uuid', { nullable: true })
  assessedAgencyId!: string | null;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;
}
