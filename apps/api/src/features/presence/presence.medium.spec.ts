import type { AssessmentState, HeartbeatRequest, PresenceView, Role } from '@par-index/contract';
import { presenceSideOf } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { UnitOfWork } from '../../platform/database/unit-of-work';

const CODE = '1.3';

describe('who is at a criterion now', () => {
  let test: TestApp;
  let province: Province;
  let assessed: Assessed;
  let officer: Browser;
  let other: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    assessed = await province.assessed();
    officer = await signedIn('agency-officer', assessed.agency.id);
    other = await signedIn('agency-head', assessed.agency.id);
  });
  beforeEach(() => test.db.query('delete from presence'));
  afterAll(() => test.close());

  const signedIn = (role: Role, agencyId: string) => test.signedInAs([{ role, agencyId }]);
  const page = new Map<Browser, string>();
  const pageOf = (browser: Browser): string => page.get(browser) ?? page.set(browser, randomUUID()).get(browser) ?? '';

  function beat(browser: Browser, given: Partial<HeartbeatRequest> = {}, pageId = pageOf(browser)) {
    return browser.put(`/api/v1/presence/${pageId}`).send({ assessmentId: assessed.id, code: CODE, deed: 'open', ...given });
  }

  async function othersOf(browser: Browser, given: Partial<HeartbeatRequest> = {}): Promise<readonly (readonly [string, string])[]> {
    const { body } = await beat(browser, given).expect(200);
    return (body as PresenceView).others.map(({ userId, deed }) => [userId, deed] as const);
  }

  it('are the others of the same side, with what they do there', async () => {
    expect(await othersOf(officer)).toEqual([]);
    expect(await othersOf(other, { deed: 'editing' })).toEqual([[officer.userId, 'open']]);
    expect(await othersOf(officer)).toEqual([[other.userId, 'editing']]);
  });

  it('is nobody of another criterion, and somebody who has moved on is there alone', async () => {
    await beat(other);
    expect(await othersOf(officer, { code: '1.1' })).toEqual([]);
    await beat(other, { code: '1.1' });
    expect(await othersOf(officer)).toEqual([]);
    expect(await othersOf(officer, { code: '1.1' })).toHaveLength(1);
  });

  it('is one person however many pages are open, and edits if one of them does', async () => {
    await beat(other, {}, randomUUID());
    await beat(other, { deed: 'editing' }, randomUUID());
    await beat(other, {}, randomUUID());
    expect(await othersOf(officer)).toEqual([[other.userId, 'editing']]);
  });

  it('is nobody who was not heard of for a minute, or has left', async () => {
    await beat(other);
    await test.db.query(`update presence set seen_at = now() - interval '61 seconds'`);
    expect(await othersOf(officer)).toEqual([]);
    await beat(other);
    await other.delete(`/api/v1/presence/${pageOf(other)}`).expect(204);
    expect(await othersOf(officer)).toEqual([]);
  });

  it('is never told to the other side: an agency learns of no appraiser, and no appraiser of its officers', async () => {
    const appraiser = await signedIn('appraiser', province.tuPhap.id);
    const homeAffairs = await signedIn('home-affairs', province.noiVu.id);
    await beat(appraiser, { deed: 'editing' }).expect(200);
    expect(await othersOf(officer)).toEqual([]);
    await beat(officer, { deed: 'editing' });
    expect(await othersOf(homeAffairs)).toEqual([[appraiser.userId, 'editing']]);
    expect(await othersOf(appraiser)).toEqual([[homeAffairs.userId, 'open']]);
  });

  it('is told to whoever may see the assessment, and it is as if it were not there to everybody else', async () => {
    const roles: readonly Role[] = ['agency-officer', 'agency-head', 'appraiser', 'home-affairs', 'council-member', 'council-chair'];
    const states: readonly AssessmentState[] = ['drafting', 'submitted'];
    const elsewhere = await anAgency(test.db);
    for (const state of states) {
      const { id, agency } = await province.assessed({ state });
      const place = { agencyId: agency.id, handedIn: state === 'submitted', assignedTo: [province.tuPhap.id, province.noiVu.id] };
      for (const role of roles) {
        for (const agencyId of [agency.id, province.tuPhap.id, province.noiVu.id, elsewhere.id]) {
          const browser = await signedIn(role, agencyId);
          const side = presenceSideOf({ grants: [{ role, agencyId }] }, place);
          const { status } = await beat(browser, { assessmentId: id });
          expect({ state, role, agencyId, status }).toEqual({ state, role, agencyId, status: side ? 200 : 404 });
        }
      }
      const sides = await test.db.query('select p.side, g.role, g.agency_id = $2 as own from presence p join user_grant g on g.user_id = p.user_id where assessment_id = $1', [id, agency.id]);
      for (const { side, own } of sides as readonly { side: string; own: boolean }[]) expect(side).toBe(own ? 'own' : 'outside');
    }
  });

  it('is one statement and leaves no line in the audit trail', async () => {
    const audited = () => test.db.query('select count(*) from audit_event');
    const before: unknown = await audited();
    await beat(officer).expect(200);
    expect(await audited()).toEqual(before);
    const { PresenceService } = await import('./presence.service');
    const actor = { id: officer.userId ?? '', grants: [{ role: 'agency-officer' as const, agencyId: assessed.agency.id }], permissions: new Set<never>() };
    const statements = await countQueries(test.db, () => test.app.get(PresenceService).note(actor, randomUUID(), { assessmentId: assessed.id, code: CODE, deed: 'open' }));
    expect(statements).toBe(1);
  });

  it('is forgotten with the next tick of the clock', async () => {
    await beat(officer);
    await test.db.query(`update presence set seen_at = now() - interval '2 minutes'`);
    await test.app.get(UnitOfWork).runAsSystem((tx) => tx.raise('clock.ticked', { at: tx.now }));
    expect(await test.db.query('select 1 from presence')).toEqual([]);
  });

  it('refuses what is no page, no deed or no assessment in words', async () => {
    await officer.put('/api/v1/presence/x').send({ assessmentId: assessed.id, code: CODE, deed: 'open' }).expect(404);
    const { body } = await beat(officer, { deed: 'asleep' as 'open' }).expect(422);
    expect(JSON.stringify(body)).toContain('Việc đang làm phải là một trong: open, editing.');
    await beat(officer, { assessmentId: randomUUID() }).expect(404);
  });

  it('lets nobody end the presence of somebody else', async () => {
    await beat(other);
    await officer.delete(`/api/v1/presence/${pageOf(other)}`).expect(204);
    expect(await othersOf(officer)).toHaveLength(1);
  });
});
