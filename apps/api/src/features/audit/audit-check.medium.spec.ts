import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { writeLines } from '../../../test/factories/audit.factory';
import { AuditSealer } from '../../platform/audit/audit-sealer.service';
import { AuditVerifier } from '../../platform/audit/audit-verifier.service';
import { AuditChecks } from './audit-check.service';

const CHECKS = '/api/v1/audit-checks';

describe('a check of the log', () => {
  let test: TestApp;
  let admin: Browser;
  let agencyId: string;

  beforeAll(async () => {
    test = await startTestApp();
    agencyId = (await anAgency(test.db)).id;
    admin = await test.signedInAs([{ role: 'admin', agencyId }]);
    await writeLines(test.db, agencyId, 3);
    await test.app.get(AuditSealer).sealAll();
  });
  afterAll(() => test.close());
  afterEach(() => jest.restoreAllMocks());

  it('is asked for, done by the job, and then says that nothing is wrong', async () => {
    const { body: asked } = await admin.post(CHECKS).expect(201);
    expect(asked).toMatchObject({ state: 'waiting', checked: 0, found: 0, endedAt: null });
    await test.app.get(AuditChecks).work();
    const { body: done } = await admin.get(`${CHECKS}/${asked.id}`).expect(200);
    expect(done).toMatchObject({ state: 'done', found: 0, findings: [], seal: 1 });
    expect(done.checked).toBeGreaterThanOrEqual(4);
    const { body: chain } = await admin.get('/api/v1/audit-chain').expect(200);
    expect(chain).toMatchObject({ lastSeal: { number: 1, lines: 3, subjects: 1 }, checks: [{ id: asked.id, state: 'done' }] });
  });

  it('that waits already is not doubled, and can be ended', async () => {
    const { body: one } = await admin.post(CHECKS).expect(201);
    expect((await admin.post(CHECKS).expect(201)).body.id).toBe(one.id);
    const { body: ended } = await admin.post(`${CHECKS}/${one.id}/cancellation`).expect(200);
    expect(ended.state).toBe('cancelled');
    await test.app.get(AuditChecks).work();
    expect((await admin.post(`${CHECKS}/${one.id}/cancellation`).expect(200)).body).toEqual(ended);
  });

  it('under way tells how far it is, and ends at its next step when it is told to', async () => {
    const { body: asked } = await admin.post(CHECKS).expect(201);
    const verifier = test.app.get(AuditVerifier);
    const steps: unknown[] = [];
    jest.spyOn(verifier, 'check').mockImplementation(async ({ onProgress } = {}) => {
      steps.push(await onProgress?.({ checked: 20, total: 50 }));
      steps.push((await admin.get(`${CHECKS}/${asked.id}`)).body);
      await admin.post(`${CHECKS}/${asked.id}/cancellation`).expect(200);
      steps.push(await onProgress?.({ checked: 40, total: 50 }));
      return null;
    });
    await test.app.get(AuditChecks).work();
    expect(steps).toEqual([true, expect.objectContaining({ state: 'running', checked: 20, total: 50 }), false]);
    expect((await admin.get(`${CHECKS}/${asked.id}`)).body).toMatchObject({ state: 'cancelled', checked: 20 });
  });

  it('whose server went away is taken up by another', async () => {
    const { body: asked } = await admin.post(CHECKS).expect(201);
    await test.db.query(`update audit_check set state = 'running', seen_at = now() - interval '3 minutes' where id = $1`, [asked.id]);
    await test.app.get(AuditChecks).work();
    expect((await admin.get(`${CHECKS}/${asked.id}`)).body.state).toBe('done');
  });

  it('that fails says so', async () => {
    const { body: asked } = await admin.post(CHECKS).expect(201);
    jest.spyOn(test.app.get(AuditVerifier), 'check').mockRejectedValue(new Error('the connection broke'));
    await expect(test.app.get(AuditChecks).work()).rejects.toThrow('the connection broke');
    expect((await admin.get(`${CHECKS}/${asked.id}`)).body.state).toBe('failed');
  });

  it('names the line that somebody changed behind the back of the system', async () => {
    await test.db.transaction(async (em) => {
      await em.query('set local session_replication_role = replica');
      await em.query(`update audit_event set payload = '{}' where id = (select event_id from audit_link where subject_id = $1 and position = 2)`, [agencyId]);
    });
    const { body: asked } = await admin.post(CHECKS).expect(201);
    await test.app.get(AuditChecks).work();
    const { body } = await admin.get(`${CHECKS}/${asked.id}`);
    expect(body).toMatchObject({ state: 'done', found: 1, findings: [{ kind: 'line-changed', subjectId: agencyId, position: 2, seal: 1 }] });
    expect(body.findings[0].detail).toContain('đã bị sửa');
  });

  it('is open to those who publish and those who administer, and to nobody else', async () => {
    const homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
    await homeAffairs.get('/api/v1/audit-chain').expect(200);
    await homeAffairs.get('/api/v1/audit-events').expect(403);
    await (await test.signedInAs([{ role: 'leader', agencyId }])).post(CHECKS).expect(403);
  });
});
