import type { EvidenceLinkView, Role } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import type supertest from 'supertest';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aDocument } from '../../../test/factories/evidence.factory';
import { anOfficeFile, aPdf } from '../../../test/factories/evidence-file.factory';
import { assign } from '../../../test/factories/layer.factory';
import type { Assessment } from '../assessment/assessment.entity';

const FIELDS = { title: 'Báo cáo', documentNumber: '', issuedOn: null, issuer: '', section: '', page: null };

/** The bytes of an answer, whatever its type. */
const bytes = (request: supertest.Test): supertest.Test =>
  request.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });

describe('GET /evidence-documents/:id/content', () => {
  let test: TestApp;
  let assessment: Assessment;
  let officer: Browser;
  let content: Buffer;
  let link: EvidenceLinkView;

  beforeAll(async () => {
    test = await startTestApp();
    assessment = await anAssessment(test.db);
    officer = await personOf('agency-officer', assessment.agencyId);
    content = await aPdf('Noi dung de tai xuong');
    link = await upload(content, 'Công văn số 5.pdf');
  });
  afterAll(() => test.close());
  beforeEach(() => test.db.query(`update assessment set state = 'drafting' where id = $1`, [assessment.id]));

  const personOf = (role: Role, agencyId: string) => test.signedInAs([{ role, agencyId }]);
  const elsewhere = async (role: Role) => personOf(role, (await anAgency(test.db)).id);
  const pathOf = (id: string, query = '') => `/api/v1/evidence-documents/${id}/content${query}`;
  const get = (browser = officer, query = '', id = link.document.id) => bytes(browser.get(pathOf(id, query)));
  const sha256 = () => link.document.file?.sha256 ?? '';

  async function upload(file: Buffer, name: string, code = '1.1'): Promise<EvidenceLinkView> {
    const { body } = await officer
      .post(`/api/v1/assessments/${assessment.id}/criteria/${code}/evidence`)
      .field('description', JSON.stringify(FIELDS))
      .attach('file', file, name)
      .expect(201);
    return body as EvidenceLinkView;
  }

  async function submit(): Promise<void> {
    await test.db.query(`update assessment set state = 'submitted' where id = $1`, [assessment.id]);
    await test.db.query(`update evidence_link set pinned_file_version = 1 where assessment_id = $1`, [assessment.id]);
  }

  it('gives the bytes with headers that let nothing run', async () => {
    const { body, headers } = await get().expect(200);
    expect((body as Buffer).equals(content)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'accept-ranges': 'bytes',
      'etag': `"${sha256()}"`,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="Cong van so 5.pdf"; filename*=UTF-8''C%C3%B4ng%20v%C4%83n%20s%E1%BB%91%205.pdf`,
    });
  });

  it('shows a PDF in the page when it is asked to, and an office document never', async () => {
    expect((await get(officer, '?inline=true')).headers['content-disposition']).toMatch(/^inline; /);
    const office = await upload(anOfficeFile('xlsx'), 'bảng.xlsx');
    expect((await get(officer, '?inline=true', office.document.id)).headers['content-disposition']).toMatch(/^attachment; filename="bang\.xlsx"/);
    await get(officer, '?inline=yes').expect(422);
  });

  it('gives a part of it', async () => {
    const { body, headers } = await get().set('Range', 'bytes=10-19').expect(206);
    expect((body as Buffer).equals(content.subarray(10, 20))).toBe(true);
    expect(headers).toMatchObject({ 'content-range': `bytes 10-19/${content.length}`, 'content-length': '10' });
    expect((await get().set('Range', 'bytes=-5').expect(206)).body).toEqual(content.subarray(-5));
  });

  it('says where the end is when a part lies behind it', async () => {
    const { headers } = await get().set('Range', `bytes=${content.length}-`).expect(416);
    expect(headers['content-range']).toBe(`bytes */${content.length}`);
  });

  it('gives all of it where the part belongs to another file', async () => {
    await get().set('Range', 'bytes=0-4').set('If-Range', '"another"').expect(200);
    await get().set('Range', 'bytes=0-4').set('If-Range', `"${sha256()}"`).expect(206);
  });

  it('sends nothing again that the reader has', async () => {
    const { body } = await get().set('If-None-Match', `"${sha256()}"`).expect(304);
    expect(body).toHaveLength(0);
    await get().set('If-None-Match', '"another"').expect(200);
  });

  it('answers a HEAD with the headers alone', async () => {
    const { headers, text } = await officer.head(pathOf(link.document.id)).expect(200);
    expect(headers['content-length']).toBe(String(content.length));
    expect(text ?? '').toBe('');
  });

  describe('is read by', () => {
    it('officer and head of the agency, in every version and state', async () => {
      const { body } = await officer
        .put(`/api/v1/evidence-documents/${link.document.id}/content`)
        .set('If-Match', '"1"')
        .attach('file', await aPdf('Ban thu hai'), 'ban-2.pdf')
        .expect(200);
      link = { ...link, document: body };
      const head = await personOf('agency-head', assessment.agencyId);
      expect((await get(head, '?fileVersion=1').expect(200)).headers['content-disposition']).toContain('Cong van so 5.pdf');
      expect((await get(head).expect(200)).headers['content-disposition']).toContain('ban-2.pdf');
      await get(head, '?fileVersion=3').expect(404);
      await get(head, '?fileVersion=0').expect(422);
    });

    it.each<Role>(['home-affairs', 'council-member', 'council-chair'])('the %s of another agency once it is submitted, as it was submitted', async (role) => {
      const reader = await elsewhere(role);
      await get(reader).expect(404);
      await submit();
      expect((await get(reader).expect(200)).headers['content-disposition']).toContain('Cong van so 5.pdf');
      await get(reader, '?fileVersion=2').expect(404);
    });

    it('an appraiser of a criterion under which it stands, once it is submitted', async () => {
      const [appraising, idle] = [await anAgency(test.db), await anAgency(test.db)];
      await assign(test.db, assessment.id, appraising.id, ['1.1']);
      await assign(test.db, assessment.id, idle.id, ['1.2']);
      const [appraiser, other] = [await personOf('appraiser', appraising.id), await personOf('appraiser', idle.id)];
      await get(appraiser).expect(404);
      await submit();
      await get(appraiser).expect(200);
      await get(other).expect(404);
    });

    it.each<Role>(['home-affairs', 'appraiser', 'council-chair'])('nobody who belongs to the agency as its %s', async (role) => {
      await submit();
      await get(await personOf(role, assessment.agencyId)).expect(404);
    });

    it('nobody else', async () => {
      await submit();
      await get(await elsewhere('agency-officer')).expect(404);
      await get(await elsewhere('appraiser')).expect(404);
      await get(await elsewhere('leader')).expect(403);
      await get(test.anonymous).expect(401);
    });

    it('nobody outside once it was taken off', async () => {
      const taken = await upload(await aPdf('Da go'), 'go.pdf');
      await officer.delete(`/api/v1/evidence-links/${taken.id}`).expect(204);
      await submit();
      await get(await elsewhere('home-affairs'), '', taken.document.id).expect(404);
      await get(officer, '', taken.document.id).expect(200);
    });
  });

  it('is not there where there is no file, and no document', async () => {
    await get(officer, '', (await aDocument(test.db, assessment.agencyId)).id).expect(404);
    await get(officer, '', randomUUID()).expect(404);
    await get(officer, '', 'x').expect(404);
  });
});
