import type { AttachFields, Role } from '@par-index/contract';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type supertest from 'supertest';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aDocument, aFileVersion } from '../../../test/factories/evidence.factory';
import { aPdf, aPng } from '../../../test/factories/evidence-file.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Assessment } from '../assessment/assessment.entity';
import { EvidenceBlob } from './evidence-blob.entity';
import { EvidenceFile } from './evidence-file.entity';
import { EvidenceLink } from './evidence-link.entity';
import { EvidenceUpload } from './evidence-upload.entity';

const FIELDS: AttachFields = { title: 'Báo cáo quét', documentNumber: '12/BC', issuedOn: '2026-06-30', issuer: 'Sở Tư pháp', section: 'Mục II', page: 1 };
const UPLOADS = '/api/v1/uploads';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const metadataOf = (pairs: Readonly<Record<string, string>>): string => Object.entries(pairs).map(([key, value]) => `${key} ${base64(value)}`).join(',');

describe('an upload that may be interrupted', () => {
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
  const targetOf = (code = '1.1') => ({ filename: 'Báo cáo quét.pdf', assessmentId: assessment.id, code });
  const tus = (request: supertest.Test): supertest.Test => request.set('tus-resumable', '1.0.0');
  const begin = (bytes: number | string, metadata = metadataOf(targetOf()), browser = officer) =>
    tus(browser.post(UPLOADS)).set({ 'upload-length': String(bytes), 'upload-metadata': metadata });
  const begun = async (bytes: number, metadata?: string): Promise<string> => String((await begin(bytes, metadata).expect(201)).headers['location']);
  const append = (path: string, offset: number | string, part: Buffer, browser = officer) =>
    tus(browser.patch(path)).set({ 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }).send(part);
  const standing = async (path: string): Promise<number> => Number((await tus(officer.head(path)).expect(200)).headers['upload-offset']);
  const sent = async (content: Buffer, metadata?: string): Promise<string> => {
    const path = await begun(content.length, metadata);
    await append(path, 0, content).expect(204);
    return path;
  };
  const idOf = (path: string): string => path.split('/').at(-1) ?? '';
  const folder = (name: string): string => join(test.app.get(Config).PAR_DATA_DIR, name);
  const waiting = () => readdir(folder('uploads'));
  const refusal = async (request: supertest.Test) => {
    const { body, status, headers } = await request;
    expect(String(headers['content-type'])).toContain('application/problem+json');
    return [status, body.code];
  };

  it('goes on where it stopped, and becomes a document like any other', async () => {
    const content = await aPdf('Ban quet');
    const path = await begun(content.length);
    expect(path).toMatch(/^\/api\/v1\/uploads\/[0-9a-f-]{36}$/);
    await append(path, 0, content.subarray(0, 300)).expect(204).expect('upload-offset', '300');
    expect(await standing(path)).toBe(300);
    await append(path, 300, content.subarray(300)).expect(204).expect('upload-offset', String(content.length));

    const { body } = await officer.post(`${path}/attachment`).send(FIELDS).expect(201);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(body).toMatchObject({ code: '1.1', section: 'Mục II', page: 1, document: { title: 'Báo cáo quét', file: { name: 'Báo cáo quét.pdf', mediaType: 'application/pdf', bytes: content.length, sha256, fileVersion: 1, pages: 1 } } });
    expect(await test.db.manager.findBy(AuditEvent, { subjectId: assessment.id })).toMatchObject([{ event: 'evidence.attached', actorId: officer.userId, payload: { sha256 } }]);
    expect(existsSync(join(folder('uploads'), idOf(path)))).toBe(false);
    await officer.get(`/api/v1/evidence-documents/${body.document.id}/content`).expect(200);
  });

  it('is told again the same when the answer got lost, and made into one document only', async () => {
    const path = await sent(await aPdf('Mat cau tra loi'));
    const [first, second] = await Promise.all([officer.post(`${path}/attachment`).send(FIELDS), officer.post(`${path}/attachment`).send(FIELDS)]);
    const third = await officer.post(`${path}/attachment`).send(FIELDS).expect(201);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(new Set([first, second, third].map(({ body }) => body.id as string)).size).toBe(1);
    expect(await test.db.manager.countBy(EvidenceLink, { assessmentId: assessment.id })).toBe(1);
    expect(await standing(path)).toBeGreaterThan(0);
  });

  it('replaces the file of a document, whose former one is kept', async () => {
    const document = await aDocument(test.db, assessment.agencyId);
    await aFileVersion(test.db, document, 1);
    const content = await aPdf('Ban moi');
    const path = await sent(content, metadataOf({ filename: 'mới.pdf', documentId: document.id }));
    expect(await refusal(officer.put(`${path}/replacement`))).toEqual([428, 'request.precondition-required']);
    expect(await refusal(officer.put(`${path}/replacement`).set('if-match', '"7"'))).toEqual([412, 'record.version-stale']);
    const { body } = await officer.put(`${path}/replacement`).set('if-match', '"1"').expect(200).expect('etag', '"2"');
    expect(body).toMatchObject({ version: 2, file: { name: 'mới.pdf', fileVersion: 2 } });
    await officer.put(`${path}/replacement`).set('if-match', '"1"').expect(200);
    expect(await test.db.manager.countBy(EvidenceFile, { documentId: document.id })).toBe(2);
    expect(await refusal(officer.post(`${path}/attachment`).send(FIELDS))).toEqual([404, 'record.not-found']);
  });

  it('is listed to its person alone, until it is finished or given up', async () => {
    const path = await begun(1000);
    await append(path, 0, Buffer.alloc(400)).expect(204);
    expect((await officer.get(UPLOADS).expect(200)).body).toEqual([
      expect.objectContaining({ id: idOf(path), fileName: 'Báo cáo quét.pdf', bytes: 1000, received: 400, assessmentId: assessment.id, code: '1.1', documentId: null }),
    ]);
    expect((await (await personOf(assessment)).get(UPLOADS).expect(200)).body).toEqual([]);
    await tus(officer.delete(path)).expect(204);
    expect((await officer.get(UPLOADS)).body).toEqual([]);
    expect(await waiting()).not.toContain(idOf(path));
    expect(await refusal(append(path, 400, Buffer.alloc(600)))).toEqual([404, 'record.not-found']);
  });

  it('keeps what arrived of a part that broke off', async () => {
    const content = Buffer.concat([await aPdf('Dut mang'), Buffer.alloc(200_000, 32)]);
    const path = await begun(content.length);
    await breakOff(path, content.subarray(0, 120_000), content.length);
    const arrived = await standing(path);
    expect(arrived).toBeGreaterThan(0);
    expect(arrived).toBeLessThanOrEqual(120_000);
    await append(path, arrived, content.subarray(arrived)).expect(204);
    const { body } = await officer.post(`${path}/attachment`).send(FIELDS).expect(201);
    expect(body.document.file.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  });

  describe('is refused what the multipart route refuses', () => {
    it.each<[string, () => Buffer, readonly [number, string]]>([
      ['a page of HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>'), [415, 'evidence.type-refused']],
      ['an archive', () => Buffer.from('PK\u0003\u0004 virus'), [415, 'evidence.type-refused']],
    ])('%s', async (_, content, expected) => {
      const path = await sent(content());
      const blobs = await test.db.manager.count(EvidenceBlob);
      expect(await refusal(officer.post(`${path}/attachment`).send(FIELDS))).toEqual(expected);
      expect(await test.db.manager.count(EvidenceBlob)).toBe(blobs);
      expect(await test.db.manager.countBy(EvidenceLink, { assessmentId: assessment.id })).toBe(0);
    });

    it('a description that is wrong, and the upload can still be finished', async () => {
      const path = await sent(await aPdf('Mo ta sai'));
      const { body } = await officer.post(`${path}/attachment`).send({ ...FIELDS, page: 0 }).expect(422);
      expect(body.errors).toMatchObject([{ pointer: '/page' }]);
      await officer.post(`${path}/attachment`).send(FIELDS).expect(201);
    });

    it('to be used before it is whole', async () => {
      const path = await begun(1000);
      await append(path, 0, Buffer.alloc(999)).expect(204);
      expect(await refusal(officer.post(`${path}/attachment`).send(FIELDS))).toEqual([409, 'upload.unfinished']);
    });
  });

  describe('is asked for with every request', () => {
    it('whose it is, which role, and with the token of the page', async () => {
      const path = await begun(100);
      const colleague = await personOf(assessment);
      for (const request of [tus(colleague.head(path)), append(path, 0, Buffer.alloc(9), colleague), tus(colleague.delete(path)), colleague.post(`${path}/attachment`).send(FIELDS)]) {
        expect((await request).status).toBe(404);
      }
      expect(await refusal(append(path, 0, Buffer.alloc(9), await personOf(assessment, 'agency-head')))).toEqual([403, 'access.denied']);
      expect(await refusal(append(path, 0, Buffer.alloc(9), test.anonymous))).toEqual([401, 'access.unauthenticated']);
      expect(await refusal(append(path, 0, Buffer.alloc(9)).set('x-csrf-token', 'khác'))).toEqual([403, 'request.csrf']);
      expect(await refusal(append(path, 0, Buffer.alloc(9)).set('origin', 'https://evil.example'))).toEqual([403, 'request.csrf']);
      expect(await refusal(begin(10).set('origin', 'https://evil.example'))).toEqual([403, 'request.csrf']);
      expect(await standing(path)).toBe(0);
    });

    it('whether its place is open, also when it closes in the middle', async () => {
      const path = await begun(100);
      await append(path, 0, Buffer.alloc(50)).expect(204);
      await test.db.query(`update assessment set state = 'awaiting-head' where id = $1`, [assessment.id]);
      expect(await refusal(append(path, 50, Buffer.alloc(50)))).toEqual([409, 'assessment.state-illegal']);
      expect(await refusal(officer.post(`${path}/attachment`).send(FIELDS))).toEqual([409, 'assessment.state-illegal']);
      expect(await refusal(begin(10))).toEqual([409, 'assessment.state-illegal']);
      await tus(officer.delete(path)).expect(204);
    });

    it('whether its place is theirs', async () => {
      const stranger = await test.signedInAs([{ role: 'agency-officer', agencyId: (await anAgency(test.db)).id }]);
      expect(await refusal(begin(10, metadataOf(targetOf()), stranger))).toEqual([404, 'record.not-found']);
      expect(await refusal(begin(10, metadataOf(targetOf('9.9'))))).toEqual([404, 'answer.criterion-unknown']);
      const foreign = await aDocument(test.db, (await anAgency(test.db)).id);
      expect(await refusal(begin(10, metadataOf({ filename: 'a.pdf', documentId: foreign.id })))).toEqual([404, 'record.not-found']);
      expect(await refusal(begin(10, metadataOf({ filename: 'a.pdf', documentId: randomUUID() })))).toEqual([404, 'record.not-found']);
    });
  });

  describe('answers hostile headers with a refusal', () => {
    it.each<[string, Readonly<Record<string, string>>, readonly [number, string]]>([
      ['a length that is huge', { 'upload-length': '99999999999999' }, [413, 'evidence.too-large']],
      ['a length beyond all numbers', { 'upload-length': '9'.repeat(400) }, [422, 'request.invalid']],
      ['a negative length', { 'upload-length': '-5' }, [422, 'request.invalid']],
      ['no length at all', { 'upload-length': '' }, [422, 'request.invalid']],
      ['an empty file', { 'upload-length': '0' }, [422, 'evidence.empty']],
      ['metadata that is not base64', { 'upload-metadata': 'filename ???' }, [422, 'request.invalid']],
      ['no metadata', { 'upload-metadata': '' }, [422, 'request.invalid']],
      ['another protocol', { 'tus-resumable': '0.2.2' }, [412, 'upload.protocol']],
      ['parts to be joined', { 'upload-concat': 'final;/a /b', 'upload-length': '5' }, [422, 'request.invalid']],
      ['a length put off', { 'upload-defer-length': '1', 'upload-length': '5' }, [422, 'request.invalid']],
    ])('%s', async (_, headers, expected) => {
      const before = await waiting();
      expect(await refusal(begin(10).set(headers))).toEqual(expected);
      expect(await waiting()).toEqual(before);
      expect((await officer.get(UPLOADS)).body).toEqual([]);
    });

    it.each<[string, number | string, Readonly<Record<string, string>>, readonly [number, string]]>([
      ['an offset that skips', 7, {}, [409, 'upload.out-of-step']],
      ['an offset behind what arrived', 0, {}, [409, 'upload.out-of-step']],
      ['a negative offset', '-1', {}, [422, 'request.invalid']],
      ['an offset that is no number', '0x0', {}, [422, 'request.invalid']],
      ['another kind of body', 5, { 'content-type': 'application/octet-stream' }, [415, 'request.media-type']],
      ['another protocol', 5, { 'tus-resumable': '2.0.0' }, [412, 'upload.protocol']],
      ['a new length', 5, { 'upload-length': '4000' }, [400, 'request.malformed']],
    ])('%s', async (_, offset, headers, expected) => {
      const path = await begun(20);
      await append(path, 0, Buffer.alloc(5)).expect(204);
      expect(await refusal(append(path, offset, Buffer.alloc(5)).set(headers))).toEqual(expected);
      expect(await standing(path)).toBe(5);
    });

    it('a part that is larger than what is left, announced or not', async () => {
      const path = await begun(20);
      expect(await refusal(append(path, 0, Buffer.alloc(21)))).toEqual([413, 'evidence.too-large']);
      const status = await chunked(path, Buffer.alloc(50_000));
      expect(status).toBe(413);
      expect(await standing(path)).toBeLessThanOrEqual(20);
    });

    it.each(['..%2f..%2fetc%2fpasswd', 'khong-phai-id', '%00'])('an id like %s', async (id) => {
      expect((await append(`${UPLOADS}/${id}`, 0, Buffer.alloc(1))).status).toBe(404);
    });
  });

  describe('has a limit to what one person leaves unfinished', () => {
    it('in number, also when many begin at once', async () => {
      const answers = await Promise.all(Array.from({ length: 24 }, () => begin(10)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
      expect(answers.filter(({ status }) => status === 429).map(({ body }) => body.code as string)).toEqual(Array(4).fill('upload.quota'));
      await tus(officer.delete(String(answers.find(({ status }) => status === 201)?.headers['location']))).expect(204);
      await begin(10).expect(201);
    });

    it('in bytes', async () => {
      const whole = 1024 * 1024;
      for (let begunBefore = 0; begunBefore < 10; begunBefore += 1) {
        await begin(whole).expect(201);
      }
      expect(await refusal(begin(1))).toEqual([429, 'upload.quota']);
    });
  });

  describe('is swept away', () => {
    const tick = () => test.app.get(UnitOfWork).runAsSystem((tx) => tx.raise('clock.ticked', { at: tx.now }));

    it('past its day, and not before', async () => {
      const [old, young] = [await begun(100), await begun(100)];
      await test.db.query(`update evidence_upload set expires_at = now() - interval '1 minute' where id = $1`, [idOf(old)]);
      expect(await refusal(append(old, 0, Buffer.alloc(100)))).toEqual([410, 'upload.expired']);
      await utimes(join(folder('uploads'), idOf(old)), new Date(0), new Date(0));
      await tick();
      expect(await test.db.manager.countBy(EvidenceUpload, { id: idOf(old) })).toBe(0);
      expect(await waiting()).not.toContain(idOf(old));
      expect(await waiting()).toContain(idOf(young));
    });

    it('when nothing names it any more', async () => {
      const stray = join(folder('uploads'), randomUUID());
      await writeFile(stray, 'x');
      await tick();
      expect(existsSync(stray)).toBe(true);
      await utimes(stray, new Date(0), new Date(0));
      await tick();
      expect(existsSync(stray)).toBe(false);
    });
  });

  it('takes pictures too', async () => {
    const path = await sent(aPng(77));
    expect((await officer.post(`${path}/attachment`).send(FIELDS).expect(201)).body.document.file).toMatchObject({ mediaType: 'image/png', pages: null, name: 'Báo cáo quét.pdf.png' });
  });

  const headersOf = (path: string): Record<string, string> => ({
    ...(officer.post(path) as unknown as { readonly header: Record<string, string> }).header,
    ...{ 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });

  function port(): number {
    const server = test.app.getHttpServer();
    if (!server.listening) {
      server.listen(0);
    }
    return (server.address() as AddressInfo).port;
  }

  /** Sends the beginning of a part and hangs up. */
  async function breakOff(path: string, part: Buffer, announced: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const request = httpRequest({ port: port(), path, method: 'PATCH', headers: { ...headersOf(path), 'content-length': announced } });
      request.on('error', () => undefined).on('close', () => resolve());
      request.write(part, () => setTimeout(() => request.destroy(), 200));
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
  }

  /** Sends a body without saying how long it is. */
  function chunked(path: string, body: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      const request = httpRequest({ port: port(), path, method: 'PATCH', headers: { ...headersOf(path), 'transfer-encoding': 'chunked' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      request.on('error', reject);
      request.end(body);
    });
  }
});
