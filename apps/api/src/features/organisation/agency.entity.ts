import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { AgencyGroup } from './agency-group.entity';

/** An agency: a department or a commune. Never deleted; deactivated. */
@Entity('agency')
export class Agency {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index({ unique: true })
  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  shortName!: string;

  @Index()
  @Column('text')
  groupCode!: string;

  @Index()
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('boolean', { default: true })
  active!: boolean;

  @VersionColumn({ default: 1 })
  version!: number;

  @ManyToOne(() => AgencyGroup)
  @JoinColumn({ name: 'group_code' })
  readonly group?: Relation<AgencyGroup>;

  @ManyToOne(() => Agency)
  @JoinColumn({ name: 'parent_id' })
  readonly parent?: Relation<Agency> | null;
}
