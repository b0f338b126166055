import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The criteria set that a cycle uses for one group of agencies. */
@Entity('cycle_set')
@Index('uq_cycle_set_cycle_id_group_code', ['cycleId', 'groupCode'], { unique: true })
export class CycleSet {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @Index()
  @ForeignKey('agency_group')
  @Column('text')
  groupCode!: string;

  @Index()
  @ForeignKey('criteria_set')
  @Column('uuid')
  criteriaSetId!: string;
}
