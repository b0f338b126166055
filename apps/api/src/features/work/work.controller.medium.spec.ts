import type { WorkView } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { anAssessment } from '../../../test/factories/assessment.factory';

describe('GET /work', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('is for everybody signed in, and for nobody else', async () => {
    await test.anonymous.get('/api/v1/work').expect(401);
    const { id, agencyId } = await anAssessment(test.db);
    const officer = await test.signedInAs([{ role: 'agency-officer', agencyId }]);
    const { body } = await officer.get('/api/v1/work').expect(200);
    expect((body as WorkView).items).toMatchObject([{ kind: 'self-assess', assessmentId: id }]);
    const admin = await test.signedInAs([{ role: 'admin', agencyId }]);
    expect((await admin.get('/api/v1/work').expect(200)).body).toMatchObject({ items: [], cycles: [{ phase: 'self-assessment' }] });
  });
});
