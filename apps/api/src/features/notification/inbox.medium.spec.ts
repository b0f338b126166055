import { NOTIFICATION_KINDS, type NotificationPage, type NotificationPreferencesView, STANDARD_DELIVERY } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aNotification } from '../../../test/factories/notification.factory';
import { type Notification } from './notification.entity';

describe('the inbox', () => {
  let test: TestApp;
  let one: Browser;
  let other: Browser;

  beforeAll(async () => {
    test = await startTestApp();
  });
  beforeEach(async () => {
    const { id: agencyId } = await anAgency(test.db);
    one = await test.signedInAs([{ role: 'agency-officer', agencyId }]);
    other = await test.signedInAs([{ role: 'agency-head', agencyId }]);
  });
  afterAll(() => test.close());

  const told = (browser: Browser, overrides: Partial<Notification> = {}) => aNotification(test.db, browser.userId as string, overrides);
  const inboxOf = async (browser: Browser, query = ''): Promise<NotificationPage> => (await browser.get(`/api/v1/notifications${query}`).expect(200)).body as NotificationPage;
  const unreadOf = async (browser: Browser): Promise<number> => ((await browser.get('/api/v1/notifications/count').expect(200)).body as { unread: number }).unread;

  it('has the own ones, the newest first', async () => {
    await told(one, { path: '/assessments/old', createdAt: new Date('2026-01-01') } as Partial<Notification>);
    await told(one, { path: '/assessments/new' });
    await told(other, { path: '/assessments/other' });
    const { items, total, unread } = await inboxOf(one);
    expect(items.map(({ path }) => path)).toEqual(['/assessments/new', '/assessments/old']);
    expect({ total, unread }).toEqual({ total: 2, unread: 2 });
    expect(items[0]).toMatchObject({ kind: 'assessment-returned', parts: { agencyName: 'Sở Y tế' }, readAt: null });
  });

  it('is read one by one, or all that was there when the page was loaded', async () => {
    const [first] = [await told(one), await told(one), await told(one)];
    await one.post(`/api/v1/notifications/${first?.id}/reading`).expect(204);
    expect(await unreadOf(one)).toBe(2);
    expect((await inboxOf(one, '?unread=true')).items).toHaveLength(2);
    const upTo = new Date().toISOString();
    const later = await told(one, { createdAt: new Date(Date.now() + 60_000) } as Partial<Notification>);
    await one.post('/api/v1/notifications/reading').send({ upTo }).expect(204);
    expect((await inboxOf(one, '?unread=true')).items.map(({ id }) => id)).toEqual([later.id]);
  });

  it('keeps the time at which one was first read', async () => {
    const { id } = await told(one);
    await one.post(`/api/v1/notifications/${id}/reading`).expect(204);
    const { readAt } = (await inboxOf(one)).items[0] ?? {};
    await one.post(`/api/v1/notifications/${id}/reading`).expect(204);
    expect((await inboxOf(one)).items[0]?.readAt).toBe(readAt);
  });

  it("is nobody else's", async () => {
    const { id } = await told(other);
    await one.post(`/api/v1/notifications/${id}/reading`).expect(404);
    await one.post('/api/v1/notifications/reading').send({ upTo: new Date().toISOString() }).expect(204);
    expect(await unreadOf(other)).toBe(1);
  });

  it.each([
    ['?unread=maybe', 422],
    ['?page=0', 422],
    ['?page=2', 200],
  ])('asked for %s answers %s', async (query, status) => {
    await one.get(`/api/v1/notifications${query}`).expect(status);
  });

  it('takes as many statements for a hundred as for one', async () => {
    const asked = (path: string): Promise<number> => countQueries(test.db, () => one.get(path).expect(200));
    await told(one);
    const [list, count] = [await asked('/api/v1/notifications'), await asked('/api/v1/notifications/count')];
    for (let more = 0; more < 100; more += 1) await told(one);
    expect([await asked('/api/v1/notifications'), await asked('/api/v1/notifications/count')]).toEqual([list, count]);
    expect(list).toBeLessThanOrEqual(4);
    expect(count).toBeLessThanOrEqual(3);
  });

  it('takes every kind there is', async () => {
    for (const kind of NOTIFICATION_KINDS) await told(one, { kind });
    expect((await inboxOf(one)).total).toBe(NOTIFICATION_KINDS.length);
  });

  describe('how one wants to be told', () => {
    const preferencesOf = async (browser: Browser): Promise<NotificationPreferencesView> =>
      (await browser.get('/api/v1/account/notification-preferences').expect(200)).body as NotificationPreferencesView;

    it('is the standard until one chooses, for each kind by itself', async () => {
      expect((await preferencesOf(one)).preferences).toEqual(NOTIFICATION_KINDS.map((kind) => ({ kind, delivery: STANDARD_DELIVERY[kind] })));
      const chosen = { preferences: [{ kind: 'published', delivery: 'inbox' }] };
      await one.put('/api/v1/account/notification-preferences').send(chosen).expect(200);
      await one.put('/api/v1/account/notification-preferences').send({ preferences: [{ kind: 'published', delivery: 'at-once' }, { kind: 'extended', delivery: 'daily' }] }).expect(200);
      const { preferences } = await preferencesOf(one);
      expect(preferences.filter(({ kind, delivery }) => delivery !== STANDARD_DELIVERY[kind])).toEqual([{ kind: 'extended', delivery: 'daily' }, { kind: 'published', delivery: 'at-once' }]);
      expect((await preferencesOf(other)).preferences).toContainEqual({ kind: 'published', delivery: STANDARD_DELIVERY.published });
    });

    it('names the address that mails go to', async () => {
      expect((await preferencesOf(one)).email).toBeNull();
      await test.db.query(`update user_account set email = 'canbo@tinh.example' where id = $1`, [one.userId]);
      expect((await preferencesOf(one)).email).toBe('canbo@tinh.example');
    });

    it.each([
      [[{ kind: 'gossip', delivery: 'inbox' }], '/preferences/0/kind'],
      [[{ kind: 'published', delivery: 'pigeon' }], '/preferences/0/delivery'],
      [[{ kind: 'published', delivery: 'inbox' }, { kind: 'published', delivery: 'daily' }], '/preferences'],
    ])('is not %j', async (preferences, pointer) => {
      const { body } = await one.put('/api/v1/account/notification-preferences').send({ preferences }).expect(422);
      expect((body as { errors: readonly { pointer: string }[] }).errors).toMatchObject([{ pointer }]);
    });
  });
});
