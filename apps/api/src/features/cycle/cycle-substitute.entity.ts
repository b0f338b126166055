import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who appraises in the place of a field owner at the owner itself, for nobody appraises their own agency. */
@Entity('cycle_substitute')
@Index('uq_cycle_substitute_cycle_id_owner_agency_id', ['cycleId', 'ownerAgencyId'], { unique: true })
@Check('ck_cycle_substitute_differs', 'owner_agency_id <> substitute_agency_id')
export class CycleSubstitute {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('cycle')
  @Column('uuid')
  cycleId!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  ownerAgencyId!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  substituteAgencyId!: string;
}
