import type { LineageKind } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** Where an agency came from: a merge has a line for each predecessor, a split one for each successor. */
@Entity('agency_lineage')
@Index('uq_agency_lineage_predecessor_id_successor_id', ['predecessorId', 'successorId'], { unique: true })
@Check('ck_agency_lineage_kind', `kind in ('merge', 'split', 'rename')`)
@Check('ck_agency_lineage_others', 'predecessor_id <> successor_id')
export class AgencyLineage {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('agency')
  @Column('uuid')
  predecessorId!: string;

  @Index()
  @ForeignKey('agency')
  @Column('uuid')
  successorId!: string;

  @Column('text')
  kind!: LineageKind;

  /** yyyy-MM-dd. */
  @Column('date')
  effectiveOn!: string;

  /** The decision or resolution that says so. */
  @Column('text')
  legalBasis!: string;

  @VersionColumn({ default: 1 })
  version!: number;
}
