import { type Actor, permissionsOf, type Role, type RoleGrant } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { UserAccount } from '../../src/features/identity/user-account.entity';
import { unused } from './agency.factory';

/** An actor with one role, of an agency of their own unless told otherwise. In no database. */
export function actorOf(role: Role, agencyId: string = randomUUID(), id: string = randomUUID()): Actor {
  return actorWith([{ role, agencyId }], id);
}

/** An actor with several grants. In no database. */
export function actorWith(grants: readonly RoleGrant[], id: string = randomUUID()): Actor {
  return { id, grants, permissions: permissionsOf(grants) };
}

/** Saves a person, without a password, and gives the actor that they are when signed in. */
export async function aPerson(db: DataSource, ...grants: readonly RoleGrant[]): Promise<Actor> {
  const person = await db.manager.save(
    db.manager.create(UserAccount, { userName: unused('nguoi'), fullName: 'Nguyễn Văn A', active: true }),
  );
  return actorWith(grants, person.id);
}
