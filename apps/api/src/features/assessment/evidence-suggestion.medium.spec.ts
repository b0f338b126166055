import type { EvidenceSuggestion, Role } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';

describe('documents of the year before', () => {
  let test: TestApp;
  let province: Province;
  let now: Assessed;
  let former: Assessed;
  let officer: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    now = await province.assessed({ cycle: await province.cycle('self-assessment', 2026), state: 'drafting' });
    former = await province.assessed({ agency: now.agency, cycle: await province.cycle('published', 2025), state: 'final' });
    officer = await signedIn('agency-officer', now.agency.id);
  });

  const signedIn = (role: Role, agencyId: string) => test.signedInAs([{ role, agencyId }]);
  const list = async (browser = officer) => (await browser.get(`/api/v1/assessments/${now.id}/evidence-suggestions`).expect(200)).body as readonly EvidenceSuggestion[];
  async function used(code = '1.1', overrides: Parameters<typeof aDocument>[2] = {}, place = former) {
    const document = await aDocument(test.db, now.agency.id, overrides);
    await anEvidenceLink(test.db, { documentId: document.id, assessmentId: place.id, code });
    return document;
  }

  it('are offered under the criterion where they stood, with the place and what makes them old', async () => {
    const document = await used('1.1', { issuedOn: '2025-06-30' });
    await aFileVersion(test.db, document, 1);
    expect(await list()).toMatchObject([
      { code: '1.1', documentId: document.id, section: 'Mục II', page: 3, usedYear: 2025, file: { fileVersion: 1 }, warnings: [{ kind: 'dated-before', issuedOn: '2025-06-30', year: 2026 }, { kind: 'former-file', usedYear: 2025 }] },
    ]);
  });

  it('say nothing where the day is of the year and the file another one', async () => {
    const document = await used('1.1', { issuedOn: '2026-02-01' });
    await aFileVersion(test.db, document, 1);
    await test.db.query('update evidence_link set pinned_file_version = 1 where document_id = $1', [document.id]);
    await aFileVersion(test.db, document, 2);
    expect(await list()).toMatchObject([{ file: { fileVersion: 2 }, warnings: [] }]);
  });

  it('are offered no more where they stand already, and still where they do not', async () => {
    const document = await used('1.1');
    await anEvidenceLink(test.db, { documentId: document.id, assessmentId: former.id, code: '1.2' });
    await officer.post(`/api/v1/assessments/${now.id}/criteria/1.1/evidence-links`).send({ documentId: document.id, section: '', page: null }).expect(201);
    expect((await list()).map(({ code }) => code)).toEqual(['1.2']);
  });

  it('are never copied by themselves', async () => {
    await used();
    await list();
    expect(await test.db.query('select 1 from evidence_link where assessment_id = $1', [now.id])).toEqual([]);
  });

  it('are neither those of an explanation, nor those that were taken off, nor those of two years before', async () => {
    const explained = await used();
    await test.db.transaction(async (em) => {
      await em.query('set local session_replication_role = replica'); // its time is over, and the database keeps it closed
      await em.query(`update evidence_link set round = 'explanation' where document_id = $1`, [explained.id]);
    });
    const taken = await aDocument(test.db, now.agency.id);
    await anEvidenceLink(test.db, { documentId: taken.id, assessmentId: former.id, removedAt: new Date(), removedBy: taken.createdBy });
    await used('1.1', {}, await province.assessed({ agency: now.agency, cycle: await province.cycle('published', 2024), state: 'final' }));
    expect(await list()).toEqual([]);
  });

  it('are the agency\'s own affair', async () => {
    await used();
    expect(await list(await signedIn('agency-head', now.agency.id))).toHaveLength(1);
    for (const [role, agencyId] of [['home-affairs', province.noiVu.id], ['agency-officer', province.tuPhap.id], ['appraiser', now.agency.id]] as const) {
      await (await signedIn(role, agencyId)).get(`/api/v1/assessments/${now.id}/evidence-suggestions`).expect(404);
    }
  });

  it('come in as many queries however many there are', async () => {
    await used();
    const one = await countQueries(test.db, list);
    await used('1.2');
    await used('1.3');
    expect(await countQueries(test.db, list)).toBe(one);
  });
});
