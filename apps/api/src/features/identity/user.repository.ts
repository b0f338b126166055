import { Injectable } from '@nestjs/common';
import type { RoleGrantRequest, RoleGrantView, UserQuery } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { containing, VIETNAMESE_ORDER } from '../../platform/database/search';
import type { Slice } from '../../platform/http/page.dto';
import { GRANTS_OF_U } from './grants-sql';
import { UserAccount } from './user-account.entity';
import { UserGrant } from './user-grant.entity';

export interface Credentials {
  readonly id: string;
  readonly userName: string;
  readonly active: boolean;
  readonly passwordHash: string | null;
}

/** A person as lists show them. */
export interface UserRow {
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly hasPassword: boolean;
  readonly lastSignInAt: Date | null;
  readonly version: number;
  readonly grants: readonly RoleGrantView[];
}

const CREDENTIALS = `select u.id, u.user_name "userName", u.active, u.password_hash "passwordHash" from user_account u`;

const ROW = `
  select u.id, u.user_name "userName", u.full_name "fullName", u.email, u.active, u.password_hash is not null "hasPassword",
    u.last_sign_in_at "lastSignInAt", u.version, ${GRANTS_OF_U} grants
  from user_account u`;

/** `$1` pattern or null, `$2` agency or null, `$3` role or null. */
const WANTED = `
  where ($1::text is null or fold(u.full_name || ' ' || u.user_name) like fold($1))
    and (($2::uuid is null and $3::text is null) or exists (select from user_grant g where g.user_id = u.id
      and ($2::uuid is null or g.agency_id = $2) and ($3::text is null or g.role = $3)))`;

@Injectable()
export class UserRepository {
  async findCredentials(em: EntityManager, userName: string): Promise<Credentials | null> {
    const rows: readonly Credentials[] = await em.query(`${CREDENTIALS} where u.user_name = $1`, [userName]);
    return rows[0] ?? null;
  }

  /** The same; nobody changes them until the end of the transaction. */
  async holdCredentials(em: EntityManager, userName: string): Promise<Credentials | null> {
    const rows: readonly Credentials[] = await em.query(`${CREDENTIALS} where u.user_name = $1 for no key update of u`, [userName]);
    return rows[0] ?? null;
  }

  async findDemoPerson(em: EntityManager, userName: string): Promise<Credentials | null> {
    const rows: readonly Credentials[] = await em.query(
      `${CREDENTIALS} join demo_person d on d.user_id = u.id where u.user_name = $1 and u.active`,
      [userName],
    );
    return rows[0] ?? null;
  }

  async find(em: EntityManager, id: string): Promise<UserRow | null> {
    const rows: readonly UserRow[] = await em.query(`${ROW} where u.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Two statements: the page, and the count of the whole. */
  async list(em: EntityManager, query: UserQuery, { skip, pageSize }: Slice): Promise<readonly [rows: readonly UserRow[], total: number]> {
    const wanted = [query.search?.trim() ? containing(query.search) : null, query.agencyId ?? null, query.role ?? null];
    const order = `order by u.full_name ${VIETNAMESE_ORDER}, u.user_name offset $4 limit $5`;
    const rows: readonly UserRow[] = await em.query(`${ROW} ${WANTED} ${order}`, [...wanted, skip, pageSize]);
    const counts: readonly { readonly total: number }[] = await em.query(`select count(*)::int total from user_account u ${WANTED}`, wanted);
    return [rows, counts[0]?.total ?? 0];
  }

  /** Says when somebody last signed in. Not an edit: the version stays. */
  async noteSignIn(em: EntityManager, id: string, at: Date): Promise<void> {
    await em.query('update user_account set last_sign_in_at = $2 where id = $1', [id, at]);
  }

  /** Links that were made to set one open nothing any more: whoever holds them shall not undo it. */
  async setPassword(em: EntityManager, id: string, passwordHash: string): Promise<void> {
    await em.query('update user_account set password_hash = $2 where id = $1', [id, passwordHash]);
    await em.query('update credential_link set spent_at = now() where user_id = $1 and spent_at is null', [id]);
  }

  async create(em: EntityManager, fields: { readonly userName: string; readonly fullName: string; readonly email?: string | null }): Promise<string> {
    const user = await em.save(em.create(UserAccount, { ...fields, active: true, passwordHash: null, lastSignInAt: null }));
    return user.id;
  }

  /** A new version of the record, also where only the grants change with it. An address that is not named stays. */
  async edit(em: EntityManager, id: string, fields: { readonly fullName: string; readonly email?: string | null; readonly active: boolean }): Promise<void> {
    const { fullName, email, active } = fields;
    await em.query('update user_account set full_name = $2, active = $3, email = case when $5 then $4 else email end, version = version + 1 where id = $1', [
      ...[id, fullName, active],
      ...[email ?? null, email !== undefined],
    ]);
  }

  async reopen(em: EntityManager, id: string): Promise<void> {
    await em.query('update user_account set active = true, version = version + 1 where id = $1', [id]);
  }

  async addGrants(em: EntityManager, userId: string, grants: readonly RoleGrantRequest[]): Promise<void> {
    if (grants.length > 0) {
      await em.insert(UserGrant, grants.map(({ role, agencyId }) => ({ userId, role, agencyId })));
    }
  }

  async replaceGrants(em: EntityManager, userId: string, grants: readonly RoleGrantRequest[]): Promise<void> {
    await em.delete(UserGrant, { userId });
    await this.addGrants(em, userId, grants);
  }

  /** Whether anybody but this person could still administer. Held until the end of the transaction, so that two can't leave at once. */
  async hasOtherAdmin(em: EntityManager, userId: string): Promise<boolean> {
    await em.query(`select pg_advisory_xact_lock(hashtext('user.last-admin'))`);
    const rows: readonly unknown[] = await em.query(
      `select 1 from user_grant g join user_account u on u.id = g.user_id where g.role = 'admin' and u.active and u.id <> $1 limit 1`,
      [userId],
    );
    return rows.length > 0;
  }
}
