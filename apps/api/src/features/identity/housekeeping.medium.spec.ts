import { startTestApp, type TestApp } from '../../../test/app';
import { aUser } from '../../../test/factories/user.factory';
import { UnitOfWork } from '../../platform/database/unit-of-work';

describe('the tick of the clock', () => {
  let test: TestApp;
  let userId: string;
  beforeAll(async () => {
    test = await startTestApp();
    userId = (await aUser(test.db)).id;
  });
  afterAll(() => test.close());

  const tick = () => test.app.get(UnitOfWork).runAsSystem((tx) => tx.raise('clock.ticked', { at: tx.now }));
  const namesIn = async (table: string, column: string): Promise<readonly string[]> =>
    (await test.db.query(`select ${column} as name from ${table} order by 1`)).map(({ name }: { name: string }) => name);

  it('forgets sessions that are over, and no other', async () => {
    await test.db.query(
      `insert into session (token_hash, user_id, device, expires_at, ends_at) values
         ('idle', $1, 'x', now() - interval '1 minute', now() + interval '1 day'),
         ('old', $1, 'x', now() + interval '1 minute', now() - interval '1 minute'),
         ('live', $1, 'x', now() + interval '1 minute', now() + interval '1 day')`,
      [userId],
    );
    await tick();
    expect(await namesIn('session', 'token_hash')).toEqual(['live']);
  });

  it('forgets failures that slow nobody down, and keeps those that do', async () => {
    await test.db.query(
      `insert into sign_in_attempt (kind, key_hash, failures, last_at, waits_until) values
         ('account', 'forgotten', 9, now() - interval '2 hours', now() - interval '90 minutes'),
         ('account', 'recent', 1, now() - interval '30 minutes', now() - interval '30 minutes'),
         ('account', 'waiting', 9, now() - interval '2 hours', now() + interval '5 minutes')`,
    );
    await tick();
    expect(await namesIn('sign_in_attempt', 'key_hash')).toEqual(['recent', 'waiting']);
  });

  it('forgets links a month after they opened anything', async () => {
    await test.db.query(
      `insert into credential_link (token_hash, user_id, expires_at, spent_at) values
         ('spent long ago', $1, now() - interval '20 days', now() - interval '31 days'),
         ('expired long ago', $1, now() - interval '31 days', null),
         ('spent lately', $1, now() + interval '1 day', now() - interval '1 day'),
         ('open', $1, now() + interval '1 day', null)`,
      [userId],
    );
    await tick();
    expect(await namesIn('credential_link', 'token_hash')).toEqual(['open', 'spent lately']);
  });
});
