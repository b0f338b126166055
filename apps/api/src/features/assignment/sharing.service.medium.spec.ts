import { type Actor, permissionsOf, type ShareRequest, type ShareView } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { actorOf, actorWith } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { assignmentServices } from '../../../test/factories/assignment-services';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { aUser } from '../../../test/factories/user.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Cycle } from '../cycle/cycle.entity';
import { UserAccount } from '../identity/user-account.entity';
import { AppraisalAssignment } from './appraisal-assignment.entity';
import { AppraisalAssignmentRevision } from './appraisal-assignment-revision.entity';

const REASON = { reason: 'Chia việc trong phòng', decided: 'keep' } as const;

describe('SharingService', () => {
  let db: DataSource;
  let services: ReturnType<typeof assignmentServices>;
  let province: Province;
  let cycle: Cycle;
  let head: Actor;
  let an: UserAccount;
  let binh: UserAccount;
  let communes: readonly Assessed[];

  const appraiser = (fullName: string) => aUser(db, { fullName, grants: [{ role: 'appraiser', agencyId: province.noiVu.id }], hasPassword: false });

  beforeAll(async () => {
    db = await openTestDatabase();
    services = assignmentServices(db);
    province = await aProvince(db);
    head = await province.person('agency-head', province.noiVu);
    [an, binh] = [await appraiser('An'), await appraiser('Bình')];
  });
  beforeEach(async () => {
    cycle = await province.cycle('appraisal');
    communes = [await province.assessed({ cycle }), await province.assessed({ cycle }), await province.assessed({ cycle })];
  });
  afterAll(() => db.destroy());

  const request = (overrides: Partial<ShareRequest> = {}): ShareRequest => ({ agencyId: province.noiVu.id, scope: {}, to: { personIds: [an.id] }, ...REASON, ...overrides });
  const rowsOf = ({ id }: Assessed) => db.manager.find(AppraisalAssignment, { where: { assessmentId: id, agencyId: province.noiVu.id }, order: { code: 'ASC' } });
  const peopleAt = async (assessed: Assessed): Promise<readonly (string | null)[]> => (await rowsOf(assessed)).map(({ personId }) => personId);

  /** Previews, does it, and sees that what was done is what was shown. */
  async function share(overrides: Partial<ShareRequest> = {}, actor: Actor = head): Promise<ShareView> {
    const asked = request(overrides);
    const before = await Promise.all(communes.map(peopleAt));
    const preview = await services.sharing.preview(actor, cycle.id, asked);
    expect(await Promise.all(communes.map(peopleAt))).toEqual(before);
    const done = await services.sharing.share(actor, cycle.id, { ...asked, expected: preview.digest });
    expect(done).toEqual({ ...preview, dryRun: false });
    const after = await Promise.all(communes.map(peopleAt));
    expect(after.flat().filter((person, place) => person !== before.flat()[place])).toHaveLength(done.moved);
    return done;
  }

  it('gives whole communes to one person, with history and an audit line', async () => {
    const [first] = communes as [Assessed];
    const done = await share({ scope: { assessedAgencyIds: [first.agency.id] } });
    expect(done).toMatchObject({ moved: 4, kept: 0, refused: 0, lines: [{ assessed: { id: first.agency.id }, from: null, to: { fullName: 'An' }, criteria: 4 }] });
    expect(done.people).toEqual([
      { person: null, before: 12, after: 8 },
      { person: { id: an.id, fullName: 'An' }, before: 0, after: 4 },
      { person: { id: binh.id, fullName: 'Bình' }, before: 0, after: 0 },
    ]);
    expect(await peopleAt(first)).toEqual([an.id, an.id, an.id, an.id]);
    const [row] = await rowsOf(first);
    expect(await db.manager.findBy(AppraisalAssignmentRevision, { assignmentId: row?.id ?? '' })).toMatchObject([{ fromPersonId: null, toPersonId: an.id, changedBy: head.id, reason: REASON.reason }]);
    const [line] = await db.manager.findBy(AuditEvent, { subjectId: cycle.id, event: 'assignment.shared' });
    expect(line?.payload).toMatchObject({ agencyId: province.noiVu.id, personIds: [an.id], evenly: false, moved: 4, reason: REASON.reason });
  });

  it('gives criteria at all communes, and from one person to another', async () => {
    expect(await share({ scope: { codes: ['1'] } })).toMatchObject({ moved: 6 });
    expect(await share({ scope: { personIds: [an.id] }, to: { personIds: [binh.id] } })).toMatchObject({ moved: 6 });
    expect(await share({ scope: { personIds: [null] }, to: { personIds: [an.id] } })).toMatchObject({ moved: 6 });
    expect(await share({ to: { personIds: [null] } })).toMatchObject({ moved: 12 });
    expect(await peopleAt(communes[0] as Assessed)).toEqual([null, null, null, null]);
  });

  it('shares evenly by communes, keeps what is begun, and does the same again without a change', async () => {
    const [first] = communes as [Assessed];
    await share({ scope: { assessedAgencyIds: [first.agency.id] }, to: { personIds: [binh.id] } });
    await aLayer(db, first.id, { code: '1.1' });
    const even = { personIds: [an.id, binh.id], unit: 'agency' } as const;
    const done = await share({ to: even });
    expect(done.people.map(({ after }) => after).sort()).toEqual([0, 4, 8]);
    expect(await peopleAt(first)).toEqual([binh.id, binh.id, binh.id, binh.id]);
    expect(await share({ to: even })).toMatchObject({ moved: 0 });
  });

  it('leaves decided criteria where they are, unless they are handed over', async () => {
    const [first] = communes as [Assessed];
    await aLayer(db, first.id, { code: '1.1' });
    expect(await share({ scope: { assessedAgencyIds: [first.agency.id] } })).toMatchObject({ moved: 3, kept: 1 });
    expect(await share({ scope: { assessedAgencyIds: [first.agency.id] }, decided: 'hand-over' })).toMatchObject({ moved: 1, kept: 0 });
  });

  it('never gives a person the agency that they belong to', async () => {
    const [first] = communes as [Assessed];
    const insider = await aUser(db, { grants: [{ role: 'appraiser', agencyId: province.noiVu.id }, { role: 'agency-officer', agencyId: first.agency.id }], hasPassword: false });
    expect(await share({ to: { personIds: [insider.id] } })).toMatchObject({ moved: 8, refused: 4 });
    expect(await peopleAt(first)).toEqual([null, null, null, null]);
  });

  it('keeps out of sight and reach of Sở Nội vụ what is appraised at Sở Nội vụ itself', async () => {
    const homeAffairs = await province.person('home-affairs', province.noiVu);
    const own = await province.assessed({ cycle, agency: province.noiVu });
    const justice = await aUser(db, { grants: [{ role: 'appraiser', agencyId: province.tuPhap.id }], hasPassword: false });
    const asked = { agencyId: province.tuPhap.id, to: { personIds: [justice.id] } };
    expect(await services.sharing.preview(homeAffairs, cycle.id, request(asked))).toMatchObject({ moved: 6 });
    expect(await services.sharing.preview(await province.person('agency-head', province.tuPhap), cycle.id, request(asked))).toMatchObject({ moved: 12 });
    const seen = await services.balances.get(homeAffairs, cycle.id, province.tuPhap.id);
    expect(seen.units.map(({ assessed }) => assessed.id)).not.toContain(own.agency.id);
    const [department] = (await services.balances.list(homeAffairs, cycle.id)).filter(({ agency }) => agency.id === province.tuPhap.id);
    expect(department).toMatchObject({ assigned: 6 });
  });

  it('is refused to others, without a reason, without or with an old preview, and to people who do not appraise here', async () => {
    const { digest } = await services.sharing.preview(head, cycle.id, request());
    const attempt = (actor: Actor, overrides: Partial<ShareRequest>) => services.sharing.share(actor, cycle.id, request({ expected: digest, ...overrides }));
    await expect(attempt(actorOf('agency-head', province.tuPhap.id), {})).rejects.toMatchObject({ code: 'access.denied' });
    await expect(attempt(actorOf('appraiser', province.noiVu.id), {})).rejects.toMatchObject({ code: 'access.denied' });
    await expect(attempt(head, { reason: ' ' })).rejects.toMatchObject({ code: 'reason.required' });
    await expect(services.sharing.share(head, cycle.id, request())).rejects.toMatchObject({ code: 'request.precondition-required' });
    await expect(attempt(head, { to: { personIds: [binh.id] } })).rejects.toMatchObject({ code: 'record.version-stale' });
    await expect(attempt(head, { to: { personIds: [head.id] } })).rejects.toMatchObject({ errors: [{ pointer: '/to/personIds/0' }] });
    await expect(attempt(head, { to: { personIds: [an.id, null], unit: 'agency' } })).rejects.toMatchObject({ errors: [{ pointer: '/to/personIds/1' }] });
    await expect(attempt(head, { to: { personIds: [an.id, binh.id] } })).rejects.toMatchObject({ errors: [{ pointer: '/to/personIds' }] });
    await db.manager.update(Cycle, { id: cycle.id }, { phase: 'preliminary' });
    await expect(attempt(head, {})).rejects.toMatchObject({ code: 'cycle.phase-illegal' });
  });

  describe('the balance', () => {
    it('says of each person what is assigned, decided, left and late', async () => {
      const [first, second] = communes as [Assessed, Assessed];
      await share({ scope: { assessedAgencyIds: [first.agency.id] } });
      await share({ scope: { assessedAgencyIds: [second.agency.id] }, to: { personIds: [binh.id] } });
      await aLayer(db, first.id, { code: '1.1', explanationWanted: true });
      const numbers = async () => (await services.balances.get(head, cycle.id, province.noiVu.id)).people.filter(({ person }) => person === null || [an.id, binh.id].includes(person.id)).map(({ assigned, decided, left, late, explanationWanted }) => [assigned, decided, left, late, explanationWanted]);
      expect(await numbers()).toEqual([[4, 0, 4, 0, 0], [4, 1, 3, 0, 1], [4, 0, 4, 0, 0]]);
      await db.query(`update cycle_window set deadline_at = now() - interval '1 hour' where cycle_id = $1 and phase = 'appraisal'`, [cycle.id]);
      expect(await numbers()).toEqual([[4, 0, 4, 4, 0], [4, 1, 3, 3, 1], [4, 0, 4, 4, 0]]);
    });

    it('counts as nobody\'s what is given to a person who has left', async () => {
      const leaver = await appraiser('Dũng');
      await share({ to: { personIds: [leaver.id] } });
      await db.manager.update(UserAccount, { id: leaver.id }, { active: false });
      const { people } = await services.balances.get(head, cycle.id, province.noiVu.id);
      expect(people[0]).toMatchObject({ person: null, assigned: 12 });
      expect(people.map(({ person }) => person?.id)).not.toContain(leaver.id);
    });

    it('names the criteria that occur in it', async () => {
      const { units, criteria } = await services.balances.get(head, cycle.id, province.noiVu.id);
      expect(criteria.map(({ code }) => code)).toEqual(['1.1', '1.2', '3.1', '4.1']);
      expect(criteria[0]).toEqual({ groupCode: 'so-ban-nganh', code: '1.1', title: 'Thực hiện kế hoạch cải cách hành chính' });
      expect(units[0]).toMatchObject({ groupCode: 'so-ban-nganh', personId: null, assigned: 4, codes: ['1.1', '1.2', '3.1', '4.1'] });
    });

    it('is for the department\'s own people and Sở Nội vụ', async () => {
      const appraiserThere = actorOf('appraiser', province.noiVu.id);
      expect(await services.balances.get(appraiserThere, cycle.id, province.noiVu.id)).toMatchObject({ shareable: false, lockedBecause: expect.stringContaining('Lãnh đạo') as unknown });
      expect(await services.balances.get(head, cycle.id, province.noiVu.id)).toMatchObject({ shareable: true, lockedBecause: null });
      await expect(services.balances.get(actorOf('appraiser', province.tuPhap.id), cycle.id, province.noiVu.id)).rejects.toMatchObject({ code: 'record.not-found' });
      expect((await services.balances.list(actorOf('appraiser', province.tuPhap.id), cycle.id)).map(({ agency }) => agency.id)).toEqual([province.tuPhap.id]);
      await expect(services.balances.get(head, province.noiVu.id, province.noiVu.id)).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('takes the same few queries however much there is', async () => {
      const both = [() => services.balances.list(head, cycle.id), () => services.balances.get(head, cycle.id, province.noiVu.id)];
      const counts = async () => [await countQueries(db, both[0] as () => Promise<unknown>), await countQueries(db, both[1] as () => Promise<unknown>)];
      const before = await counts();
      await province.assessed({ cycle });
      expect(await counts()).toEqual(before);
      expect(before).toEqual([2, 7]);
    });
  });

  it('knows the permission behind it', () => {
    expect(permissionsOf(actorWith([{ role: 'agency-head', agencyId: province.noiVu.id }]).grants).has('assignment.share')).toBe(true);
  });

  it('serves a department that has nothing to appraise', async () => {
    const idle = await anAgency(db);
    expect(await services.balances.get(actorOf('agency-head', idle.id), cycle.id, idle.id)).toMatchObject({ people: [{ person: null, assigned: 0 }], units: [], criteria: [] });
  });
});
