import type { Actor, PublicReceipt, Receipt, ReceiptCheck, ReceiptKeyView, ReceiptView, Role, SealedLineView, SubmittedContent } from '@par-index/contract';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { daysFromNow } from '../../../test/factories/cycle.factory';
import { anExtension } from '../../../test/factories/extension.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { anExplaining, anExplanation } from '../../../test/factories/explaining.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { ServerKey } from '../../platform/signature/server-key';
import { AuditSealer } from '../../platform/audit/audit-sealer.service';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Assessment } from '../assessment/assessment.entity';
import { AssessmentService } from '../assessment/assessment.service';

const REFUSED = { driverError: { code: '23001' } };

describe('a receipt', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Actor;
  let one: Assessed;
  let head: Actor;
  let officer: Browser;

  beforeAll(async () => {
    test = await startTestApp({ PAR_PUBLIC_URL: 'https://par.example' });
    province = await aProvince(test.db);
    noiVu = await province.person('home-affairs', province.noiVu);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    one = await province.assessed({ cycle: await province.cycle('self-assessment'), state: 'drafting' });
    await test.db.query(`update answer set evidence_explanation = 'Lưu tại đơn vị' where assessment_id = $1`, [one.id]);
    head = await province.person('agency-head', one.agency);
    officer = await signedIn('agency-officer', one.agency.id);
  });

  const signedIn = (role: Role, agencyId: string) => test.signedInAs([{ role, agencyId }]);
  const versionOf = async () => (await test.db.manager.findOneByOrFail(Assessment, { id: one.id })).version;
  const move = async (actor: Actor, action: 'submit' | 'reopen' | 'submit-explanation', reason?: string) =>
    test.app.get(AssessmentService).move(actor, one.id, await versionOf(), { action, ...(reason !== undefined && { reason }) });
  const listOf = async (browser = officer) => (await browser.get(`/api/v1/assessments/${one.id}/receipts`).expect(200)).body as readonly ReceiptView[];
  const submitted = async (): Promise<ReceiptView> => {
    await move(head, 'submit');
    return (await listOf())[0] as ReceiptView;
  };
  const fileOf = async (number: string) => (await officer.get(`/api/v1/receipts/${number}/file`).expect(200)).body as Receipt;
  const publicOf = async (number: string) => (await test.anonymous.get(`/api/v1/public/receipts/${number}`).expect(200)).body as PublicReceipt;
  const check = async (shown: unknown) => (await test.anonymous.post('/api/v1/public/receipts/check').send(shown as object).expect(200)).body as ReceiptCheck;

  it('is there when the self-assessment is submitted, with its audit line, and on time', async () => {
    expect(await listOf()).toEqual([]);
    const receipt = await submitted();
    expect(receipt).toMatchObject({ assessmentId: one.id, agency: { id: one.agency.id }, round: 'self-assessment', late: false, replaces: null, replacedBy: null, entries: 4, documents: 0, own: true });
    const assessment = await test.db.manager.findOneByOrFail(Assessment, { id: one.id });
    expect(receipt.issuedAt).toBe(assessment.submittedAt?.toISOString());
    expect(await test.db.manager.findBy(AuditEvent, { subjectId: one.id, event: 'receipt.issued' })).toMatchObject([
      { actorId: head.id, cycleId: one.assessment.cycleId, payload: { number: receipt.number, digest: receipt.digest, late: false, round: 'self-assessment' } },
    ]);
  });

  it('is late when the deadline is over, with the deadline that held', async () => {
    await test.db.query(`update cycle_window set opens_at = $2, deadline_at = $3 where cycle_id = $1 and phase = 'self-assessment'`, [one.assessment.cycleId, daysFromNow(-9), daysFromNow(-1)]);
    expect(await submitted()).toMatchObject({ late: true, deadlineAt: daysFromNow(-1).toISOString() });
  });

  it('has the deadline of the extension where there is one', async () => {
    await anExtension(test.db, one.assessment.participantId, { deadlineAt: daysFromNow(6), closeAt: daysFromNow(7) });
    await anExtension(test.db, one.assessment.participantId, { phase: 'explanation', deadlineAt: daysFromNow(26), closeAt: daysFromNow(27) });
    expect(await submitted()).toMatchObject({ late: false, deadlineAt: daysFromNow(6).toISOString() });
  });

  it('is not there when the submission fails', async () => {
    await expect(test.app.get(AssessmentService).move(head, one.id, 99, { action: 'submit' })).rejects.toMatchObject({ code: 'record.version-stale' });
    expect(await listOf()).toEqual([]);
  });

  it('undoes the submission when it cannot be written', async () => {
    await test.db.query('alter table receipt add constraint ck_never check (false) not valid');
    try {
      await expect(move(head, 'submit')).rejects.toThrow();
      expect(await test.db.manager.findOneByOrFail(Assessment, { id: one.id })).toMatchObject({ state: 'drafting', submittedAt: null });
      expect(await test.db.manager.countBy(AuditEvent, { subjectId: one.id })).toBe(0);
    } finally {
      await test.db.query('alter table receipt drop constraint ck_never');
    }
  });

  it('names the absent head where somebody signs by delegation', async () => {
    const absent = await province.person('agency-head', one.agency);
    const acting: Actor = { ...head, grants: [{ role: 'agency-head', agencyId: one.agency.id, actingFor: absent.id }] };
    await move(acting, 'submit');
    expect((await listOf())[0]?.signedBy).toBe('Nguyễn Văn A (thay mặt Nguyễn Văn A)');
  });

  it('has the digests of every answer and document, each in the version of its file that was pinned', async () => {
    const document = await aDocument(test.db, one.agency.id);
    const [first] = [await aFileVersion(test.db, document, 1)];
    await anEvidenceLink(test.db, { documentId: document.id, assessmentId: one.id });
    const { number } = await submitted();
    await aFileVersion(test.db, document, 2);
    const receipt = await fileOf(number);
    const content = (await officer.get(`/api/v1/receipts/${number}/content`).expect(200)).body as SubmittedContent;
    expect(receipt.documents).toMatchObject([{ code: '1.1', documentId: document.id, fileVersion: 1, sha256: first?.sha256 }]);
    expect(receipt.entries.map(({ code }) => code)).toEqual(['1.1', '1.2', '1.3', '3.1']);
    expect(content).toMatchObject({ number, entries: [{ code: '1.1', answer: { numerator: 19, denominator: 20 } }, {}, {}, {}], documents: [{ fileName: 'bao-cao-1.pdf' }] });
    const canonical = '{"answer":{"denominator":20,"numerator":19},"code":"1.1","evidenceExplanation":"Lưu tại đơn vị","note":""}';
    expect(receipt.entries[0]?.digest).toBe(createHash('sha256').update(canonical).digest('hex'));
  });

  it('is signed with the key that is public', async () => {
    const receipt = await fileOf((await submitted()).number);
    const keys = (await test.anonymous.get('/api/v1/public/receipt-keys').expect(200)).body as readonly ReceiptKeyView[];
    const key = keys.find(({ keyId }) => keyId === receipt.seal.keyId);
    const { digest, signature } = receipt.seal;
    expect(verify(null, Buffer.from(`par-index-receipt/1:${digest}`), createPublicKey(key?.publicKey ?? ''), Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('is followed by another one after a reopening, which names it', async () => {
    const former = await submitted();
    await move(noiVu, 'reopen', 'Bổ sung số liệu');
    await test.db.query(`update answer set note = 'Đã bổ sung' where assessment_id = $1 and code = '1.1'`, [one.id]);
    const newer = await submitted();
    expect(await listOf()).toMatchObject([
      { number: newer.number, replaces: former.number, replacedBy: null },
      { number: former.number, replaces: null, replacedBy: newer.number },
    ]);
    const [before, after] = [await fileOf(former.number), await fileOf(newer.number)];
    expect(after.replaces).toBe(former.number);
    expect(after.entries.filter(({ digest }, at) => digest !== before.entries[at]?.digest).map(({ code }) => code)).toEqual(['1.1']);
    expect(await publicOf(former.number)).toMatchObject({ genuine: true, replacedBy: newer.number });
  });

  it('stands in the history of the assessment, at the submission', async () => {
    const { number } = await submitted();
    await move(noiVu, 'reopen', 'Bổ sung số liệu');
    const { body } = await officer.get(`/api/v1/assessments/${one.id}/history`).expect(200);
    expect(body).toMatchObject([{ receipt: null }, { receipt: number }]);
  });

  it('is never changed or removed, nor the key that signed it', async () => {
    await submitted();
    for (const table of ['receipt', 'signing_key']) {
      for (const statement of [`update ${table} set key_id = key_id`, `delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(test.db.query(statement)).rejects.toMatchObject(REFUSED);
      }
    }
  });

  describe('of an explanation', () => {
    beforeEach(async () => {
      one = await anExplaining(province);
      head = await province.person('agency-head', one.agency);
      officer = await signedIn('agency-officer', one.agency.id);
      await anExplanation(province, one.id);
      await anExplanation(province, one.id, { code: '2.1', stance: 'agree', text: '' });
    });

    it('has what was said, and the documents of the explanation alone', async () => {
      const [document, other] = [await aDocument(test.db, one.agency.id), await aDocument(test.db, one.agency.id)];
      await anEvidenceLink(test.db, { documentId: document.id, assessmentId: one.id, round: 'explanation' });
      await anEvidenceLink(test.db, { documentId: other.id, assessmentId: one.id });
      await move(head, 'submit-explanation');
      const [receipt] = await listOf();
      expect(receipt).toMatchObject({ round: 'explanation', late: false, entries: 2, documents: 1, replaces: null });
      const { body } = await officer.get(`/api/v1/receipts/${receipt?.number}/content`).expect(200);
      expect(body).toMatchObject({ entries: [{ code: '1.1', stance: 'explain', text: 'Báo cáo số 12 ghi 95 %' }, { code: '2.1', stance: 'agree', text: '' }], documents: [{ documentId: document.id }] });
    });
  });

  describe('in public', () => {
    it('tells when who handed in what, late or not, and nothing of a person, an answer or a score', async () => {
      const { number, issuedAt } = await submitted();
      const told = await publicOf(number);
      expect(told).toMatchObject({ number, issuedAt, agencyName: one.agency.name, year: 2026, round: 'self-assessment', late: false, genuine: true });
      expect(JSON.stringify(told)).not.toMatch(/Nguyễn|points|answer|entries/);
      expect(await publicOf(number.toLowerCase().replaceAll('-', ' '))).toEqual(told);
    });

    it.each(['BN2026-00000-00000', 'khong-co', "'; drop table receipt"])('does not know «%s»', async (number) => {
      const { body } = await test.anonymous.get(`/api/v1/public/receipts/${encodeURIComponent(number)}`).expect(404);
      expect(body.code).toBe('receipt.unknown');
    });

    it('says that one is genuine', async () => {
      const { number } = await submitted();
      expect(await check(await fileOf(number))).toMatchObject({ genuine: true, findings: [], kept: { number, genuine: true } });
    });

    it('names the field that was changed', async () => {
      const receipt = await fileOf((await submitted()).number);
      expect(await check({ ...receipt, late: true })).toMatchObject({ genuine: false, findings: [{ pointer: '/late', detail: '«Đúng hạn hay trễ hạn» đã bị thay đổi so với khi cấp.' }] });
      expect(await check({ ...receipt, number: 'BN2026-00000-00000' })).toMatchObject({ genuine: false, kept: null, findings: [{ pointer: '/number' }] });
    });

    it('names the place also where everything was reckoned anew', async () => {
      const receipt = await fileOf((await submitted()).number);
      const resealed = { ...receipt, late: true, seal: { ...receipt.seal, digests: { ...receipt.seal.digests, late: createHash('sha256').update('true').digest('hex') } } };
      expect((await check(resealed)).findings).toEqual(expect.arrayContaining([{ pointer: '/late', detail: '«Đúng hạn hay trễ hạn» khác với biên nhận được lưu (/late).' }]));
    });

    it.each([[[]], [{}], [{ seal: null }], [{ number: 7, seal: { digests: {} } }]])('calls %j none', async (shown) => {
      expect(await check(shown)).toMatchObject({ genuine: false, kept: null });
    });

    it('still knows one that a former key has signed', async () => {
      const receipt = await fileOf((await submitted()).number);
      const key = ServerKey.generate();
      await test.db.query('insert into signing_key (key_id, public_key, since) values ($1, $2, now() - interval \'1 year\')', [key.keyId, key.publicKey]);
      const signature = key.sign(`par-index-receipt/1:${receipt.seal.digest}`);
      expect(await check({ ...receipt, seal: { ...receipt.seal, keyId: key.keyId, signature } })).toMatchObject({ genuine: true });
    });

    it('proves by the sealed log that it was issued, with the public keys alone', async () => {
      const { number, digest } = await submitted();
      const sealOf = async () => (await test.anonymous.get(`/api/v1/public/receipts/${number}/seal`).expect(200)).body as SealedLineView;
      expect(await sealOf()).toEqual({ proof: null });
      await test.app.get(AuditSealer).sealAll();
      const { proof } = await sealOf();
      expect(proof?.line).toContain(digest);
      expect((await test.anonymous.post('/api/v1/public/audit-seals/check').send(proof ?? {})).body).toMatchObject({ genuine: true, kept: { root: proof?.seal.root } });
      await test.app.get(UnitOfWork).runAsSystem((tx) => tx.audit('base-figure.entered', { id: one.id }, { code: '1.3', before: null, after: { value: 1 }, reason: 'sau khi nộp' }));
      await test.app.get(AuditSealer).sealAll();
      expect(await sealOf()).toEqual({ proof });
    });

    it('has a code that leads there', async () => {
      const { number } = await submitted();
      const { headers, body } = await test.anonymous.get(`/api/v1/public/receipts/${number}/code.svg`).expect(200);
      expect(headers['content-type']).toMatch('image/svg+xml');
      expect(Buffer.from(body as Buffer).toString()).toMatch(/^<svg/);
      await test.anonymous.get('/api/v1/public/receipts/khong-co/code.svg').expect(404);
    });
  });

  describe('is for', () => {
    it('the agency as a file, a content and a page to print', async () => {
      const { number } = await submitted();
      const file = await officer.get(`/api/v1/receipts/${number}/file`).expect(200);
      expect(file.headers['content-disposition']).toBe(`attachment; filename=bien-nhan-${number}.json`);
      const pdf = await officer.get(`/api/v1/receipts/${number}/pdf`).expect(200).expect('content-type', 'application/pdf');
      expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    });

    it.each<Role>(['home-affairs', 'council-member'])('%s of elsewhere to know of, and not to have', async (role) => {
      const { number } = await submitted();
      const reader = await signedIn(role, province.noiVu.id);
      expect(await listOf(reader)).toMatchObject([{ number, own: false }]);
      await reader.get(`/api/v1/receipts/${number}`).expect(200);
      for (const part of ['file', 'content', 'pdf']) {
        await reader.get(`/api/v1/receipts/${number}/${part}`).expect(404);
      }
    });

    it.each<Role>(['agency-officer', 'agency-head', 'appraiser'])('no %s of elsewhere', async (role) => {
      const { number } = await submitted();
      const stranger = await signedIn(role, (await province.assessed()).agency.id);
      await stranger.get(`/api/v1/assessments/${one.id}/receipts`).expect(404);
      for (const path of ['', '/file', '/content', '/pdf']) {
        await stranger.get(`/api/v1/receipts/${number}${path}`).expect(404);
      }
      await test.anonymous.get(`/api/v1/receipts/${number}`).expect(401);
    });
  });

  it('is listed in a fixed number of queries, however many there are', async () => {
    await submitted();
    const few = await countQueries(test.db, () => listOf());
    await move(noiVu, 'reopen', 'Bổ sung');
    await submitted();
    expect(await countQueries(test.db, () => listOf())).toBe(few);
  });
});
