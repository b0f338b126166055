import type { SetHeartbeatRequest, SetPresenceView } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { SetPresenceService } from './set-presence.service';

describe('who has a criteria set open now', () => {
  let test: TestApp;
  let setId: string;
  let hoa: Browser;
  let lan: Browser;
  const pages = new Map<Browser, string>();

  beforeAll(async () => {
    test = await startTestApp();
    setId = (await aCriteriaSet(test.db, { state: 'draft' })).id;
    const { id: agencyId } = await anAgency(test.db);
    hoa = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
    lan = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
    for (const browser of [hoa, lan]) pages.set(browser, randomUUID());
  });
  beforeEach(() => test.db.query('delete from set_presence'));
  afterAll(() => test.close());

  const beat = (browser: Browser, given: Partial<SetHeartbeatRequest> = {}, { page = pages.get(browser), id = setId } = {}) =>
    browser.put(`/api/v1/criteria-sets/${id}/presence/${page}`).send({ code: '1.1', deed: 'open', ...given });
  const othersOf = async (browser: Browser) => ((await beat(browser).expect(200)).body as SetPresenceView).others.map(({ userId, deed, code }) => [userId, deed, code]);

  it('are the others, with where they are and what they do there', async () => {
    expect(await othersOf(hoa)).toEqual([]);
    await beat(lan, { code: null, deed: 'editing' });
    expect(await othersOf(hoa)).toEqual([[lan.userId, 'editing', null]]);
    expect(await othersOf(lan)).toEqual([[hoa.userId, 'open', '1.1']]);
  });

  it('is one person however many pages are open, at the one that edits', async () => {
    await beat(lan, { code: '1.2' }, { page: randomUUID() });
    await beat(lan, { code: '1.3', deed: 'editing' }, { page: randomUUID() });
    await beat(lan, { code: '1.4' }, { page: randomUUID() });
    expect(await othersOf(hoa)).toEqual([[lan.userId, 'editing', '1.3']]);
  });

  it('is nobody of another set, who has left, or was not heard of for a minute', async () => {
    const other = await aCriteriaSet(test.db, { state: 'draft' });
    await beat(lan, {}, { id: other.id });
    expect(await othersOf(hoa)).toEqual([]);
    await beat(lan);
    await lan.delete(`/api/v1/criteria-sets/${setId}/presence/${pages.get(lan)}`).expect(204);
    expect(await othersOf(hoa)).toEqual([]);
    await beat(lan);
    await test.db.query(`update set_presence set seen_at = now() - interval '61 seconds'`);
    expect(await othersOf(hoa)).toEqual([]);
    await test.app.get(UnitOfWork).runAsSystem((tx) => tx.raise('clock.ticked', { at: tx.now }));
    expect(await test.db.query(`select 1 from set_presence where user_id = $1`, [lan.userId])).toEqual([]);
  });

  it('goes with the draft', async () => {
    const draft = await aCriteriaSet(test.db, { state: 'draft' });
    await beat(lan, {}, { id: draft.id });
    await test.db.query('delete from criteria_set where id = $1', [draft.id]);
    expect(await test.db.query('select 1 from set_presence')).toEqual([]);
  });

  it('refuses what is no set, no page and no deed, and is one statement without a trace', async () => {
    await beat(hoa, {}, { id: randomUUID() }).expect(404);
    await beat(hoa, {}, { page: 'x' }).expect(404);
    await beat(hoa, { deed: 'asleep' as 'open' }).expect(422);
    await beat(hoa, { code: 7 as unknown as string }).expect(422);
    const actor = { id: hoa.userId ?? '', grants: [], permissions: new Set<never>() };
    expect(await countQueries(test.db, () => test.app.get(SetPresenceService).note(actor, randomUUID(), setId, { code: null, deed: 'open' }))).toBe(1);
  });
});
