import type { Actor, DelegateRequest, RoleGrant } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { actorOf, actorWith } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { assignmentServices } from '../../../test/factories/assignment-services';
import { aUser } from '../../../test/factories/user.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { SessionRepository } from '../identity/session.repository';
import { newToken } from '../identity/token';
import { UserAccount } from '../identity/user-account.entity';
import type { Agency } from '../organisation/agency.entity';
import { Delegation } from './delegation.entity';

const DAY = 86_400_000;
const IN_VIETNAM = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
const day = (from: number): string => IN_VIETNAM.format(Date.now() + from * DAY);

describe('DelegationService', () => {
  let db: DataSource;
  let service: ReturnType<typeof assignmentServices>['delegations'];
  let agency: Agency;
  let an: Actor;
  let binh: Actor;
  let head: Actor;
  let officer: Actor;

  beforeAll(async () => {
    db = await openTestDatabase();
    service = assignmentServices(db).delegations;
  });
  beforeEach(async () => {
    agency = await anAgency(db);
    const person = async (role: RoleGrant['role'], fullName: string): Promise<Actor> => {
      const grants = [{ role, agencyId: agency.id }];
      return actorWith(grants, (await aUser(db, { fullName, grants, hasPassword: false })).id);
    };
    [an, binh, head, officer] = [await person('appraiser', 'An'), await person('appraiser', 'Bình'), await person('agency-head', 'Trưởng'), await person('agency-officer', 'Đầu mối')];
  });
  afterAll(() => db.destroy());

  const request = (overrides: Partial<DelegateRequest> = {}): DelegateRequest => ({
    ...{ kind: 'appraisal', agencyId: agency.id, fromUserId: an.id, toUserId: binh.id, startsOn: day(0), endsOn: day(2), reason: 'Đi học tập trung' },
    ...overrides,
  });
  const signOff = (overrides: Partial<DelegateRequest> = {}) => request({ kind: 'sign-off', fromUserId: head.id, toUserId: officer.id, ...overrides });
  const grantsOf = async (userId: string) => {
    const sessions = new SessionRepository(db);
    const token = newToken();
    await sessions.open(db.manager, { token, userId, device: 'x' });
    return (await sessions.findLive(token))?.actor.grants;
  };

  it('is given by oneself, and says so in the audit log', async () => {
    const given = await service.delegate(an, request());
    expect(given).toMatchObject({ kind: 'appraisal', state: 'active', from: { fullName: 'An' }, to: { fullName: 'Bình' }, startsOn: day(0), endsOn: day(2), createdBy: 'An', revocable: true });
    expect(await db.manager.findBy(AuditEvent, { subjectId: given.id })).toMatchObject([{ event: 'delegation.given', actorId: an.id, payload: { from: an.id, to: binh.id, reason: 'Đi học tập trung' } }]);
    expect(await service.delegate(binh, request({ fromUserId: binh.id, toUserId: an.id, startsOn: day(1), endsOn: day(1) }))).toMatchObject({ state: 'coming' });
  });

  it('is given for one who can\'t by their head or Sở Nội vụ, but nobody signs away another one\'s signature', async () => {
    expect(await service.delegate(head, request())).toMatchObject({ createdBy: 'Trưởng', revocable: true });
    const noiVu = await aUser(db, { grants: [{ role: 'home-affairs', agencyId: (await anAgency(db)).id }], hasPassword: false });
    const homeAffairs = actorOf('home-affairs', agency.id, noiVu.id);
    expect(await service.delegate(homeAffairs, request({ fromUserId: binh.id, toUserId: an.id }))).toMatchObject({ from: { id: binh.id } });
    await expect(service.delegate(homeAffairs, signOff())).rejects.toMatchObject({ code: 'access.denied' });
    await expect(service.delegate(binh, request())).rejects.toMatchObject({ code: 'access.denied' });
    await expect(service.delegate(actorOf('agency-head', (await anAgency(db)).id), request())).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('is refused with the field that is wrong, and without a reason', async () => {
    await expect(service.delegate(an, request({ toUserId: officer.id }))).rejects.toMatchObject({ code: 'delegation.refused', errors: [{ pointer: '/toUserId' }] });
    await expect(service.delegate(an, request({ startsOn: day(-1) }))).rejects.toMatchObject({ errors: [{ pointer: '/startsOn' }] });
    await expect(service.delegate(an, request({ reason: ' ' }))).rejects.toMatchObject({ code: 'reason.required' });
  });

  it('is given once for the same days, also when two ask at once', async () => {
    const results = await Promise.allSettled([service.delegate(an, request()), service.delegate(head, request({ startsOn: day(2), endsOn: day(5) }))]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await service.delegate(an, request({ startsOn: day(6), endsOn: day(7) }));
  });

  describe('of a signature', () => {
    it('makes a colleague head of that agency on these days, in the head\'s place', async () => {
      await service.delegate(head, signOff());
      expect(await grantsOf(officer.id)).toEqual([
        { role: 'agency-head', agencyId: agency.id, actingFor: head.id },
        { role: 'agency-officer', agencyId: agency.id },
      ]);
      expect(await grantsOf(head.id)).toEqual([{ role: 'agency-head', agencyId: agency.id }]);
    });

    it('gives nothing before and after its days, and nothing once it is taken back', async () => {
      const coming = await service.delegate(head, signOff({ startsOn: day(1), endsOn: day(3) }));
      expect(await grantsOf(officer.id)).toHaveLength(1);
      await service.revoke(head, coming.id, coming.version, 'Không đi nữa');
      const active = await service.delegate(head, signOff());
      expect(await grantsOf(officer.id)).toHaveLength(2);
      await service.revoke(head, active.id, active.version, 'Về sớm');
      expect(await grantsOf(officer.id)).toHaveLength(1);
      await db.manager.insert(Delegation, { ...signOff({ startsOn: day(-9), endsOn: day(-1) }), createdBy: head.id });
      expect(await grantsOf(officer.id)).toHaveLength(1);
    });

    it('ends when the head leaves, and when the colleague leaves the agency', async () => {
      await service.delegate(head, signOff());
      await db.query('delete from user_grant where user_id = $1', [officer.id]);
      expect(await grantsOf(officer.id)).toEqual([]);
      await db.query(`insert into user_grant values ($1, 'agency-officer', $2)`, [officer.id, agency.id]);
      expect(await grantsOf(officer.id)).toHaveLength(2);
      await db.manager.update(UserAccount, { id: head.id }, { active: false });
      expect(await grantsOf(officer.id)).toHaveLength(1);
    });

    it('is not passed on', async () => {
      await service.delegate(head, signOff());
      const acting = actorWith([{ role: 'agency-head', agencyId: agency.id, actingFor: head.id }, { role: 'agency-officer', agencyId: agency.id }], officer.id);
      await expect(service.delegate(acting, signOff({ fromUserId: officer.id, toUserId: binh.id }))).rejects.toMatchObject({ code: 'access.denied' });
    });
  });

  describe('taking back', () => {
    it('ends it at once, with a reason, once', async () => {
      const { id, version } = await service.delegate(an, request());
      await expect(service.revoke(an, id, version, ' ')).rejects.toMatchObject({ code: 'reason.required' });
      await expect(service.revoke(an, id, version + 1, 'Về sớm')).rejects.toMatchObject({ code: 'record.version-stale' });
      expect(await service.revoke(an, id, version, 'Về sớm')).toMatchObject({ state: 'revoked', revokedBy: 'An', revokeReason: 'Về sớm', revocable: false, version: version + 1 });
      await expect(service.revoke(an, id, version + 1, 'Lại')).rejects.toMatchObject({ code: 'delegation.refused' });
      expect(await db.manager.countBy(AuditEvent, { subjectId: id, event: 'delegation.revoked' })).toBe(1);
    });

    it('is for who could give it; who stands in reads it, others do not know of it', async () => {
      const { id, version } = await service.delegate(an, request());
      await expect(service.revoke(binh, id, version, 'x')).rejects.toMatchObject({ code: 'access.denied' });
      await expect(service.revoke(actorOf('appraiser', agency.id), id, version, 'x')).rejects.toMatchObject({ code: 'record.not-found' });
      expect(await service.revoke(head, id, version, 'Cần người')).toMatchObject({ revokedBy: 'Trưởng' });
    });
  });

  it('is listed to whom it concerns, the newest first', async () => {
    const first = await service.delegate(an, request());
    const second = await service.delegate(head, signOff());
    const seenBy = async (actor: Actor, state?: 'active' | 'coming') => (await service.list(actor, state ? { state } : {})).items.filter((one) => one.agency.id === agency.id).map(({ id }) => id);
    expect(await seenBy(an)).toEqual([first.id]);
    expect(await seenBy(binh)).toEqual([first.id]);
    expect(await seenBy(officer)).toEqual([second.id]);
    expect(await seenBy(head)).toEqual([second.id, first.id]);
    expect(await seenBy(actorOf('home-affairs'))).toEqual([second.id, first.id]);
    expect(await seenBy(actorOf('appraiser', agency.id))).toEqual([]);
    expect(await seenBy(head, 'coming')).toEqual([]);
    expect((await service.list(head, { mine: 'true' })).items.map(({ id }) => id)).toEqual([second.id]);
    expect((await service.list(binh, { mine: 'true' })).items.map(({ id }) => id)).toEqual([first.id]);
    expect(await countQueries(db, () => service.list(head, {}))).toBe(2);
  });

  it('offers what one can leave, and to whom', async () => {
    expect(await service.choices(an)).toEqual([{ kind: 'appraisal', agency: expect.objectContaining({ id: agency.id }) as unknown, from: { id: an.id, fullName: 'An' }, to: [{ id: binh.id, fullName: 'Bình' }] }]);
    const offered = (await service.choices(head)).map(({ kind, from, to }) => [kind, from.fullName, to.map(({ fullName }) => fullName)]);
    expect(offered).toEqual([
      ['sign-off', 'Trưởng', ['An', 'Bình', 'Đầu mối']],
      ['appraisal', 'An', ['Bình']],
      ['appraisal', 'Bình', ['An']],
    ]);
    expect((await service.choices(actorOf('home-affairs'))).filter((choice) => choice.agency.id === agency.id).map(({ kind }) => kind)).toEqual(['appraisal', 'appraisal']);
  });

  it('is never changed or removed in the database, only taken back', async () => {
    const { id } = await service.delegate(an, request());
    const refused = { driverError: { code: '23001' } };
    await expect(db.query('update delegation set ends_on = ends_on + 100 where id = $1', [id])).rejects.toMatchObject(refused);
    await expect(db.query('update delegation set to_user_id = $2 where id = $1', [id, head.id])).rejects.toMatchObject(refused);
    await expect(db.query('delete from delegation where id = $1', [id])).rejects.toMatchObject(refused);
    await expect(db.query('truncate delegation')).rejects.toMatchObject(refused);
  });
});
