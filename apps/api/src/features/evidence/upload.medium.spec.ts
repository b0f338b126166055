import type { AttachFields, EvidenceLinkView, Role } from '@par-index/contract';
import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type supertest from 'supertest';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { anArchive } from '../../../test/factories/archive.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aJpeg, anOfficeFile, aPdf, aPng } from '../../../test/factories/evidence-file.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Config } from '../../platform/config/config';
import type { Assessment } from '../assessment/assessment.entity';
import { EvidenceBlob } from './evidence-blob.entity';
import { EvidenceDocument } from './evidence-document.entity';
import { EvidenceFile } from './evidence-file.entity';
import { EvidenceLink } from './evidence-link.entity';

const FIELDS: AttachFields = { title: 'Báo cáo cải cách hành chính', documentNumber: '12/BC-STP', issuedOn: '2026-06-30', issuer: 'Sở Tư pháp', section: 'Mục II', page: 3 };
const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

describe('POST /assessments/:id/criteria/:code/evidence', () => {
  let test: TestApp;
  let assessment: Assessment;
  let officer: Browser;

  beforeAll(async () => {
    test = await startTestApp({ PAR_MAX_EVIDENCE_MB: '1' });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    assessment = await anAssessment(test.db);
    officer = await personOf(assessment);
  });

  const personOf = ({ agencyId }: Assessment, role: Role = 'agency-officer') => test.signedInAs([{ role, agencyId }]);
  const pathOf = ({ id }: Assessment, code = '1.1') => `/api/v1/assessments/${id}/criteria/${code}/evidence`;
  const upload = (content: Buffer, filename: string, browser = officer): supertest.Test =>
    browser.post(pathOf(assessment)).field('description', JSON.stringify(FIELDS)).attach('file', content, filename);

  /** The names of all files in the store, those that are arriving included. */
  async function stored(): Promise<readonly string[]> {
    const folder = join(test.app.get(Config).PAR_DATA_DIR, 'evidence');
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }
  const links = () => test.db.manager.findBy(EvidenceLink, { assessmentId: assessment.id });

  it('stores the file, its record and its audit line, and answers with the document where it stands', async () => {
    const content = await aPdf('Bao cao so 1');
    const { body } = await upload(content, 'Báo cáo số 12.pdf').expect(201);

    expect(body).toMatchObject({
      code: '1.1',
      section: 'Mục II',
      page: 3,
      document: {
        agencyId: assessment.agencyId,
        title: 'Báo cáo cải cách hành chính',
        documentNumber: '12/BC-STP',
        issuedOn: '2026-06-30',
        issuer: 'Sở Tư pháp',
        url: null,
        usedBy: 1,
        version: 1,
        file: { name: 'Báo cáo số 12.pdf', mediaType: 'application/pdf', bytes: content.length, sha256: sha256Of(content), fileVersion: 1 },
      },
    });
    expect(await stored()).toContain(sha256Of(content));
    expect(await test.db.manager.findBy(AuditEvent, { subjectId: assessment.id })).toMatchObject([
      { event: 'evidence.attached', actorId: officer.userId, cycleId: assessment.cycleId, payload: { code: '1.1', documentId: body.document.id, sha256: sha256Of(content) } },
    ]);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a picture', () => aPng(11), 'image/png'],
    ['a photograph', () => aJpeg(), 'image/jpeg'],
    ['a Word document', () => anOfficeFile('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['an Excel workbook', () => anOfficeFile('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a presentation', () => anOfficeFile('pptx'), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ])('takes %s for what it is, whatever its name says', async (_, content, mediaType) => {
    const { body } = await upload(await content(), 'tai-lieu.bin').expect(201);
    expect(body.document.file).toMatchObject({ mediaType });
  });

  it.each([
    ['../../../etc/passwd', 'passwd.pdf'],
    ['C:\\Windows\\công văn.pdf', 'công văn.pdf'],
    ['<script>alert.pdf', 'script alert.pdf'],
    ['bao-cao.pdf.exe', 'bao-cao.pdf.exe.pdf'],
  ])('keeps of the name %s what is safe', async (given, kept) => {
    const { body } = await upload(await aPdf(given), given).expect(201);
    expect(body.document.file.name).toBe(kept);
  });

  it('calls a document without a title by its file', async () => {
    const { body } = await officer.post(pathOf(assessment)).field('description', JSON.stringify({ ...FIELDS, title: ' ' })).attach('file', aPng(12), 'ảnh.png').expect(201);
    expect(body.document.title).toBe('ảnh.png');
  });

  it('stores the same content once, for as many documents as there are', async () => {
    const content = await aPdf('Hai lan');
    const [first, second] = [await upload(content, 'a.pdf').expect(201), await upload(content, 'b.pdf').expect(201)].map(({ body }) => body as EvidenceLinkView);
    expect(first?.document.id).not.toBe(second?.document.id);
    expect((await stored()).filter((name) => name === sha256Of(content))).toHaveLength(1);
    expect(await test.db.manager.countBy(EvidenceBlob, { sha256: sha256Of(content) })).toBe(1);
  });

  it('stores the same content once also when eight send it at once', async () => {
    const content = await aPdf('Tam lan');
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => upload(content, `${index}.pdf`)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect((await stored()).filter((name) => name === sha256Of(content))).toHaveLength(1);
    expect(await test.db.manager.countBy(EvidenceFile, { sha256: sha256Of(content) })).toBe(8);
  });

  describe('refuses, and leaves nothing behind', () => {
    it.each<[string, () => Buffer | Promise<Buffer>, string, readonly [number, string]]>([
      ['an empty file', () => Buffer.alloc(0), 'rong.pdf', [422, 'evidence.empty']],
      ['a page of HTML named .pdf', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'cong-van.pdf', [415, 'evidence.type-refused']],
      ['a Word document with macros', () => anOfficeFile('docm'), 'bao-cao.docx', [415, 'evidence.type-refused']],
      ['a Word document that hides its macros', () => anOfficeFile('docx', [{ name: 'word/vbaProject.bin', content: 'x' }]), 'bao-cao.docx', [415, 'evidence.type-refused']],
      ['an archive', () => anArchive([{ name: 'virus.exe', content: 'MZ' }]), 'bao-cao.docx', [415, 'evidence.type-refused']],
      ['a document cut short', () => anOfficeFile('docx').subarray(0, 100), 'bao-cao.docx', [415, 'evidence.type-refused']],
      ['a file above the limit', async () => Buffer.concat([await aPdf(), Buffer.alloc(1024 * 1024)]), 'lon.pdf', [413, 'evidence.too-large']],
    ])('%s', async (_, content, name, refusal) => {
      const before = await stored();
      const { body } = await upload(await content(), name);
      expect([body.status, body.code]).toEqual(refusal);
      expect(body.detail).toMatch(/\.$/);
      expect(await stored()).toEqual(before);
      expect(await links()).toEqual([]);
      expect(await test.db.manager.countBy(EvidenceDocument, { agencyId: assessment.agencyId })).toBe(0);
    });

    it('a file exactly at the limit is none of them', async () => {
      const start = await aPdf('Vua du');
      await upload(Buffer.concat([start, Buffer.alloc(1024 * 1024 - start.length, 32)]), 'vua-du.pdf').expect(201);
    });

    it.each([
      ['no description', (post: supertest.Test) => post.attach('file', aPng(13), 'a.png')],
      ['a description after the file', (post: supertest.Test) => post.attach('file', aPng(13), 'a.png').field('description', JSON.stringify(FIELDS))],
      ['a description that is wrong', (post: supertest.Test) => post.field('description', JSON.stringify({ ...FIELDS, page: 0 })).attach('file', aPng(13), 'a.png')],
      ['no file', (post: supertest.Test) => post.field('description', JSON.stringify(FIELDS))],
    ])('%s', async (_, send) => {
      const before = await stored();
      const { body } = await send(officer.post(pathOf(assessment)));
      expect([body.status, body.code]).toEqual([422, 'request.invalid']);
      expect(await stored()).toEqual(before);
      expect(await links()).toEqual([]);
    });

    it('what is no form at all', async () => {
      const { body } = await officer.post(pathOf(assessment)).set('content-type', 'application/pdf').send((await aPdf()).toString('latin1'));
      expect([body.status, body.code]).toEqual([415, 'request.media-type']);
    });

    it('an upload that breaks off', async () => {
      const before = await stored();
      await breakOff(officer, pathOf(assessment), await aPdf('Dut giua chung'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await stored()).toEqual(before);
      expect(await links()).toEqual([]);
    });

    it('one whose record can’t be written', async () => {
      const content = await aPdf('Khong ghi duoc');
      await test.db.query(`create function fail_link() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`);
      await test.db.query('create trigger fail_link before insert on evidence_link for each row execute function fail_link()');
      await upload(content, 'a.pdf').expect(500);
      await test.db.query('drop trigger fail_link on evidence_link');
      expect(await stored()).not.toContain(sha256Of(content));
      expect(await test.db.manager.countBy(EvidenceBlob, { sha256: sha256Of(content) })).toBe(0);
    });
  });

  it('takes nothing back that somebody else’s record names', async () => {
    const content = await aPdf('Cua nguoi khac');
    await upload(content, 'a.pdf').expect(201);
    await officer.post(pathOf(assessment)).field('description', JSON.stringify(FIELDS)).attach('file', content, 'b.pdf').expect(201);
    await test.db.query('create trigger fail_link before insert on evidence_link for each row execute function fail_link()');
    await upload(content, 'c.pdf').expect(500);
    await test.db.query('drop trigger fail_link on evidence_link');
    expect(await stored()).toContain(sha256Of(content));
  });

  describe('asks before it reads a byte', () => {
    const refusalFor = async (browser: Browser, path: string) => {
      const before = await stored();
      const { body } = await browser.post(path).field('description', JSON.stringify(FIELDS)).attach('file', aPng(14), 'a.png');
      expect(await stored()).toEqual(before);
      return [body.status, body.code];
    };

    it('whether the criterion is there and not exempt', async () => {
      expect(await refusalFor(officer, pathOf(assessment, '9.9'))).toEqual([404, 'answer.criterion-unknown']);
      expect(await refusalFor(officer, pathOf(assessment, '1'))).toEqual([404, 'answer.criterion-unknown']);
      const exempted = await anAssessment(test.db, { exempt: ['1'] });
      expect(await refusalFor(await personOf(exempted), pathOf(exempted))).toEqual([409, 'answer.criterion-exempt']);
    });

    it('whose it is', async () => {
      const stranger = await test.signedInAs([{ role: 'agency-officer', agencyId: (await anAgency(test.db)).id }]);
      expect(await refusalFor(stranger, pathOf(assessment))).toEqual([404, 'record.not-found']);
      expect(await refusalFor(officer, `/api/v1/assessments/${randomUUID()}/criteria/1.1/evidence`)).toEqual([404, 'record.not-found']);
      expect(await refusalFor(await personOf(assessment, 'agency-head'), pathOf(assessment))).toEqual([403, 'access.denied']);
      expect(await refusalFor(test.anonymous, pathOf(assessment))).toEqual([401, 'access.unauthenticated']);
    });

    it.each(['awaiting-head', 'submitted'] as const)('whether it is open: not when it is %s', async (state) => {
      const elsewhere = await anAssessment(test.db, { state });
      expect(await refusalFor(await personOf(elsewhere), pathOf(elsewhere))).toEqual([409, 'assessment.state-illegal']);
    });
  });

  /** Sends the beginning of an upload and then hangs up. */
  function breakOff(browser: Browser, path: string, content: Buffer): Promise<void> {
    const server = test.app.getHttpServer();
    const wasListening = server.listening;
    if (!wasListening) {
      server.listen(0);
    }
    const headers = (browser.post(path) as unknown as { readonly header: Record<string, string> }).header;
    const boundary = 'dut-giua-chung';
    const part = (lines: string) => `--${boundary}\r\nContent-Disposition: form-data; ${lines}\r\n\r\n`;
    return new Promise((resolve) => {
      const request = httpRequest({
        port: (server.address() as AddressInfo).port,
        path,
        method: 'POST',
        headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': content.length + 10_000 },
      });
      request.on('error', () => undefined);
      request.on('close', () => resolve());
      request.write(`${part('name="description"')}${JSON.stringify(FIELDS)}\r\n${part('name="file"; filename="a.pdf"')}`);
      request.write(content, () => setTimeout(() => request.destroy(), 100));
    });
  }
});
