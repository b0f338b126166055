import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A group of agencies that is ranked by itself. */
@Entity('agency_group')
export class AgencyGroup {
  @PrimaryColumn('text')
  code!: string;

  /** Names the group in the audit trail. */
  @Index({ unique: true })
  @Column('uuid', { generated: 'uuid' })
  readonly id!: string;

  @Column('text')
  name!: string;

  /** The order in which groups are listed: that of their creation. */
  @Column('integer', { generated: 'increment' })
  readonly position!: number;
}
