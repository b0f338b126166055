import { startTestApp, type TestApp } from '../../../test/app';
import { aCycle } from '../../../test/factories/cycle.factory';
import { aPerson } from '../../../test/factories/actor.factory';
import { unitOfWorkOf } from '../../../test/database';
import { AuditSealer } from '../../platform/audit/audit-sealer.service';
import { digestOf } from '../../platform/digest/digest';

describe('a published result', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    const cycle = await aCycle(test.db, { year: 2025 });
    const person = await aPerson(test.db);
    const [{ id }]: [{ id: string }] = await test.db.query(
      `insert into result_snapshot (cycle_id, edition, document, digest, reason, published_by) values ($1, 1, '{}', $2, 'x', $3) returning id`, [cycle.id, digestOf({}), person.id]);
    await unitOfWorkOf(test.db).runAsSystem((tx) => tx.audit('result.published', { id, cycleId: cycle.id }, { edition: 1, digest: digestOf({}), reason: 'Đã phê duyệt' }));
  });
  afterAll(() => test.close());

  it('has its proof in the log once that is sealed', async () => {
    expect((await test.anonymous.get('/api/v1/public/cycles/2025/seal').expect(200)).body).toEqual({ proof: null });
    await test.app.get(AuditSealer).sealAll();
    const { body } = await test.anonymous.get('/api/v1/public/cycles/2025/seal').expect(200);
    expect(body.proof.seal).toMatchObject({ number: 1 });
    expect(body.proof.line).toContain(digestOf({}));
    expect((await test.anonymous.post('/api/v1/public/audit-seals/check').send(body.proof)).body).toMatchObject({ genuine: true });
  });

  it('is not there for a year without one', async () => {
    await test.anonymous.get('/api/v1/public/cycles/2024/seal').expect(404);
  });
});
