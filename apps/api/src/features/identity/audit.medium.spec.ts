import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries, unitOfWorkOf } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';

const AUDIT = '/api/v1/audit-events';

describe('the audit trail', () => {
  let test: TestApp;
  let admin: Browser;
  let subjectId: string;

  beforeAll(async () => {
    test = await startTestApp();
    const { id: agencyId } = await anAgency(test.db);
    admin = await test.signedInAs([{ role: 'admin', agencyId }]);
    subjectId = (await admin.post('/api/v1/agencies').send({ code: 'so-moi', name: 'Sở Mới', shortName: 'SM', groupCode: 'so-ban-nganh' })).body.id;
    await admin.put(`/api/v1/agencies/${subjectId}`).set('If-Match', '"1"').send({ name: 'Sở Mới Hơn', shortName: 'SM', groupCode: 'so-ban-nganh', active: true });
    await unitOfWorkOf(test.db).runAsSystem((tx) => tx.audit('session.ended', { id: subjectId }, { sessions: 3 }));
  });
  afterAll(() => test.close());

  it('tells who did what, newest first', async () => {
    const { body } = await admin.get(AUDIT).query({ subjectId }).expect(200);
    expect(body.total).toBe(3);
    expect(body.items).toMatchObject([
      { event: 'session.ended', actor: null },
      { event: 'agency.edited', actor: { id: admin.userId }, payload: { before: { name: 'Sở Mới' }, after: { name: 'Sở Mới Hơn' } } },
      { event: 'agency.created', actor: { id: admin.userId } },
    ]);
  });

  it('is narrowed to one kind of event, or to one actor', async () => {
    expect((await admin.get(AUDIT).query({ subjectId, event: 'agency.edited' })).body.total).toBe(1);
    expect((await admin.get(AUDIT).query({ subjectId, actorId: admin.userId })).body.total).toBe(2);
  });

  it('costs two statements besides the session', async () => {
    expect(await countQueries(test.db, () => admin.get(AUDIT).expect(200))).toBe(3);
  });

  it('is not for everybody', async () => {
    const leader = await test.signedInAs([{ role: 'leader', agencyId: subjectId }]);
    await leader.get(AUDIT).expect(403);
  });

  it.each([
    ['changed', `update audit_event set event = 'x'`],
    ['removed', 'delete from audit_event'],
    ['emptied', 'truncate audit_event'],
  ])('is never %s', async (_, statement) => {
    await expect(test.db.query(statement)).rejects.toThrow('is written once');
    expect(await test.db.manager.countBy(AuditEvent, { subjectId })).toBe(3);
  });
});
