import type { ExplanationView } from '@par-index/contract';
import type { Browser, TestApp } from '../../../test/app';
import { startTestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { daysFromNow } from '../../../test/factories/cycle.factory';
import { anExtension } from '../../../test/factories/extension.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { anExplaining, anExplanation } from '../../../test/factories/explaining.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { EvidenceLink } from '../evidence/evidence-link.entity';

const EXPLAIN = { stance: 'explain', text: 'Báo cáo số 12 ghi 95 %' };
const AGREE = { stance: 'agree', text: '' };

describe('the explanation of one agency', () => {
  let test: TestApp;
  let province: Province;
  let one: Assessed;
  let officer: Browser;
  let head: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    one = await anExplaining(province);
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId: one.agency.id }]);
    head = await test.signedInAs([{ role: 'agency-head', agencyId: one.agency.id }]);
  });

  const address = (rest: string): string => `/api/v1/assessments/${one.id}/${rest}`;
  const read = async (browser: Browser): Promise<ExplanationView> => (await browser.get(address('explanation')).expect(200)).body as ExplanationView;
  const save = (code: string, body: object, version = 0) => officer.put(address(`explanations/${code}`)).set('if-match', `"${version}"`).send(body);
  const submit = async () => {
    const { version } = await read(head);
    return head.post(address('transitions')).set('if-match', `"${version}"`).send({ action: 'submit-explanation' });
  };
  const stateOf = async () => ((await test.db.query('select state from assessment where id = $1', [one.id])) as { state: string }[])[0]?.state;
  const due = (deadline: Date, close: Date) =>
    test.db.query(`update cycle_window set opens_at = $2::timestamptz - interval '9 days', deadline_at = $2, close_at = $3 where cycle_id = $1 and phase = 'explanation'`, [one.assessment.cycleId, deadline, close]);

  describe('shows the differences', () => {
    it('with both sides, what is asked about first', async () => {
      const view = await read(officer);
      expect(view.differences.map(({ code, kind, lost }) => [code, kind, lost])).toEqual([
        ['1.1', 'lowered', 10],
        ['2.1', 'short', 2.5],
        ['2.2', 'short', 4],
        ['2.3', 'short', 4],
        ['4.1', 'deducted', 0.5],
      ]);
      expect(view.differences[0]).toMatchObject({
        ...{ wanted: true, ownPoints: 20, appraisedPoints: 10, outcome: null, explanation: null, remarks: 0 },
        answer: { answer: { numerator: 19, denominator: 20 } },
        appraised: { layer: 'appraisal-1', reason: 'Báo cáo ghi 80 %' },
        question: { text: 'Báo cáo nào ghi 95 %?', status: 'asked' },
      });
      expect(view).toMatchObject({ round: { state: 'open', submittedAt: null }, editable: true, lockedBecause: null, extended: false, openActions: [] });
    });

    it('to the head, who reads and signs', async () => {
      expect(await read(head)).toMatchObject({ editable: false, lockedBecause: expect.stringContaining('Lãnh đạo đọc và ký nộp'), openActions: ['submit-explanation'] });
    });

    it('in as many queries for many as for few', async () => {
      const many = await countQueries(test.db, () => read(officer));
      await anExplanation(province, one.id);
      expect(await countQueries(test.db, () => read(officer))).toBe(many);
      expect(many).toBeLessThanOrEqual(35);
    });
  });

  describe('is written by the officer', () => {
    it('in versions, each kept', async () => {
      expect((await save('1.1', EXPLAIN).expect(200)).body).toMatchObject({ code: '1.1', ...EXPLAIN, late: false, version: 1 });
      const { body, headers } = await save('1.1', { ...EXPLAIN, text: 'Sửa lại' }, 1).expect(200);
      expect(body).toMatchObject({ text: 'Sửa lại', version: 2 });
      expect(headers['etag']).toBe('"2"');
      const history = await officer.get(address('explanations/1.1/history')).expect(200);
      expect(history.body).toMatchObject([{ version: 2, text: 'Sửa lại' }, { version: 1, text: EXPLAIN.text }]);
      const lines = await test.db.manager.findBy(AuditEvent, { subjectId: one.id, event: 'explanation.saved' });
      expect(lines.map(({ payload }) => payload)).toEqual(
        expect.arrayContaining([
          { code: '1.1', before: null, after: 'explain', textChanged: true, late: false },
          { code: '1.1', before: 'explain', after: 'explain', textChanged: true, late: false },
        ]),
      );
    });

    it('once, however often the same is sent', async () => {
      await save('1.1', EXPLAIN).expect(200);
      expect((await save('1.1', EXPLAIN).expect(200)).body).toMatchObject({ version: 1 });
      expect((await save('1.1', EXPLAIN, 1).expect(200)).body).toMatchObject({ version: 1 });
      expect(await test.db.query('select count(*)::int as n from explanation_revision where assessment_id = $1', [one.id])).toEqual([{ n: 1 }]);
    });

    it('not over what somebody else has written meanwhile', async () => {
      await save('1.1', EXPLAIN).expect(200);
      const { body } = await save('1.1', AGREE).expect(412);
      expect(body).toMatchObject({ code: 'record.version-stale', current: { text: EXPLAIN.text, version: 1 } });
    });

    it('one of two at once', async () => {
      const texts = ['một', 'hai', 'ba', 'bốn'];
      const answers = await Promise.all(texts.map((text) => save('2.1', { stance: 'explain', text })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    });

    it('of a figure and of what was deducted as well', async () => {
      await save('2.2', EXPLAIN).expect(200);
      await save('4.1', EXPLAIN).expect(200);
    });

    it.each([
      ['1.2', 409, 'explanation.no-difference'],
      ['3.1', 409, 'explanation.no-difference'],
      ['9.9', 409, 'explanation.no-difference'],
    ])('not of %s, which is no difference', async (code, status, problem) => {
      expect((await save(code, EXPLAIN)).body).toMatchObject({ status, code: problem });
    });

    it.each([
      [{ stance: 'refuse', text: '' }, '/stance'],
      [{ stance: 'agree' }, '/text'],
      [{ stance: 'agree', text: '', more: 1 }, '/more'],
      [{ stance: 'agree', text: 'a'.repeat(10_001) }, '/text'],
      [{}, '/stance'],
    ])('and refused with the name of the field: %j', async (body, pointer) => {
      const answer = await save('1.1', body).expect(422);
      expect((answer.body as { errors: readonly { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
    });

    it('is asked for the version', async () => {
      await officer.put(address('explanations/1.1')).send(EXPLAIN).expect(428);
    });

    it('late between deadline and close, and not after it', async () => {
      await due(daysFromNow(-1), daysFromNow(1));
      expect((await save('1.1', EXPLAIN).expect(200)).body).toMatchObject({ late: true });
      await due(daysFromNow(-2), daysFromNow(-1));
      expect((await save('1.1', AGREE, 1)).body).toMatchObject({ status: 409, code: 'assessment.phase-closed' });
      expect((await read(officer)).lockedBecause).toContain('Đã khóa lúc');
    });

    it('in an extension, on time again', async () => {
      await due(daysFromNow(-2), daysFromNow(-1));
      await anExtension(test.db, one.assessment.participantId, { deadlineAt: daysFromNow(20), closeAt: daysFromNow(30) });
      expect((await save('1.1', EXPLAIN)).body).toMatchObject({ code: 'assessment.phase-closed' });
      await anExtension(test.db, one.assessment.participantId, { phase: 'explanation', deadlineAt: daysFromNow(2), closeAt: daysFromNow(3) });
      expect((await save('1.1', EXPLAIN).expect(200)).body).toMatchObject({ late: false });
      expect(await read(officer)).toMatchObject({ extended: true, extension: { phase: 'explanation', reason: 'Bão lũ' }, window: { deadlineAt: daysFromNow(2).toISOString() } });
    });
  });

  describe('has evidence of its own', () => {
    const reference = (code: string) =>
      officer.post(address(`criteria/${code}/evidence-references`)).send({ title: 'Báo cáo bổ sung', documentNumber: '15/BC', issuedOn: null, issuer: '', section: '', page: null, url: null });

    it('only where it explains', async () => {
      expect((await reference('1.1')).body).toMatchObject({ status: 409, code: 'explanation.not-begun' });
      await save('1.1', AGREE).expect(200);
      expect((await reference('1.1')).body).toMatchObject({ code: 'explanation.not-begun' });
      await save('1.1', EXPLAIN, 1).expect(200);
      expect((await reference('1.1').expect(201)).body).toMatchObject({ round: 'explanation', late: false });
    });

    it('apart from that of the self-assessment, which stays as it is', async () => {
      const document = await aDocument(test.db, one.agency.id);
      const { id } = await anEvidenceLink(test.db, { documentId: document.id, assessmentId: one.id });
      await save('1.1', EXPLAIN).expect(200);
      await reference('1.1').expect(201);
      expect((await officer.post(address('criteria/1.1/evidence-links')).send({ documentId: document.id, section: '', page: 4 }).expect(201)).body).toMatchObject({ round: 'explanation', page: 4 });
      const [difference] = (await read(officer)).differences;
      expect(difference).toMatchObject({ evidence: [{ id }], explanationEvidence: [{ document: { title: 'Báo cáo bổ sung' } }, { document: { id: document.id } }] });
      expect((await officer.get(address('')).expect(200)).body).toMatchObject({ evidence: [{ id }] });
      expect((await officer.delete(`/api/v1/evidence-links/${id}`)).body).toMatchObject({ status: 409, code: 'assessment.state-illegal' });
      expect((await officer.put(`/api/v1/evidence-documents/${document.id}`).set('if-match', '"1"').send({ title: 'Khác', documentNumber: '1', issuedOn: null, issuer: '' })).body).toMatchObject({ status: 409 });
    });

    it('late, where it comes after the deadline', async () => {
      await due(daysFromNow(-1), daysFromNow(1));
      await save('1.1', EXPLAIN).expect(200);
      expect((await reference('1.1').expect(201)).body).toMatchObject({ late: true });
    });

    it('in the version that it had when the head signed', async () => {
      await save('1.1', EXPLAIN).expect(200);
      const document = await aDocument(test.db, one.agency.id);
      await aFileVersion(test.db, document, 1);
      const { body } = await officer.post(address('criteria/1.1/evidence-links')).send({ documentId: document.id, section: '', page: null }).expect(201);
      expect((await submit()).status).toBe(200);
      const link = await test.db.manager.findOneByOrFail(EvidenceLink, { id: (body as { readonly id: string }).id });
      expect(link).toMatchObject({ pinnedFileVersion: 1, round: 'explanation' });
    });
  });

  describe('is submitted by the head', () => {
    it('and goes to who appraises, with what is explained alone to be decided again', async () => {
      await save('1.1', EXPLAIN).expect(200);
      await save('2.1', AGREE).expect(200);
      expect((await submit()).body).toMatchObject({ state: 'explained' });
      const view = await read(officer);
      expect(view).toMatchObject({ round: { state: 'submitted', late: false }, editable: false, lockedBecause: expect.stringContaining('đã kết thúc') });
      expect(view.differences.map(({ code, outcome }) => [code, outcome])).toEqual([
        ['1.1', 'explained'],
        ['2.1', 'agreed'],
        ['2.2', 'agreed'],
        ['2.3', 'agreed'],
        ['4.1', 'agreed'],
      ]);
      expect(view.differences[0]).toMatchObject({ question: { status: 'answered' } });
      expect((await save('1.1', AGREE, 1)).body).toMatchObject({ status: 409, code: 'assessment.state-illegal' });
    });

    it('and is done at once where nothing is explained', async () => {
      await save('1.1', AGREE).expect(200);
      expect((await submit()).body).toMatchObject({ state: 'reappraised' });
    });

    it('late between deadline and close', async () => {
      await due(daysFromNow(-1), daysFromNow(1));
      await save('1.1', EXPLAIN).expect(200);
      await submit();
      expect((await read(head)).round).toMatchObject({ state: 'submitted', late: true });
      const { body } = await head.get(address('history')).expect(200);
      expect(body).toMatchObject([{ what: 'Lãnh đạo ký và nộp giải trình (sau thời hạn).' }]);
    });

    it('not while a criterion is to be explained without a word, and nothing of it is done', async () => {
      await save('1.1', { stance: 'explain', text: '  ' }).expect(200);
      expect((await submit()).body).toMatchObject({ status: 409, code: 'explanation.incomplete', errors: [{ pointer: '/explanations/1.1' }] });
      expect(await stateOf()).toBe('explaining');
      expect((await read(head)).round).toMatchObject({ state: 'open' });
    });

    it('not by the officer, nor by the head of elsewhere, nor after the close', async () => {
      const { version } = await read(officer);
      const move = (browser: Browser) => browser.post(address('transitions')).set('if-match', `"${version}"`).send({ action: 'submit-explanation' });
      await move(officer).expect(403);
      await move(await test.signedInAs([{ role: 'agency-head', agencyId: province.noiVu.id }])).expect(404);
      await due(daysFromNow(-2), daysFromNow(-1));
      expect((await move(head)).body).toMatchObject({ status: 409, code: 'assessment.phase-closed' });
    });

    it('and gives the figures that nobody appraises to Sở Nội vụ', async () => {
      await save('2.2', EXPLAIN).expect(200);
      await submit();
      const rows = await test.db.query(`select agency_id from appraisal_assignment where assessment_id = $1 and code = '2.2'`, [one.id]);
      expect(rows).toEqual([{ agency_id: province.noiVu.id }]);
    });
  });

  it('of Sở Nội vụ itself goes to its substitute', async () => {
    one = await anExplaining(province, { agency: province.noiVu });
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId: province.noiVu.id }]);
    head = await test.signedInAs([{ role: 'agency-head', agencyId: province.noiVu.id }]);
    await save('2.2', EXPLAIN).expect(200);
    await submit();
    const rows = await test.db.query(`select agency_id from appraisal_assignment where assessment_id = $1 and code = '2.2'`, [one.id]);
    expect(rows).toEqual([{ agency_id: province.tuPhap.id }]);
  });
});
