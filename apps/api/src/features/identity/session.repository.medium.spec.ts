import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aUser } from '../../../test/factories/user.factory';
import { SessionRepository } from './session.repository';
import { newToken } from './token';

describe('SessionRepository', () => {
  let db: DataSource;
  let sessions: SessionRepository;
  beforeAll(async () => {
    db = await openTestDatabase();
    sessions = new SessionRepository(db);
  });
  afterAll(() => db.destroy());

  async function opened(userId: string) {
    const token = newToken();
    return { token, id: await sessions.open(db.manager, { token, userId, device: 'Chrome trên Windows' }) };
  }
  const age = (id: string, seen: string, expires: string, ends: string) =>
    db.query(`update session set last_seen_at = now() - $2::interval, expires_at = now() + $3::interval, ends_at = now() + $4::interval where id = $1`, [id, seen, expires, ends]);

  it('opens one for half a day, and never for more than a week', async () => {
    const { id } = await opened((await aUser(db)).id);
    const [row] = await db.query(`select extract(epoch from expires_at - created_at)::int / 3600 idle, extract(epoch from ends_at - created_at)::int / 86400 longest from session where id = $1`, [id]);
    expect(row).toEqual({ idle: 12, longest: 7 });
  });

  it('finds who is signed in with all their roles, in one statement', async () => {
    const [health, finance] = [await anAgency(db, { code: 'so-y-te', name: 'Sở Y tế', shortName: 'SYT' }), await anAgency(db, { code: 'so-tai-chinh' })];
    const user = await aUser(db, { fullName: 'Lê An', grants: [{ role: 'appraiser', agencyId: finance.id }, { role: 'agency-head', agencyId: health.id }] });
    const { id, token } = await opened(user.id);
    expect(await countQueries(db, () => sessions.findLive(token))).toBe(1);
    const session = await sessions.findLive(token);
    expect(session).toMatchObject({ id, userName: user.userName, fullName: 'Lê An', demo: false, actor: { id: user.id } });
    expect(session?.grants[0]).toEqual({ role: 'agency-head', agency: { id: health.id, code: 'so-y-te', name: 'Sở Y tế', shortName: 'SYT' } });
    expect(session?.actor.grants).toEqual([{ role: 'agency-head', agencyId: health.id }, { role: 'appraiser', agencyId: finance.id }]);
    expect([...(session?.actor.permissions ?? [])]).toEqual(expect.arrayContaining(['assessment.sign-off', 'appraisal.decide']));
  });

  it('finds a person without any role', async () => {
    const { token } = await opened((await aUser(db)).id);
    const session = await sessions.findLive(token);
    expect([session?.grants, session?.actor.permissions.size]).toEqual([[], 0]);
  });

  it.each(['', 'x', 'A'.repeat(43), "' or 1=1 --"])('finds nobody by «%s»', async (token) => expect(await sessions.findLive(token)).toBeNull());

  it('notes the use of a session, but not with every request', async () => {
    const { id, token } = await opened((await aUser(db)).id);
    await age(id, '4 minutes', '1 hour', '2 days');
    expect(await countQueries(db, () => sessions.findLive(token))).toBe(1);
    await age(id, '6 minutes', '1 hour', '2 days');
    expect(await countQueries(db, () => sessions.findLive(token))).toBe(2);
    const [row] = await db.query('select expires_at > now() + interval \'11 hours\' put_off from session where id = $1', [id]);
    expect(row).toEqual({ put_off: true });
  });

  it('lists those that still open, the last used first', async () => {
    const { id: userId } = await aUser(db);
    const [old, recent, over] = [await opened(userId), await opened(userId), await opened(userId)];
    await age(old.id, '2 hours', '1 hour', '1 day');
    await age(recent.id, '1 hour', '1 hour', '1 day');
    await age(over.id, '0 hours', '-1 hour', '1 day');
    expect((await sessions.listOf(db.manager, userId)).map(({ id }) => id)).toEqual([recent.id, old.id]);
  });

  it('ends one of its owner, and none of anybody else', async () => {
    const [owner, other] = [await aUser(db), await aUser(db)];
    const { id, token } = await opened(owner.id);
    expect(await sessions.end(db.manager, other.id, id)).toBe(false);
    expect(await sessions.findLive(token)).not.toBeNull();
    expect(await sessions.end(db.manager, owner.id, id)).toBe(true);
    expect(await sessions.end(db.manager, owner.id, randomUUID())).toBe(false);
    expect(await sessions.findLive(token)).toBeNull();
  });

  it('ends all of a person, or all but one, and says how many', async () => {
    const { id: userId } = await aUser(db);
    const [here, there] = [await opened(userId), await opened(userId)];
    expect(await sessions.endAll(db.manager, userId, here.id)).toBe(1);
    expect([await sessions.findLive(here.token), await sessions.findLive(there.token)]).toEqual([expect.anything(), null]);
    expect(await sessions.endAll(db.manager, userId)).toBe(1);
    expect(await sessions.endAll(db.manager, userId)).toBe(0);
  });

  it('forgets of a person what has run out, and nothing else', async () => {
    const { id: userId } = await aUser(db);
    const [live, over] = [await opened(userId), await opened(userId)];
    await age(over.id, '1 hour', '1 hour', '-1 minute');
    await sessions.forgetExpired(db.manager, userId);
    expect(await db.query('select id from session where user_id = $1', [userId])).toEqual([{ id: live.id }]);
  });
});
