import { startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aUser } from '../../../test/factories/user.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { AdministratorService } from './administrator.service';

const WHO = { userName: 'quantri', fullName: 'Triệu Minh Đức', agencyCode: 'so-noi-vu', agencyName: 'Sở Nội vụ' };
const ORIGIN = 'http://localhost:3000';

describe('the first administrator', () => {
  let test: TestApp;
  beforeEach(async () => {
    test = await startTestApp();
  });
  afterEach(() => test.close());

  const appoint = (who = WHO) => test.app.get(AdministratorService).appoint(who, ORIGIN);
  const enter = async (url: string, userName: string) => {
    const newPassword = 'bốn mùa hoa gạo đỏ';
    await test.anonymous.post(`/api/v1/credential-links/${new URL(url).hash.slice(1)}`).send({ newPassword }).expect(204);
    return test.anonymous.post('/api/v1/session').send({ userName, password: newPassword });
  };

  it('of an empty database comes with an agency, and enters by the link', async () => {
    const { url } = await appoint();
    expect(url).toMatch(/^http:\/\/localhost:3000\/set-password#[\w-]{43}$/);
    const { body } = await enter(url, 'quantri');
    expect(body.grants).toMatchObject([{ role: 'admin', agency: { code: 'so-noi-vu', name: 'Sở Nội vụ' } }]);
    expect(body.permissions).toContain('user.edit');
  });

  it('leaves an audit line for each thing that was made, by nobody', async () => {
    await appoint();
    const events = await test.db.manager.find(AuditEvent, { order: { at: 'ASC' } });
    expect(events.map(({ event }) => event).sort()).toEqual(['agency-group.created', 'agency.created', 'user.created', 'user.edited', 'user.link-issued']);
    expect(events.every(({ actorId }) => actorId === null)).toBe(true);
  });

  it('sits in an agency that is there', async () => {
    const { id } = await anAgency(test.db, { code: 'so-noi-vu' });
    await appoint();
    expect(await test.db.query('select agency_id from user_grant')).toEqual([{ agency_id: id }]);
  });

  it('is refused for an agency that is not, once there are any', async () => {
    await anAgency(test.db, { code: 'so-y-te' });
    await expect(appoint()).rejects.toMatchObject({ code: 'record.not-found' });
    expect(await test.db.query('select 1 from user_account')).toEqual([]);
  });

  it('who lost the way in gets a new link, and the account is open again', async () => {
    const { id: agencyId } = await anAgency(test.db, { code: 'so-noi-vu' });
    await aUser(test.db, { userName: 'quantri', active: false, grants: [{ role: 'admin', agencyId }] });
    const { url } = await appoint();
    await enter(url, 'quantri').then(({ status }) => expect(status).toBe(201));
    expect(await test.db.query('select role from user_grant')).toEqual([{ role: 'admin' }]);
  });
});
