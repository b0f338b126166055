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

  it('says who decided on which criterion, and nothing of the score', async () => {
    const { id } = await anAgency(test.db);
    await unitOfWorkOf(test.db).runAsSystem(async (tx) => {
      await tx.audit('answer.saved', { id }, { code: '1.1', before: { value: 61 }, after: { value: 62 }, points: '0.63', noteChanged: true, late: false });
      await tx.audit('appraisal.decided', { id }, { code: '1.2', layer: 'appraisal-1', kind: 'award', before: '0.64', after: '0.65', reason: 'thiếu tài liệu' });
      await tx.audit('base-figure.entered', { id }, { code: '1.3', before: null, after: { value: 66 }, reason: 'đính chính' });
    });
    const { body } = await admin.get(AUDIT).query({ subjectId: id }).expect(200);
    const told = body.items.map(({ payload }: { payload: unknown }) => payload);
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([{ code: '1.1', noteChanged: true, late: false }, { code: '1.2', layer: 'appraisal-1', kind: 'award' }, { code: '1.3' }]),
    );
    expect(JSON.stringify(told)).not.toMatch(/6[1-6]\b|thiếu tài liệu|đính chính/);
  });

  it('is searched in what is shown, in names and ids, and in nothing that tells of a score', async () => {
    const { id } = await anAgency(test.db);
    await unitOfWorkOf(test.db).runAsSystem(async (tx) => {
      await tx.audit('answer.saved', { id }, { code: '7.7.1', before: null, after: { value: 987_654 }, points: '0.4711', noteChanged: true, late: false });
      await tx.audit('agency.created', { id }, { code: 'so-tim-thay', name: 'Sở 100% Tìm Thấy' });
    });
    const found = async (search: string): Promise<number> => (await admin.get(AUDIT).query({ search, subjectId: id }).expect(200)).body.total;
    expect(await Promise.all(['7.7.1', 'tìm thấy', '100%', id.slice(0, 13)].map(found))).toEqual([1, 1, 1, 2]);
    expect(await Promise.all(['987654', '0.4711', '100_', 'không có'].map(found))).toEqual([0, 0, 0, 0]);
  });

  it('is narrowed to a time', async () => {
    const total = async (query: object): Promise<number> => (await admin.get(AUDIT).query({ subjectId, ...query }).expect(200)).body.total;
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    expect([await total({ until: soon }), await total({ from: soon }), await total({ until: '2020-01-01' })]).toEqual([3, 0, 0]);
    await admin.get(AUDIT).query({ from: 'hôm qua' }).expect(422);
  });

  it.each(['csv', 'xlsx'] as const)('is taken out as %s, which is noted', async (format) => {
    const { body, headers } = await admin.get(`${AUDIT}/export`).query({ format, subjectId }).buffer(true).parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    }).expect(200);
    expect(headers['content-disposition']).toContain(`nhat-ky.${format}`);
    expect(format === 'csv' ? (body as Buffer).toString('utf8').split('\r\n').length : (body as Buffer).subarray(0, 2).toString()).toBe(format === 'csv' ? 5 : 'PK');
    const { body: noted } = await admin.get(AUDIT).query({ event: 'audit.exported' });
    expect(noted.items[0]).toMatchObject({ actor: { id: admin.userId }, payload: { format, lines: 3, wanted: { subjectId } } });
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
