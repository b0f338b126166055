import type { AnswerView, AssessmentSummary, AssessmentView, Page as ListPage, SessionView } from '@par-index/contract';
import PdfDocument from 'pdfkit';
import type { Page } from 'playwright-core';
import { expectAccessible, expectComplaint, openPage, origin, screenshot, viewports } from './harness/journey';

const OFFICER = 'canbo.syt';
const HEAD = 'lanhdao.syt';

/** What the network and the server say when a journey means them to fail. */
const LOST = /request failed: PUT|console: Failed to load resource: net::ERR/;
const STALE = /answer 412: PUT|console: .*412/;

let assessment: AssessmentSummary;

/** Asked as the officer, apart from the page, to see what the server really has. */
async function viewOf(page: Page): Promise<AssessmentView> {
  const answer = await page.request.get(`${origin()}/api/v1/assessments/${assessment.id}`);
  return (await answer.json()) as AssessmentView;
}

async function stored(page: Page, code: string): Promise<AnswerView | undefined> {
  return (await viewOf(page)).answers.find((answer) => answer.code === code);
}

/** At one criterion, ready to be filled in. */
async function openCriterion(code: string, page?: Page): Promise<Page> {
  const path = `/assessments/${assessment.id}/${code}`;
  const opened = page ?? (await openPage({ as: OFFICER, path }));
  if (page) await page.goto(origin() + path, { waitUntil: 'networkidle' });
  await opened.getByRole('heading', { level: 2, name: new RegExp(`^${code} `) }).waitFor();
  return opened;
}

const answers = (page: Page) => page.getByRole('region', { name: 'Số liệu tự chấm' });
const note = (page: Page) => page.getByRole('textbox', { name: 'Thuyết minh', exact: true });
const saved = (page: Page) => page.getByText(/^Đã lưu \d/).waitFor();

/** The hero figure: points of this criterion as they are typed. */
async function expectPoints(page: Page, figure: string): Promise<void> {
  await page.locator('p.figure', { hasText: figure }).waitFor();
}

/** A report of two pages, as an office would scan it. */
function pdf(): Promise<Buffer> {
  const document = new PdfDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.fontSize(16).text('Bao cao ket qua kiem tra').addPage().text('Muc II. Ket qua');
  document.end();
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
}

beforeAll(async () => {
  const page = await openPage({ as: OFFICER, path: '/work' });
  const list = (await (await page.request.get(`${origin()}/api/v1/assessments`)).json()) as ListPage<AssessmentSummary>;
  const running = list.items.find(({ state }) => state === 'drafting');
  if (!running) throw new Error('The demonstration has no assessment of this officer that is being drafted');
  assessment = running;
});

describe('An officer fills in the self-assessment', () => {
  it('is led to the one assessment there is, and reads at once what is due and what is missing', async () => {
    const page = await openPage({ as: OFFICER, path: '/assessments' });
    await page.waitForURL(`**/assessments/${assessment.id}`);
    await page.getByText('Được gia hạn', { exact: true }).waitFor();
    await page.getByRole('heading', { name: /^Còn \d+ chỗ phải bổ sung trước khi gửi$/ }).waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'self-assessment-overview-desktop');
    await page.setViewportSize(viewports.phone);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'self-assessment-overview-phone');
  });

  it('fills a criterion of each kind and sees its points at every keystroke', async () => {
    const page = await openCriterion('1.3.1');
    await answers(page).getByLabel('Số phòng, đơn vị đã kiểm tra').fill('4');
    await answers(page).getByLabel('Tổng số phòng, đơn vị trực thuộc').fill('10');
    await expectPoints(page, '0,50');
    await answers(page).getByText('Vì sao được số điểm này?').click();
    await answers(page).getByText(/4 \/ 10 × 100 = 40%/).waitFor();
    await saved(page);

    await openCriterion('1.1.2', page);
    for (const item of [/^Bao quát/, /^Mỗi nhiệm vụ/, /^Phân công/, /^Bố trí kinh phí/]) await answers(page).getByLabel(item).check();
    await expectPoints(page, '1,00');
    await saved(page);

    await openCriterion('1.4.1', page);
    await answers(page).getByLabel('Số nhiệm vụ tuyên truyền hoàn thành').fill('9');
    await answers(page).getByLabel('Số nhiệm vụ tuyên truyền theo kế hoạch').fill('10');
    await expectPoints(page, '0,45');
    await saved(page);

    await openCriterion('1.4.2', page);
    await answers(page).getByLabel(/^Tin, bài/).fill('3');
    await answers(page).getByLabel(/^Phim ngắn/).fill('1');
    await answers(page).getByLabel(/^Hội nghị/).fill('5');
    await expectPoints(page, '0,45');
    await saved(page);

    await openCriterion('2.4.2', page);
    await answers(page).getByLabel(/^Xử lý xong, quá hạn/).check();
    await expectPoints(page, '0,25');
    await saved(page);

    await openCriterion('4.4', page);
    await answers(page).getByLabel('Các đơn vị đã tinh gọn từ trước').check();
    await answers(page).getByLabel(/^Có thành lập mới/).check();
    await expectPoints(page, '0,50');
    await saved(page);

    await openCriterion('7.3.2', page);
    await answers(page).getByLabel('Số hồ sơ nộp trực tuyến toàn trình').fill('120');
    await page.locator('p.figure', { hasText: 'chờ tổng hợp' }).waitFor();
    await saved(page);
    const points = new Map((await viewOf(page)).answers.map((answer) => [answer.code, answer.points]));
    expect(['1.3.1', '1.4.1', '2.4.2'].map((code) => points.get(code))).toEqual([0.5, 0.45, 0.25]);
  });

  it('is told what does not fit beside the field, who answers what is not the agency\'s, and turns by keyboard', async () => {
    const page = await openCriterion('3.3.1');
    await answers(page).getByLabel('Số thủ tục tiếp nhận tại Trung tâm').fill('12');
    await answers(page).getByLabel('Số thủ tục thuộc diện phải tiếp nhận').fill('10');
    await answers(page).getByText(/vượt 100%/).waitFor();
    await page.getByText('Chưa gửi, đã giữ trên máy này').first().waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await answers(page).getByLabel('Số thủ tục tiếp nhận tại Trung tâm').fill('10');
    await expectPoints(page, '1,00');
    await saved(page);
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForURL('**/3.3.2');
    await page.waitForFunction(() => /^3\.3\.2 /.test(document.activeElement?.textContent ?? ''));
    await openCriterion('1.8.1', page);
    await page.getByText(/^Lấy từ khảo sát\./).waitFor();
    await openCriterion('10.1', page);
    await page.getByText(/^Người thẩm định chấm/).waitFor();
  });

  it('attaches a PDF with its number and page, looks at it beside the criterion, and uses it again elsewhere', async () => {
    const page = await openCriterion('1.3.1');
    const evidence = page.getByRole('region', { name: /^Tài liệu kiểm chứng/ });
    await evidence.getByText('Cần một tài liệu').waitFor();
    await evidence.locator('par-file-drop input[type=file]').setInputFiles({ name: 'Báo cáo kiểm tra.pdf', mimeType: 'application/pdf', buffer: await pdf() });
    await evidence.getByLabel('Số, ký hiệu').fill('118/BC-SYT');
    await evidence.getByLabel('Ngày ban hành').fill('2026-11-12');
    await evidence.getByLabel('Trích yếu').fill('Báo cáo kết quả kiểm tra cải cách hành chính');
    await evidence.getByLabel('Mục', { exact: true }).fill('mục II');
    await evidence.getByLabel('Trang', { exact: true }).fill('2');
    await expectAccessible(page, ['light', 'dark']);
    await evidence.getByRole('button', { name: 'Tải lên', exact: true }).click();
    await evidence.getByText('118/BC-SYT ngày 12/11/2026, Sở Y tế').waitFor();
    await evidence.getByText('Cần một tài liệu').waitFor({ state: 'detached' });
    await evidence.getByRole('button', { name: 'Báo cáo kết quả kiểm tra cải cách hành chính', exact: true }).click();
    const viewer = page.getByRole('complementary', { name: 'Tài liệu kiểm chứng' });
    await viewer.getByText('/ 2').waitFor();
    await expect(viewer.getByLabel('Đến trang').inputValue()).resolves.toBe('2');
    await expectAccessible(page);
    await screenshot(page, 'self-assessment-evidence-desktop');

    await openCriterion('1.4.1', page);
    await evidence.getByRole('button', { name: 'Tài liệu đã có' }).click();
    await evidence.getByRole('searchbox').fill('ket qua kiem tra');
    await evidence.getByRole('button', { name: 'Dùng Báo cáo kết quả kiểm tra cải cách hành chính' }).click();
    await evidence.getByRole('button', { name: 'Lưu vị trí' }).click();
    await evidence.getByText('118/BC-SYT ngày 12/11/2026, Sở Y tế').waitFor();
  });

  it('works the same on a phone: the list first, then the criterion', async () => {
    const page = await openPage({ as: OFFICER, path: `/assessments/${assessment.id}`, viewport: 'phone' });
    await page.getByRole('searchbox').fill('ke hoach tuyen truyen');
    await page.getByRole('treeitem', { name: /^1\.4\.1/ }).click();
    await page.getByRole('heading', { level: 2, name: /^1\.4\.1/ }).waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'self-assessment-criterion-phone');
    await page.getByRole('button', { name: 'Danh sách' }).click();
    await page.getByRole('tree').waitFor();
  });
});

describe('Nothing that was typed is lost', () => {
  it('when the network drops in the middle of typing', async () => {
    const page = await openCriterion('1.4.1');
    expectComplaint(page, LOST);
    await note(page).pressSequentially('Kế hoạch số 12 ');
    await page.context().setOffline(true);
    await note(page).pressSequentially('đã thực hiện đủ');
    await page.getByText('Chưa gửi được, đã giữ trên máy này').first().waitFor();
    await screenshot(page, 'self-assessment-offline-desktop');
    await expectAccessible(page);
    await page.context().setOffline(false);
    await saved(page);
    expect((await stored(page, '1.4.1'))?.note).toBe('Kế hoạch số 12 đã thực hiện đủ');
  });

  it('when the page is loaded anew before anything could be sent', async () => {
    const page = await openCriterion('2.4.2');
    expectComplaint(page, LOST);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.route('**/answers/*', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
    await note(page).fill('Đã xử lý theo Công văn 45');
    await page.getByText('Chưa gửi được, đã giữ trên máy này').first().waitFor();
    await page.unroute('**/answers/*');
    await page.reload({ waitUntil: 'networkidle' });
    await saved(page);
    await expect(note(page).inputValue()).resolves.toBe('Đã xử lý theo Công văn 45');
    expect((await stored(page, '2.4.2'))?.note).toBe('Đã xử lý theo Công văn 45');
  });

  it('when two people edit one criterion: what differs is brought together, what collides is shown to both', async () => {
    const one = await openCriterion('1.4.2');
    const other = await openCriterion('1.4.2');
    expectComplaint(other, STALE);
    await note(one).fill('Nội dung của người thứ nhất');
    await saved(one);
    await answers(other).getByLabel(/^Tin, bài/).fill('4');
    await other.getByText(/phần đó đã được ghép/).waitFor();
    await expect(note(other).inputValue()).resolves.toBe('Nội dung của người thứ nhất');

    await one.reload({ waitUntil: 'networkidle' });
    await note(one).fill('Nội dung mới của người thứ nhất');
    await saved(one);
    expect((await stored(one, '1.4.2'))?.note).toBe('Nội dung mới của người thứ nhất');
    await note(other).fill('Nội dung của người thứ hai');
    const conflict = other.getByRole('alert').filter({ hasText: 'cũng vừa sửa tiêu chí này' });
    await conflict.getByText('Nội dung mới của người thứ nhất').waitFor();
    await conflict.getByText('Nội dung của người thứ hai').waitFor();
    await expectAccessible(other, ['light', 'dark']);
    await screenshot(other, 'self-assessment-conflict-desktop');
    await other.setViewportSize(viewports.phone);
    await expectAccessible(other, ['light', 'dark']);
    await screenshot(other, 'self-assessment-conflict-phone');
    await conflict.getByRole('button', { name: 'Dùng của tôi' }).click();
    await saved(other);
    await other.getByText('Nội dung mới của người thứ nhất').waitFor();
    const answer = await stored(other, '1.4.2');
    expect(answer).toMatchObject({ note: 'Nội dung của người thứ hai', answer: { counts: { 'tin-bai': 4 } } });
  });
});

/** What is left is not this journey's matter: each criterion gets a note or an explanation in the place of evidence. */
async function completeTheRest(page: Page): Promise<void> {
  const session = (await (await page.request.get(`${origin()}/api/v1/session`)).json()) as SessionView;
  const view = await viewOf(page);
  for (const { code } of view.missing) {
    const before = view.answers.find((answer) => answer.code === code);
    const response = await page.request.put(`${origin()}/api/v1/assessments/${assessment.id}/answers/${code}`, {
      headers: { 'origin': origin(), 'X-CSRF-Token': session.csrfToken, 'If-Match': `"${before?.version ?? 0}"` },
      data: { answer: before?.answer ?? null, note: before?.note || 'Không phát sinh trong năm.', evidenceExplanation: 'Hồ sơ lưu tại đơn vị.' },
    });
    expect([code, response.status()]).toEqual([code, 200]);
  }
}

describe('The assessment goes its way', () => {
  it('is not sent while something is missing, and says what', async () => {
    const page = await openCriterion('1.4.1');
    await page.getByRole('button', { name: 'Gửi lãnh đạo' }).click();
    await page.getByText(/^Còn \d+ chỗ phải bổ sung trước khi gửi\.$/).waitFor();
    await page.waitForURL(`**/assessments/${assessment.id}`);
    await page.getByRole('heading', { name: /chỗ phải bổ sung/ }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'missing-title');
  });

  it('is sent to the head, who returns it with a reason and signs it off the second time', async () => {
    const officer = await openPage({ as: OFFICER, path: '/work' });
    await completeTheRest(officer);
    await send(officer);
    await officer.getByText(/Hồ sơ đang chờ lãnh đạo cơ quan ký gửi/).waitFor();

    const head = await openPage({ as: HEAD, path: `/assessments/${assessment.id}` });
    await expectAccessible(head, ['light', 'dark']);
    await head.getByRole('button', { name: 'Trả lại' }).click();
    await head.getByRole('dialog').getByLabel('Lý do trả lại').fill('Bổ sung thuyết minh tiêu chí 1.3.1.');
    await head.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await head.getByText('Đã trả hồ sơ lại cho cán bộ.').waitFor();

    await officer.reload({ waitUntil: 'networkidle' });
    await officer.getByText('«Bổ sung thuyết minh tiêu chí 1.3.1.»').waitFor();
    await send(officer);

    await head.reload({ waitUntil: 'networkidle' });
    await head.getByRole('button', { name: 'Ký gửi' }).click();
    await head.getByRole('dialog').getByText(/^Tự chấm /).waitFor();
    await expectAccessible(head);
    await head.getByRole('dialog').getByRole('button', { name: 'Ký gửi' }).click();
    await head.getByText(/^Đã nộp lúc/).waitFor();
    await head.getByText('đúng hạn.').waitFor();
    await expectAccessible(head, ['light', 'dark']);
    await screenshot(head, 'self-assessment-submitted-desktop');
    await head.setViewportSize(viewports.phone);
    await expectAccessible(head, ['light', 'dark']);
    await screenshot(head, 'self-assessment-submitted-phone');
    const sheet = await head.request.get(`${origin()}/api/v1/reports/assessments/${assessment.id}/sheet.xlsx`);
    expect(sheet.status()).toBe(200);
  });

  it('is read and no longer written', async () => {
    const page = await openCriterion('1.3.1');
    await page.getByText(/^Hồ sơ đã nộp lúc/).waitFor();
    expect(await answers(page).getByRole('textbox').count()).toBe(0);
    await answers(page).getByText('4/10').waitFor();
    await page.getByRole('button', { name: 'Lịch sử số liệu' }).click();
    await page.getByText(/0,50 điểm/).first().waitFor();
    await expectAccessible(page);
  });
});

async function send(officer: Page): Promise<void> {
  await officer.goto(`${origin()}/assessments/${assessment.id}`, { waitUntil: 'networkidle' });
  await officer.getByRole('heading', { name: 'Đã đủ để gửi' }).waitFor();
  await officer.getByRole('button', { name: 'Gửi lãnh đạo' }).click();
  await officer.getByRole('dialog').getByRole('button', { name: 'Gửi lãnh đạo' }).click();
  await officer.getByText('Đã gửi lãnh đạo.').waitFor();
}
