import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A criterion that will not count for an agency once a cycle that is being prepared is opened. Edited with its cycle. */
@Entity('planned_exemption')
@Index('uq_planned_exemption_place', ['cycleId', 'agencyId', 'code'], { unique: true })
export class PlannedExemption {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  reason!: string;
}
