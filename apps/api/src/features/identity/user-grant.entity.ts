import type { Role } from '@par-index/contract';
import { Check, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Agency } from '../organisation/agency.entity';
import { UserAccount } from './user-account.entity';

/** A role that a person holds for one agency. */
@Entity('user_grant')
@Check(
  'ck_user_grant_role',
  `role in ('agency-officer', 'agency-head', 'appraiser', 'home-affairs', 'council-member', 'council-chair', 'leader', 'admin')`,
)
export class UserGrant {
  @PrimaryColumn('uuid')
  userId!: string;

  @PrimaryColumn('text')
  role!: Role;

  @Index()
  @PrimaryColumn('uuid')
  agencyId!: string;

  @ManyToOne(() => UserAccount)
  @JoinColumn({ name: 'user_id' })
  readonly user?: Relation<UserAccount>;

  @ManyToOne(() => Agency)
  @JoinColumn({ name: 'agency_id' })
  readonly agency?: Relation<Agency>;
}
