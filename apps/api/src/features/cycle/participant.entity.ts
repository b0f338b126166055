import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** An agency that takes part in a cycle, and the set it is scored with. */
@Entity('participant')
@Index('uq_participant_cycle_id_agency_id', ['cycleId', 'agencyId'], { unique: true })
export class Participant {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  agencyId!: string;

  @Index()
  @ForeignKey('criteria_set')
  @Column('uuid')
  criteriaSetId!: string;

  @VersionColumn({ default: 1 })
  version!: number;
}
