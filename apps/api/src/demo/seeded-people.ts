import { hash } from '@node-rs/argon2';
import { type Actor, permissionsOf } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { type DemoAccount, demoAccounts, SUBSTITUTES } from './people';
import { AGENCIES, GROUPS, SCORED_GROUPS } from './province';
import { insertRows, Rows } from './rows';

/** Every account of the demonstration has this password, beside its card. It is said in the README. */
export const DEMO_PASSWORD = 'Tuyen-Quang-2026';

export const SUBSTITUTE_PAIRS: readonly (readonly [owner: string, substitute: string])[] = Object.entries(SUBSTITUTES);

/** Groups, agencies and accounts as they were written, found by their codes. */
export class SeededPeople {
  constructor(
    private readonly agencyIds: ReadonlyMap<string, string>,
    private readonly userIds: ReadonlyMap<string, string>,
    readonly accounts: readonly DemoAccount[],
  ) {}

  agencyId(code: string): string {
    return found(this.agencyIds, code);
  }

  userId(userName: string): string {
    return found(this.userIds, userName);
  }

  /** As this person would act. */
  actor(userName: string): Actor {
    const account = this.accounts.find((one) => one.userName === userName);
    const grants = (account?.grants ?? []).map(({ role, agencyCode }) => ({ role, agencyId: this.agencyId(agencyCode) }));
    return { id: this.userId(userName), grants, permissions: permissionsOf(grants) };
  }
}

function found(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) {
    throw new Error(`The demonstration has no «${key}»`);
  }
  return id;
}

/** Writes groups, agencies, accounts and their roles. */
export async function seedPeople(em: EntityManager, now: Date): Promise<SeededPeople> {
  await insertRows(em, 'agency_group', GROUPS.map(({ code, name }, at) => ({ code, name, position: at + 1 })));
  await em.query(`select setval(pg_get_serial_sequence('agency_group', 'position'), ${String(GROUPS.length)})`);
  const rows = new Rows();
  const agencyIds = new Map(AGENCIES.map(({ code, name, shortName, group }) => {
    return [code, rows.add('agency', { code, name, short_name: shortName, group_code: group, parent_id: null, active: true, version: 1 })] as const;
  }));
  const scored = AGENCIES.filter(({ group }) => (SCORED_GROUPS as readonly string[]).includes(group));
  const accounts = demoAccounts(scored);
  const userIds = await addAccounts(rows, accounts, now);
  await rows.write(em);
  const people = new SeededPeople(agencyIds, userIds, accounts);
  await insertRows(em, 'user_grant', accounts.flatMap(({ userName, grants }) => {
    return grants.map(({ role, agencyCode }) => ({ user_id: people.userId(userName), role, agency_id: people.agencyId(agencyCode) }));
  }));
  return people;
}

async function addAccounts(rows: Rows, accounts: readonly DemoAccount[], now: Date): Promise<ReadonlyMap<string, string>> {
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  return new Map(accounts.map(({ userName, fullName }) => {
    const account = { user_name: userName, full_name: fullName, email: `${userName}@tuyenquang.example`, password_hash: passwordHash, active: true, last_sign_in_at: null, created_at: now, version: 1 };
    return [userName, rows.add('user_account', account)] as const;
  }));
}

/** The cards of the sign-in page. Written last: while there are any, the demonstration is complete. */
export async function seedCards(em: EntityManager, people: SeededPeople): Promise<void> {
  const cards = people.accounts.flatMap(({ userName, purpose }) => (purpose ? [{ user_id: people.userId(userName), purpose }] : []));
  await insertRows(em, 'demo_person', cards.map((card, at) => ({ ...card, position: at + 1 })));
}
