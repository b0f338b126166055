import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who appraises in the place of a field owner at the owner itself, for nobody appraises their own agency. */
@Entity('cycle_substitute')
@Index('uq_cycle_substitute_cycle_id_owner_agency_id', ['cycleId', 'ownerAgencyId'], { unique: true })
@Check('ck_cycle_substitute_differs', 'owner_agency_id <> substitute_agency_id')
export class CycleSubstitute {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle', { name: 'fk_cycle_substitute_cycle_id' })
  @Column('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @Index('ix_cycle_substitute_owner_agency_id')
  @ForeignKey('agency', { name: 'fk_cycle_substitute_owner_agency_id' })
  @Column('uuid', { name: 'owner_agency_id' })
  ownerAgencyId!: string;

  @Index('ix_cycle_substitute_substitute_agency_id')
  @ForeignKey('agency', { name: 'fk_cycle_substitute_substitute_agency_id' })
  @Column('uuid', { name: 'substitute_agency_id' })
  substituteAgencyId!: string;
}
