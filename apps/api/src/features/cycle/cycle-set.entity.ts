import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The criteria set that a cycle uses for one group of agencies. */
@Entity('cycle_set')
@Index('uq_cycle_set_cycle_id_group_code', ['cycleId', 'groupCode'], { unique: true })
export class CycleSet {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle', { name: 'fk_cycle_set_cycle_id' })
  @Column('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @Index('ix_cycle_set_group_code')
  @ForeignKey('agency_group', { name: 'fk_cycle_set_group_code' })
  @Column('text', { name: 'group_code' })
  groupCode!: string;

  @Index('ix_cycle_set_criteria_set_id')
  @ForeignKey('criteria_set', { name: 'fk_cycle_set_criteria_set_id' })
  @Column('uuid', { name: 'criteria_set_id' })
  criteriaSetId!: string;
}
