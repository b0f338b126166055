import type { EvidenceLinkView, Problem, Role } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aDocument } from '../../../test/factories/evidence.factory';
import type { Assessment } from '../assessment/assessment.entity';

const REFERENCE = { title: 'Quyết định kiểm tra', documentNumber: '7/QĐ-STP', issuedOn: '2026-03-15', issuer: 'Sở Tư pháp', url: null, section: '', page: null };
const DESCRIPTION = { title: 'Quyết định', documentNumber: '8/QĐ-STP', issuedOn: null, issuer: 'Sở Tư pháp' };

describe('the routes of evidence', () => {
  let test: TestApp;
  let assessment: Assessment;
  let officer: Browser;

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    assessment = await anAssessment(test.db);
    officer = await personOf('agency-officer', assessment.agencyId);
  });

  const personOf = (role: Role, agencyId: string) => test.signedInAs([{ role, agencyId }]);
  const under = (what: string, code = '1.1') => `/api/v1/assessments/${assessment.id}/criteria/${code}/${what}`;
  const reference = async (): Promise<EvidenceLinkView> => (await officer.post(under('evidence-references')).send(REFERENCE).expect(201)).body;

  it('take a reference, move it, put its document under another criterion, and take it off again', async () => {
    const link = await reference();
    expect(link).toMatchObject({ code: '1.1', document: { documentNumber: '7/QĐ-STP', file: null } });
    expect((await officer.put(`/api/v1/evidence-links/${link.id}/place`).send({ section: 'Điều 2', page: 4 }).expect(200)).body).toMatchObject({ section: 'Điều 2', page: 4 });
    const { body } = await officer.post(under('evidence-links', '1.2')).send({ documentId: link.document.id, section: '', page: null }).expect(201);
    expect(body).toMatchObject({ code: '1.2', document: { id: link.document.id, usedBy: 2 } });
    expect((await officer.delete(`/api/v1/evidence-links/${link.id}`).expect(204)).text).toBe('');
    await officer.delete(`/api/v1/evidence-links/${link.id}`).expect(404);
    const { body: view } = await officer.get(`/api/v1/assessments/${assessment.id}`).expect(200);
    expect(view.evidence.map(({ code }: EvidenceLinkView) => code)).toEqual(['1.2']);
  });

  it('describe a document anew in the version that was read', async () => {
    const { document } = await reference();
    const put = (version: number) => officer.put(`/api/v1/evidence-documents/${document.id}`).set('If-Match', `"${version}"`).send(DESCRIPTION);
    const { body, headers } = await put(1).expect(200);
    expect([headers['etag'], body.documentNumber]).toEqual(['"2"', '8/QĐ-STP']);
    expect((await put(1).expect(412)).headers['etag']).toBe('"2"');
    await officer.put(`/api/v1/evidence-documents/${document.id}`).send(DESCRIPTION).expect(428);
    await officer.put(`/api/v1/evidence-documents/${document.id}/content`).attach('file', Buffer.from('%PDF-'), 'a.pdf').expect(428);
  });

  it('list the library of the own agency', async () => {
    await reference();
    await aDocument(test.db, (await anAgency(test.db)).id);
    const { body } = await officer.get('/api/v1/evidence-documents?search=quyet%20dinh').expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ title: 'Quyết định kiểm tra', usedBy: 1 }] });
    await officer.get('/api/v1/evidence-documents?agencyId=x').expect(422);
  });

  it.each<[string, object]>([
    ['a page before the first', { ...REFERENCE, page: 0 }],
    ['a day that there is not', { ...REFERENCE, issuedOn: '2026-02-30' }],
    ['no place', { ...REFERENCE, section: undefined }],
    ['a field too many', { ...REFERENCE, agencyId: 'another' }],
    ['an address that is none', { ...REFERENCE, url: 'http://vanban.gov.vn' }],
    ['neither address nor number', { ...REFERENCE, documentNumber: ' ' }],
    ['a character that can’t be stored', { ...REFERENCE, title: 'a\u0000b' }],
  ])('refuse %s', async (_, body) => {
    await officer.post(under('evidence-references')).send(body).expect(422);
  });

  it('refuse a document that is none, and one that stands there', async () => {
    const { document } = await reference();
    const { body } = await officer.post(under('evidence-links')).send({ documentId: 'x', section: '', page: null }).expect(422);
    expect((body as Problem).errors).toMatchObject([{ pointer: '/documentId' }]);
    await officer.post(under('evidence-links')).send({ documentId: document.id, section: '', page: null }).expect(409);
  });

  it.each<Role>(['agency-head', 'home-affairs', 'appraiser', 'council-chair', 'leader', 'admin'])('let the %s change nothing', async (role) => {
    const { id, document } = await reference();
    const browser = await personOf(role, role === 'agency-head' ? assessment.agencyId : (await anAgency(test.db)).id);
    await browser.post(under('evidence-references')).send(REFERENCE).expect(403);
    await browser.post(under('evidence-links')).send({ documentId: document.id, section: '', page: null }).expect(403);
    await browser.put(`/api/v1/evidence-links/${id}/place`).send({ section: '', page: null }).expect(403);
    await browser.delete(`/api/v1/evidence-links/${id}`).expect(403);
    await browser.put(`/api/v1/evidence-documents/${document.id}`).set('If-Match', '"1"').send(DESCRIPTION).expect(403);
  });
});
