import { Injectable } from '@nestjs/common';
import { permissionsOf, type RoleGrantView } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { type LiveSession, SessionReader } from '../../platform/access/live-session';
import { HELD_BY_U } from './grants-sql';
import { Session } from './session.entity';
import { hashOf } from './token';

/** A session that is not used for half a day ends; a week after its beginning it ends in any case. */
export const IDLE = '12 hours';
export const LONGEST = '7 days';
/** How often the use of a session is written down. */
const NOTED_EVERY = '5 minutes';

const FIND_LIVE = `
  select s.id, s.last_seen_at "lastSeenAt", u.id "userId", u.user_name "userName", u.full_name "fullName",
    s.last_seen_at < now() - interval '${NOTED_EVERY}' stale, exists (select from demo_person) demo, ${HELD_BY_U} grants
  from session s join user_account u on u.id = s.user_id and u.active
  where s.token_hash = $1 and s.expires_at > now() and s.ends_at > now()`;

interface LiveRow {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
  readonly fullName: string;
  readonly lastSeenAt: Date;
  readonly stale: boolean;
  readonly demo: boolean;
  readonly grants: readonly RoleGrantView[];
}

function toLiveSession({ id, userId, userName, fullName, lastSeenAt, demo, grants }: LiveRow): LiveSession {
  const held = grants.map(({ role, agency, actingFor }) => ({ role, agencyId: agency.id, ...(actingFor && { actingFor: actingFor.id }) }));
  return { id, userName, fullName, lastSeenAt, demo, grants, actor: { id: userId, grants: held, permissions: permissionsOf(held) } };
}

@Injectable()
export class SessionRepository extends SessionReader {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async findLive(token: string): Promise<LiveSession | null> {
    const rows: readonly LiveRow[] = await this.dataSource.query(FIND_LIVE, [hashOf(token)]);
    const row = rows[0];
    if (!row) {
      return null;
    }
    if (row.stale) {
      await this.noteUse(row.id);
    }
    return toLiveSession(row);
  }

  async open(em: EntityManager, fields: { readonly token: string; readonly userId: string; readonly device: string }): Promise<string> {
    const rows: readonly { readonly id: string }[] = await em.query(
      `insert into session (token_hash, user_id, device, expires_at, ends_at)
       values ($1, $2, $3, now() + interval '${IDLE}', now() + interval '${LONGEST}') returning id`,
      [hashOf(fields.token), fields.userId, fields.device],
    );
    return rows[0]?.id ?? '';
  }

  listOf(em: EntityManager, userId: string): Promise<readonly Session[]> {
    return em
      .createQueryBuilder(Session, 's')
      .where('s.userId = :userId and s.expiresAt > now() and s.endsAt > now()', { userId })
      .orderBy('s.lastSeenAt', 'DESC')
      .addOrderBy('s.id')
      .getMany();
  }

  async endById(em: EntityManager, id: string): Promise<void> {
    await em.delete(Session, { id });
  }

  /** Ends one session of a person; false where it is not there. */
  async end(em: EntityManager, userId: string, id: string): Promise<boolean> {
    return ((await em.delete(Session, { id, userId })).affected ?? 0) > 0;
  }

  /** Ends the sessions of a person, all but one where one is named; says how many there were. */
  async endAll(em: EntityManager, userId: string, except: string | null = null): Promise<number> {
    const list = em.createQueryBuilder().delete().from(Session).where('user_id = :userId', { userId });
    return (await (except ? list.andWhere('id <> :except', { except }) : list).execute()).affected ?? 0;
  }

  /** Forgets the sessions of a person that have run out. */
  async forgetExpired(em: EntityManager, userId: string): Promise<void> {
    await em.query('delete from session where user_id = $1 and (expires_at <= now() or ends_at <= now())', [userId]);
  }

  private async noteUse(id: string): Promise<void> {
    await this.dataSource.query(
      `update session set last_seen_at = now(), expires_at = least(now() + interval '${IDLE}', ends_at) where id = $1`,
      [id],
    );
  }
}
