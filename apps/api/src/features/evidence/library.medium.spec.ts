import type { Actor, DocumentDetail, EvidenceQuery, LibraryDocumentView, Role } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries, openTestDatabase } from '../../../test/database';
import { actorOf, aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { aCycle } from '../../../test/factories/cycle.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { evidenceServices } from '../../../test/factories/evidence-services';
import type { Agency } from '../organisation/agency.entity';
import { DocumentDetailService } from './document-detail.service';
import { EvidenceBlob } from './evidence-blob.entity';
import { EvidenceRepository } from './evidence.repository';

describe('the library of an agency', () => {
  let db: DataSource;
  let services: Awaited<ReturnType<typeof evidenceServices>>;
  let agency: Agency;
  let officer: Actor;

  beforeAll(async () => {
    db = await openTestDatabase();
    services = await evidenceServices(db);
  });
  afterAll(() => db.destroy());
  beforeEach(async () => {
    agency = await anAgency(db);
    officer = await aPerson(db, { role: 'agency-officer', agencyId: agency.id });
  });

  const titles = async (query: EvidenceQuery = {}, actor = officer): Promise<readonly string[]> => (await services.evidence.list(actor, query)).items.map(({ title }) => title).toSorted();
  const titled = (title: string, fields: object = {}) => aDocument(db, agency.id, { title, documentNumber: '', issuer: '', issuedOn: null, ...fields });
  const typed = async (title: string, mediaType: EvidenceBlob['mediaType']) => {
    const document = await titled(title);
    const { sha256 } = await aFileVersion(db, document, 1);
    await db.manager.update(EvidenceBlob, { sha256 }, { mediaType });
    return document;
  };
  const assessedIn = async (year: number) => {
    const set = await aCriteriaSet(db);
    await db.query('update agency set group_code = $2 where id = $1', [agency.id, set.groupCode]);
    return anAssessment(db, { agency, set, cycle: await aCycle(db, { phase: 'self-assessment', year, sets: [set] }) });
  };

  it('is found without accents, by title, number, issuer and the name of a file', async () => {
    await titled('Báo cáo Đánh giá', { documentNumber: '12/BC-STP' });
    await titled('Kế hoạch', { issuer: 'Ủy ban nhân dân tỉnh' });
    await aFileVersion(db, await titled('Ảnh'), 3);
    expect(await titles({ search: 'danh gia' })).toEqual(['Báo cáo Đánh giá']);
    expect(await titles({ search: '12/bc' })).toEqual(['Báo cáo Đánh giá']);
    expect(await titles({ search: 'uy ban' })).toEqual(['Kế hoạch']);
    expect(await titles({ search: 'bao-cao-3' })).toEqual(['Ảnh']);
    expect(await titles({ search: '%' })).toEqual([]);
  });

  it('is narrowed by the year of the day that a document bears, or of the day on which it came', async () => {
    await titled('Năm ngoái', { issuedOn: '2025-12-31' });
    await titled('Năm nay', { issuedOn: '2026-01-01' });
    const undated = await titled('Không ngày');
    await db.query(`update evidence_document set created_at = '2025-12-31T18:00:00Z' where id = $1`, [undated.id]);
    expect(await titles({ year: 2025 })).toEqual(['Năm ngoái']);
    expect(await titles({ year: 2026 })).toEqual(['Không ngày', 'Năm nay']);
  });

  it('is narrowed by what a document is', async () => {
    await typed('pdf', 'application/pdf');
    await typed('excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    await typed('png', 'image/png');
    await typed('jpg', 'image/jpeg');
    await titled('link', { url: 'https://vanban.gov.vn/1' });
    await titled('number', { documentNumber: '7/QĐ' });
    expect(await titles({ kind: 'pdf' })).toEqual(['pdf']);
    expect(await titles({ kind: 'excel' })).toEqual(['excel']);
    expect(await titles({ kind: 'word' })).toEqual([]);
    expect(await titles({ kind: 'picture' })).toEqual(['jpg', 'png']);
    expect(await titles({ kind: 'link' })).toEqual(['link']);
    expect(await titles({ kind: 'number' })).toEqual(['number']);
    expect((await services.evidence.list(officer, { kind: 'picture', pageSize: 1 })).total).toBe(2);
  });

  it('says what supports which criteria in which cycle, and what supports nothing', async () => {
    const [last, now] = [await assessedIn(2025), await assessedIn(2026)];
    const used = await titled('Dùng');
    await titled('Chưa dùng');
    const takenOff = await titled('Đã gỡ');
    await anEvidenceLink(db, { documentId: used.id, assessmentId: last.id, code: '1.1', pinnedFileVersion: 1 });
    await anEvidenceLink(db, { documentId: used.id, assessmentId: now.id, code: '1.1' });
    await anEvidenceLink(db, { documentId: used.id, assessmentId: now.id, code: '1.2' });
    await anEvidenceLink(db, { documentId: takenOff.id, assessmentId: now.id, removedAt: new Date(), removedBy: officer.id });
    expect(await titles({ use: 'used' })).toEqual(['Dùng']);
    expect(await titles({ use: 'unused' })).toEqual(['Chưa dùng', 'Đã gỡ']);
    const [line] = (await services.evidence.list(officer, { use: 'used' })).items as readonly LibraryDocumentView[];
    expect(line?.uses.map(({ year, code, fileVersion }) => [year, code, fileVersion])).toEqual([[2026, '1.1', null], [2026, '1.2', null], [2025, '1.1', 1]]);
    expect(line?.uses[2]).toMatchObject({ assessmentId: last.id, round: 'self-assessment' });
  });

  it('is open to officers and heads, of their own agency alone', async () => {
    await titled('Của cơ quan');
    await aDocument(db, (await anAgency(db)).id);
    expect(await titles({}, actorOf('agency-head', agency.id))).toEqual(['Của cơ quan']);
    expect(await titles({}, actorOf('agency-officer'))).toEqual([]);
    expect(await titles({}, actorOf('appraiser', agency.id))).toEqual([]);
    expect(await titles({}, actorOf('home-affairs'))).toEqual([]);
  });

  it('is read in two queries, however much there is and whatever is asked', async () => {
    const assessment = await assessedIn(2026);
    const queries = (query: EvidenceQuery) => countQueries(db, () => services.evidence.list(officer, query));
    await titled('Một');
    expect(await queries({})).toBe(2);
    for (let more = 0; more < 5; more += 1) {
      const document = await titled('Nữa');
      await aFileVersion(db, document, 1);
      await anEvidenceLink(db, { documentId: document.id, assessmentId: assessment.id });
    }
    expect(await queries({ search: 'nua', year: 2026, kind: 'pdf', use: 'used' })).toBe(2);
  });

  describe('opens a document', () => {
    const detail = (id: string, actor = officer) => new DocumentDetailService(db, new EvidenceRepository(), services.gate).get(actor, id);

    it('with all its files, who brought them, and where it stands', async () => {
      const assessment = await assessedIn(2026);
      const document = await titled('Báo cáo');
      await aFileVersion(db, document, 1);
      await aFileVersion(db, document, 2);
      await anEvidenceLink(db, { documentId: document.id, assessmentId: assessment.id, code: '1.2' });
      const view = await detail(document.id);
      expect(view).toMatchObject({ title: 'Báo cáo', file: { fileVersion: 2 }, uses: [{ code: '1.2', year: 2026 }], describeLockedBecause: null, replaceLockedBecause: null });
      expect(view.versions).toMatchObject([{ fileVersion: 2, name: 'bao-cao-2.pdf', bytes: 1000, createdBy: 'Nguyễn Văn A' }, { fileVersion: 1, name: 'bao-cao-1.pdf' }]);
    });

    it('and says why it may not be changed: handed in, or not one’s to change', async () => {
      const assessment = await assessedIn(2026);
      const document = await titled('Đã nộp');
      await anEvidenceLink(db, { documentId: document.id, assessmentId: assessment.id, pinnedFileVersion: 1 });
      await db.query(`update assessment set state = 'submitted' where id = $1`, [assessment.id]);
      expect(await detail(document.id)).toMatchObject({ describeLockedBecause: expect.stringMatching(/Sở Nội vụ mở lại/), replaceLockedBecause: null });
      const forHead = await detail(document.id, actorOf('agency-head', agency.id));
      expect([forHead.describeLockedBecause, forHead.replaceLockedBecause]).toEqual([expect.stringMatching(/^Vai trò/), expect.stringMatching(/^Vai trò/)]);
    });

    it.each<Role>(['agency-officer', 'appraiser', 'home-affairs', 'council-chair'])('to no %s of elsewhere', async (role) => {
      await expect(detail((await titled('Riêng')).id, actorOf(role))).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });
});

describe('the routes of the library', () => {
  let test: TestApp;
  let officer: Browser;
  let agencyId: string;

  beforeAll(async () => {
    test = await startTestApp();
    agencyId = (await anAgency(test.db)).id;
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId }]);
  });
  afterAll(() => test.close());

  it('open a document in the version in which it is to be changed', async () => {
    const { id } = await aDocument(test.db, agencyId);
    const { body, headers } = await officer.get(`/api/v1/evidence-documents/${id}`).expect(200);
    expect([headers['etag'], (body as DocumentDetail).versions]).toEqual(['"1"', []]);
    await (await test.signedInAs([{ role: 'agency-officer', agencyId: (await anAgency(test.db)).id }])).get(`/api/v1/evidence-documents/${id}`).expect(404);
    await officer.get('/api/v1/evidence-documents/khong-co').expect(404);
  });

  it.each(['year=abc', 'year=20266', 'kind=exe', 'use=maybe', 'year=2025.5', 'owner=x'])('refuse ?%s by the name of the field', async (query) => {
    const { body } = await officer.get(`/api/v1/evidence-documents?${query}`).expect(422);
    expect(body.errors[0].pointer).toBe(`/${query.split('=')[0] ?? ''}`);
    expect(body.errors[0].detail).not.toMatch(/^Ô này/);
  });

  it('refuse places that are none, by the name of the field', async () => {
    const assessment = await anAssessment(test.db);
    const browser = await test.signedInAs([{ role: 'agency-officer', agencyId: assessment.agencyId }]);
    const document = await aDocument(test.db, assessment.agencyId);
    await aFileVersion(test.db, document, 1);
    const { id } = await anEvidenceLink(test.db, { documentId: document.id, assessmentId: assessment.id });
    const put = async (anchors: unknown) => (await browser.put(`/api/v1/evidence-links/${id}/anchors`).send({ anchors })).body;
    const pointers = async (anchors: unknown) => ((await put(anchors)).errors as readonly { readonly pointer: string; readonly detail: string }[]).map(({ pointer, detail }) => [pointer, detail.startsWith('Ô này')]);
    expect(await pointers('x')).toContainEqual(['/anchors', false]);
    expect(await pointers([{ page: 0, box: null, note: '' }])).toEqual([['/anchors/0/page', false]]);
    expect(await pointers([{ page: 1, box: { x: 2, y: 0, width: 0.1, height: 0.1 }, note: '' }])).toEqual([['/anchors/0/box/x', false]]);
    expect(await pointers([{ page: 1, box: [], note: '' }])).toContainEqual(['/anchors/0/box', false]);
    expect(await pointers([{ page: 1, box: 'x', note: '' }])).toContainEqual(['/anchors/0/box', false]);
    expect(await pointers(Array.from({ length: 21 }, () => ({ page: 1, box: null, note: '' })))).toEqual([['/anchors', false]]);
    expect((await put([{ page: 1, box: { x: 0, y: 0, width: 1, height: 1 }, note: 'cả trang' }])).anchors).toHaveLength(1);
  });
});
