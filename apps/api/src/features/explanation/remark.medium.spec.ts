import type { ThreadView } from '@par-index/contract';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { daysFromNow } from '../../../test/factories/cycle.factory';
import { anExplaining } from '../../../test/factories/explaining.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';

describe('the thread under one criterion', () => {
  let test: TestApp;
  let province: Province;
  let one: Assessed;
  let officer: Browser;
  let appraiser: Browser;
  let noiVu: Browser;
  let council: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    appraiser = await test.signedInAs([{ role: 'appraiser', agencyId: province.tuPhap.id }]);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    council = await test.signedInAs([{ role: 'council-member', agencyId: province.noiVu.id }]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    one = await anExplaining(province);
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId: one.agency.id }]);
  });

  const place = (code = '2.1'): string => `/api/v1/assessments/${one.id}/criteria/${code}/remarks`;
  const write = (browser: Browser, text: string, more: object = {}, code = '2.1') => browser.post(place(code)).send({ visibility: 'shared', asks: false, text, ...more });
  const read = async (browser: Browser, code = '2.1'): Promise<ThreadView> => (await browser.get(place(code)).expect(200)).body as ThreadView;
  const textsOf = async (browser: Browser): Promise<readonly string[]> => (await read(browser)).remarks.map(({ text }) => text);
  const due = (deadline: Date, close: Date) =>
    test.db.query(`update cycle_window set opens_at = $2::timestamptz - interval '9 days', deadline_at = $2, close_at = $3 where cycle_id = $1 and phase = 'explanation'`, [one.assessment.cycleId, deadline, close]);

  it('holds what was shared for both, and the rest for its side', async () => {
    await write(officer, 'chung 1').expect(201);
    await write(officer, 'riêng của cơ quan', { visibility: 'internal' }).expect(201);
    await write(appraiser, 'chung 2').expect(201);
    await write(council, 'riêng của thẩm định', { visibility: 'internal' }).expect(201);
    expect(await textsOf(officer)).toEqual(['chung 1', 'riêng của cơ quan', 'chung 2']);
    expect(await textsOf(noiVu)).toEqual(['chung 1', 'chung 2', 'riêng của thẩm định']);
    expect((await read(officer)).remarks[2]).toMatchObject({ side: 'appraisal', from: 'Sở Tư pháp', by: expect.any(String) });
    const view = (await officer.get(`/api/v1/assessments/${one.id}/explanation`).expect(200)).body as { differences: readonly { code: string; remarks: number }[] };
    expect(view.differences.find(({ code }) => code === '2.1')).toMatchObject({ remarks: 3 });
  });

  it('is in the audit log without its words', async () => {
    await write(appraiser, 'một câu dài', { asks: true }).expect(201);
    const [line] = await test.db.manager.findBy(AuditEvent, { subjectId: one.id, event: 'remark.written' });
    expect(line?.payload).toEqual({ code: '2.1', side: 'appraisal', visibility: 'shared', asks: true });
  });

  it('belongs to who appraises the criterion, and to who oversees', async () => {
    await appraiser.get(place('1.1')).expect(404);
    await write(appraiser, 'không phải của mình', {}, '1.1').expect(404);
    await write(noiVu, 'của mọi tiêu chí', {}, '1.1').expect(201);
  });

  it('knows only the criteria of the set', async () => {
    expect((await officer.get(place('9.9'))).body).toMatchObject({ status: 404, code: 'answer.criterion-unknown' });
    expect((await officer.get(place('1'))).body).toMatchObject({ code: 'answer.criterion-unknown' });
  });

  it.each([
    [{ text: '   ' }, 'remark.empty', '/text'],
    [{ text: 'a', visibility: 'secret' }, 'request.invalid', '/visibility'],
    [{ text: 'a', asks: 'yes' }, 'request.invalid', '/asks'],
    [{ text: 'a', asks: true }, 'request.invalid', '/asks'],
    [{ text: 'a'.repeat(10_001) }, 'request.invalid', '/text'],
  ])('refuses %j with the name of the field', async (body, code, pointer) => {
    const answer = await write(officer, 'a', body).expect(422);
    expect(answer.body).toMatchObject({ code });
    expect((answer.body as { errors: readonly { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('is shared only while the agency explains, and says why not', async () => {
    await due(daysFromNow(-2), daysFromNow(-1));
    expect((await write(officer, 'muộn')).body).toMatchObject({ status: 409, code: 'assessment.phase-closed' });
    expect(await read(officer)).toMatchObject({ writable: { internal: true, shared: false }, sharingLockedBecause: expect.stringContaining('gia hạn') });
    expect(await read(council)).toMatchObject({ writable: { internal: true, shared: false }, sharingLockedBecause: expect.stringContaining('Hội đồng') });
    await write(appraiser, 'nội bộ vẫn ghi được', { visibility: 'internal' }).expect(201);
  });

  describe('knows what became of a question', () => {
    it('asked, answered by a remark, asked again', async () => {
      expect((await read(appraiser)).question).toBeNull();
      await write(appraiser, 'Tài liệu nào?', { asks: true }).expect(201);
      expect((await read(officer)).question).toBe('asked');
      await write(officer, 'Báo cáo 12').expect(201);
      expect((await read(appraiser)).question).toBe('answered');
      await write(appraiser, 'Trang mấy?', { asks: true }).expect(201);
      expect((await read(appraiser)).question).toBe('asked');
    });

    it('overdue after the deadline', async () => {
      await write(appraiser, 'Tài liệu nào?', { asks: true }).expect(201);
      await due(daysFromNow(-1), daysFromNow(1));
      expect((await read(appraiser)).question).toBe('overdue');
      expect((await read(officer)).question).toBe('overdue');
    });

    it('answered among the agency\'s people by what is written, for the others by what is signed', async () => {
      const save = (text: string, version: number) => officer.put(`/api/v1/assessments/${one.id}/explanations/1.1`).set('if-match', `"${version}"`).send({ stance: 'explain', text });
      expect((await read(officer, '1.1')).question).toBe('asked');
      await save('', 0).expect(200);
      expect((await read(officer, '1.1')).question).toBe('asked');
      await save('Báo cáo 12', 1).expect(200);
      expect((await read(officer, '1.1')).question).toBe('answered');
      expect((await read(noiVu, '1.1')).question).toBe('asked');
      const head = await test.signedInAs([{ role: 'agency-head', agencyId: one.agency.id }]);
      await head.post(`/api/v1/assessments/${one.id}/transitions`).set('if-match', `"${one.assessment.version}"`).send({ action: 'submit-explanation' }).expect(200);
      expect((await read(noiVu, '1.1')).question).toBe('answered');
    });
  });
});
