import { Workbook, type Worksheet } from 'exceljs';
import type { Response } from 'supertest';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { aProvince, type Assessed, DECLARED, type Province } from '../../../test/factories/province.factory';

const API = '/api/v1';

describe('reports', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Browser;
  let head: Browser;
  let assessed: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    assessed = await province.assessed({ answers: { ...DECLARED, '1.2': { notApplicable: true, reason: '=1+1' } } });
    head = await test.signedInAs([{ role: 'agency-head', agencyId: assessed.agency.id }]);
    const award = { kind: 'award', awarded: 12.25, reason: '=SUM(A1)', explanationWanted: false, question: '' };
    await noiVu.put(`${API}/appraisals/${assessed.id}/decisions/1.1`).set('if-match', '"0"').send(award).expect(200);
  });
  afterAll(() => test.close());

  async function download(browser: Browser, path: string): Promise<{ readonly sheet: Worksheet; readonly headers: Record<string, string> }> {
    const { body, headers } = await browser.get(`${API}/reports/${path}`).buffer(true).parse(bytes).expect(200);
    const workbook = new Workbook();
    await workbook.xlsx.load(body as never);
    return { sheet: workbook.worksheets[0]!, headers };
  }

  /** The row of a code in the first column, by the text of the head. */
  function lineOf(sheet: Worksheet, code: string): Readonly<Record<string, unknown>> {
    let found: number | undefined;
    sheet.eachRow((row, number) => { if (row.getCell(1).value === code) found = number; });
    const heads = sheet.getRow(sheet.views[0]?.state === 'frozen' ? (sheet.views[0].ySplit ?? 1) : 1);
    return Object.fromEntries(Array.from({ length: 12 }, (_, index) => [String(heads.getCell(index + 1).value), sheet.getRow(found ?? 1).getCell(index + 1).value]));
  }

  it('are sent as a workbook with a name for every program', async () => {
    const { headers } = await download(noiVu, `cycles/${assessed.assessment.cycleId}/ranking.xlsx`);
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="Xep hang - .*\.xlsx"; filename\*=UTF-8''X%E1%BA%BFp/);
  });

  it('say the same figures as the ranking on the screen', async () => {
    const path = `cycles/${assessed.assessment.cycleId}`;
    const { sheet } = await download(noiVu, `${path}/ranking.xlsx?groupCode=so-ban-nganh`);
    const { body } = await noiVu.get(`${API}/${path}/results`).expect(200);
    const values = sheet.getRow((sheet.views[0] as { ySplit: number }).ySplit + 1).values as unknown[];
    const { rank, points, index, applicableMax, bonus, grade, fields } = body.rows[0];
    expect(values).toEqual(expect.arrayContaining([rank, assessed.agency.name, points, index, applicableMax, bonus, grade, fields['1'].points, fields['2'].points]));
  });

  it('show Sở Nội vụ every layer, and text of users as text', async () => {
    const { sheet } = await download(noiVu, `assessments/${assessed.id}/sheet.xlsx`);
    expect(lineOf(sheet, '1.1')).toMatchObject({ 'Điểm tự đánh giá': 20, 'Lần 1': 12.25, 'Lý do chênh lệch': 'Lần 1: =SUM(A1)' });
    expect(lineOf(sheet, '1.2')).toMatchObject({ 'Điểm tự đánh giá': 'không áp dụng', 'Số liệu kê khai': 'Không áp dụng: =1+1' });
    sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  });

  it('show the agency no layer before its opening', async () => {
    const { sheet } = await download(head, `assessments/${assessed.id}/sheet.xlsx`);
    expect(lineOf(sheet, '1.1')).toMatchObject({ 'Điểm tự đánh giá': 20, 'Lần 1': null, 'Lý do chênh lệch': '' });
  });

  it('show an appraiser what is assigned, without sums over a part', async () => {
    const appraiser = await test.signedInAs([{ role: 'appraiser', agencyId: province.tuPhap.id }]);
    const { sheet } = await download(appraiser, `assessments/${assessed.id}/sheet.xlsx`);
    expect(lineOf(sheet, '1.1')).toMatchObject({ 'Điểm tự đánh giá': null, 'Lần 1': null });
    expect(lineOf(sheet, '1.3')).toMatchObject({ 'Điểm tự đánh giá': 'chờ tổng hợp' });
    expect(lineOf(sheet, '1')).toMatchObject({ 'Điểm tự đánh giá': null });
    const whole = await download(noiVu, `assessments/${assessed.id}/sheet.xlsx`);
    expect(lineOf(whole.sheet, '1')).toMatchObject({ 'Điểm tự đánh giá': 20, 'Lần 1': 12.25 });
  });

  it('are refused like what they show', async () => {
    const stranger = await test.signedInAs([{ role: 'agency-head', agencyId: province.tuPhap.id }]);
    await stranger.get(`${API}/reports/assessments/${assessed.id}/sheet.xlsx`).expect(404);
    const refused = await head.get(`${API}/reports/cycles/${assessed.assessment.cycleId}/ranking.xlsx`).expect(404);
    expect(refused.body).toMatchObject({ code: 'result.none' });
    await test.anonymous.get(`${API}/reports/assessments/${assessed.id}/sheet.xlsx`).expect(401);
    const admin = await test.signedInAs([{ role: 'admin', agencyId: province.noiVu.id }]);
    await admin.get(`${API}/reports/assessments/${assessed.id}/sheet.xlsx`).expect(403);
  });
});

/** Collects a binary answer. */
function bytes(response: Response, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
