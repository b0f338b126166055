import type { AppraisalSummary, AppraisalView, AssessmentSummary, AssessmentView, CycleView, DocumentDetail, EvidenceLinkView, Page as ListPage, UploadView } from '@par-index/contract';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { Workbook } from 'exceljs';
import PdfDocument from 'pdfkit';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expectAccessible, expectComplaint, openPage, origin, screenshot, viewports } from './harness/journey';

const OFFICER = 'canbo.syt';
const CODE = '2.2.1';
const OTHER = '5.2.3';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the network says when a journey means it to fail. */
const CUT = /request failed: (PATCH|HEAD)|console: Failed to load resource: net::ERR/;

/** The frame's policy keeps the accessibility check from reading its style sheet once more, and this journey from reaching the server. */
const KEPT_OUT = /(request failed: GET|Connecting to '|Fetch API cannot load) ?http:\/\/[^/]+\/(office-view\/frame\.css|api\/v1\/session)|violates the following Content Security Policy directive: "connect-src 'none'"/;

let assessment: AssessmentSummary;

beforeAll(async () => {
  const page = await openPage({ as: OFFICER, path: '/work' });
  const list = (await (await page.request.get(`${origin()}/api/v1/assessments`)).json()) as ListPage<AssessmentSummary>;
  const running = list.items.find(({ state }) => state === 'drafting');
  if (!running) throw new Error('The demonstration has no assessment of this officer that is being drafted');
  assessment = running;
});

async function openCriterion(code = CODE, page?: Page, viewport: 'desktop' | 'phone' = 'desktop'): Promise<Page> {
  const path = `/assessments/${assessment.id}/${code}`;
  const opened = page ?? (await openPage({ as: OFFICER, path, viewport }));
  if (page) await page.goto(origin() + path, { waitUntil: 'networkidle' });
  await opened.getByRole('heading', { level: 2, name: new RegExp(`^${code} `) }).waitFor();
  return opened;
}

const evidence = (page: Page): Locator => page.getByRole('region', { name: /^Tài liệu kiểm chứng/ });
const viewer = (page: Page): Locator => page.getByRole('complementary', { name: 'Tài liệu kiểm chứng' });
const frame = (page: Page): FrameLocator => page.frameLocator('par-office-view iframe');

async function linksOf(page: Page, code = CODE): Promise<readonly EvidenceLinkView[]> {
  const view = (await (await page.request.get(`${origin()}/api/v1/assessments/${assessment.id}`)).json()) as AssessmentView;
  return view.evidence.filter((link) => link.code === code);
}

/** A scan of so many pages, padded to so many bytes. */
async function pdf(pages: number, bytes = 0): Promise<Buffer> {
  const document = new PdfDocument({ size: 'A4', autoFirstPage: false });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  for (let page = 1; page <= pages; page += 1) document.addPage().fontSize(16).text(`Trang ${page}`);
  document.end();
  const content = await whole;
  return Buffer.concat([content, Buffer.alloc(Math.max(0, bytes - content.length), 32)]);
}

const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
const wordFile = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Báo cáo kết quả thực hiện', heading: 'Heading1' }),
            new Paragraph('Tỷ lệ hồ sơ giải quyết đúng hạn đạt 96,69%.'),
            new Table({ rows: [new TableRow({ children: [cell('Lĩnh vực'), cell('Đúng hạn')] }), new TableRow({ children: [cell('Đất đai'), cell('1.842')] })] }),
          ],
        },
      ],
    }),
  );

async function excelFile(): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Tổng hợp');
  sheet.addRow(['Thống kê hồ sơ năm 2026']);
  sheet.mergeCells('A1:C1');
  sheet.addRow(['Lĩnh vực', 'Tổng số', 'Đúng hạn']);
  sheet.addRow(['Đất đai', 1905, { formula: 'B3-63', result: 1842 }]);
  sheet.addRow([{ text: 'Xem văn bản', hyperlink: 'https://vanban.example/1' }]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function drop(page: Page, ...files: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[]): Promise<void> {
  await evidence(page).locator('par-file-drop input[type=file]').last().setInputFiles([...files]);
}

const atPage = (page: Page, number: string) => page.waitForFunction((wanted) => document.querySelector<HTMLInputElement>('par-document-viewer input')?.value === wanted, number);
const itemOf = (page: Page, name: string): Locator => evidence(page).getByRole('group', { name, exact: true });

describe('A large file over a bad line', () => {
  it('goes on where it stopped when the connection comes back', async () => {
    const page = await openCriterion();
    expectComplaint(page, CUT);
    let parts = 0;
    await page.route('**/api/v1/uploads/*', (route) => {
      const isPart = route.request().method() === 'PATCH';
      parts += isPart ? 1 : 0;
      return isPart && parts > 1 ? route.abort('connectionreset') : route.continue();
    });
    const content = await pdf(3, 9 * 1024 * 1024);
    await drop(page, { name: 'Bản quét hồ sơ.pdf', mimeType: 'application/pdf', buffer: content });
    const item = itemOf(page, 'Bản quét hồ sơ.pdf');
    await expect(item.getByLabel('Trích yếu').inputValue()).resolves.toBe('Bản quét hồ sơ');
    await item.getByLabel('Số, ký hiệu').fill('45/BC-SYT');
    await item.getByLabel('Ngày ban hành').fill('2025-12-20');
    await item.getByRole('button', { name: 'Tải lên', exact: true }).click();
    await item.getByText(/^Mất kết nối ở 44%/).waitFor({ timeout: 60_000 });
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'evidence-upload-lost-desktop');
    await page.unroute('**/api/v1/uploads/*');
    await item.getByRole('button', { name: 'Tiếp tục' }).click();
    await evidence(page).getByText('45/BC-SYT ngày 20/12/2025, Sở Y tế').waitFor();
    await evidence(page).getByText('Văn bản ngày 20/12/2025, trước năm đánh giá 2026.').waitFor();
    const [saved] = (await linksOf(page)).filter(({ document }) => document.documentNumber === '45/BC-SYT');
    expect(saved?.document.file).toMatchObject({ bytes: content.length, pages: 3, mediaType: 'application/pdf' });
  });

  it('goes on after the page was closed, with what was typed, once the same file is chosen again', async () => {
    const page = await openCriterion();
    expectComplaint(page, CUT);
    page.on('dialog', (dialog) => void dialog.accept());
    let parts = 0;
    await page.route('**/api/v1/uploads/*', (route) => {
      const isPart = route.request().method() === 'PATCH';
      parts += isPart ? 1 : 0;
      return isPart && parts > 1 ? route.abort('connectionreset') : route.continue();
    });
    const file = { name: 'Phụ lục lớn.pdf', mimeType: 'application/pdf', buffer: await pdf(2, 9 * 1024 * 1024) };
    await drop(page, file);
    const item = itemOf(page, file.name);
    await item.getByLabel('Số, ký hiệu').fill('46/PL-SYT');
    await item.getByLabel('Mục', { exact: true }).fill('Mục III');
    await item.getByRole('button', { name: 'Tải lên', exact: true }).click();
    await page.waitForRequest((request) => request.headers()['upload-offset'] === String(4 * 1024 * 1024));
    await page.reload({ waitUntil: 'networkidle' });
    await page.unroute('**/api/v1/uploads/*');

    const left = evidence(page).getByRole('group', { name: file.name, exact: true });
    await left.getByText(/mới tải lên 44%/).waitFor();
    await screenshot(page, 'evidence-upload-unfinished-desktop');
    await left.locator('input[type=file]').setInputFiles({ ...file, name: 'khác.pdf' });
    await evidence(page).getByText(/không phải tệp đang tải dở/).waitFor();
    await left.locator('input[type=file]').setInputFiles(file);
    const again = itemOf(page, file.name);
    await expect(again.getByLabel('Số, ký hiệu').inputValue()).resolves.toBe('46/PL-SYT');
    await expect(again.getByLabel('Mục', { exact: true }).inputValue()).resolves.toBe('Mục III');
    const sent: number[] = [];
    page.on('request', (request) => request.method() === 'PATCH' && sent.push(Number(request.headers()['upload-offset'])));
    await again.getByRole('button', { name: 'Tải lên', exact: true }).click();
    await evidence(page).getByText('46/PL-SYT').waitFor();
    expect(sent[0]).toBe(4 * 1024 * 1024);
    expect(((await (await page.request.get(`${origin()}/api/v1/uploads`)).json()) as readonly UploadView[]).length).toBe(0);
  });

  it('may be one of many: each has its form, and what is typed in one stays when another is refused', async () => {
    const page = await openCriterion(OTHER);
    expectComplaint(page, /answer 415: POST|console: .*415/);
    const picture = { name: 'Bang ron.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<!doctype html>không phải PDF') };
    await drop(page, picture, { name: 'Kế hoạch.docx', mimeType: WORD, buffer: await wordFile() }, { name: 'Số liệu.xlsx', mimeType: EXCEL, buffer: await excelFile() });
    await itemOf(page, 'Bang ron.pdf').getByLabel('Số, ký hiệu').fill('9/QĐ');
    await page.setViewportSize(viewports.phone);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'evidence-many-files-phone');
    await page.setViewportSize(viewports.desktop);
    await evidence(page).getByRole('button', { name: 'Tải lên cả 3 tệp' }).click();
    await evidence(page).getByRole('button', { name: 'Kế hoạch', exact: true }).waitFor();
    await evidence(page).getByRole('button', { name: 'Số liệu', exact: true }).waitFor();
    const refused = itemOf(page, 'Bang ron.pdf');
    await refused.getByText(/^Loại tệp này không được nhận/).waitFor();
    await expect(refused.getByLabel('Số, ký hiệu').inputValue()).resolves.toBe('9/QĐ');
    await refused.getByRole('button', { name: 'Thôi' }).click();
    await refused.waitFor({ state: 'detached' });
  });
});

describe('Word and Excel in the page', () => {
  it('are drawn in a frame that reaches nothing', async () => {
    const page = await openCriterion(OTHER);
    expectComplaint(page, KEPT_OUT);
    const foreign: string[] = [];
    page.on('request', (request) => request.url().startsWith(origin()) || /^(data|blob):/.test(request.url()) || foreign.push(request.url()));
    await evidence(page).getByRole('button', { name: 'Kế hoạch', exact: true }).click();
    await frame(page).getByText('Tỷ lệ hồ sơ giải quyết đúng hạn đạt 96,69%.').waitFor();
    await frame(page).getByText('1.842').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'evidence-word-desktop');

    await evidence(page).getByRole('button', { name: 'Số liệu', exact: true }).click();
    await frame(page).getByRole('heading', { name: 'Bảng Tổng hợp' }).waitFor();
    await frame(page).getByRole('cell', { name: '1.842', exact: true }).waitFor();
    await expect(frame(page).getByRole('cell', { name: 'Thống kê hồ sơ năm 2026' }).getAttribute('colspan')).resolves.toBe('3');
    await expectAccessible(page);
    await screenshot(page, 'evidence-excel-desktop');
    const element = page.locator('par-office-view iframe');
    await expect(element.getAttribute('sandbox')).resolves.toBe('allow-scripts');
    const inside = await (await element.elementHandle())?.contentFrame();
    await expect(inside?.evaluate(() => window.origin)).resolves.toBe('null');
    await expect(inside?.evaluate(() => fetch('/api/v1/session').then(() => 'reached', () => 'kept out'))).resolves.toBe('kept out');
    await expect(inside?.evaluate(() => document.querySelectorAll('a[href]').length)).resolves.toBe(0);
    expect(foreign).toEqual([]);

  });

  it('are read on a phone too', async () => {
    const page = await openCriterion(OTHER, undefined, 'phone');
    expectComplaint(page, KEPT_OUT);
    await evidence(page).getByRole('button', { name: 'Số liệu', exact: true }).click();
    await frame(page).getByRole('cell', { name: '1.842', exact: true }).waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'evidence-excel-phone');
  });
});

describe('Places in a document', () => {
  it('are drawn with the mouse or the keyboard, and opened again', async () => {
    const page = await openCriterion();
    await evidence(page).getByRole('button', { name: 'Bản quét hồ sơ', exact: true }).click();
    await viewer(page).getByText('/ 3').waitFor();
    await viewer(page).getByRole('button', { name: 'Đánh dấu chỗ cần xem' }).click();
    const sheet = viewer(page).locator('par-pdf-page').first();
    const area = (await sheet.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(area.x + area.width * 0.2, area.y + area.height * 0.1);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width * 0.7, area.y + area.height * 0.2, { steps: 5 });
    await page.mouse.up();
    await viewer(page).getByLabel(/^Ghi chú cho khung ở trang 1/).fill('Bảng 1');
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'evidence-drawing-desktop');
    await viewer(page).getByRole('button', { name: 'Lưu chỗ này' }).click();
    await viewer(page).getByRole('button', { name: 'trang 1: Bảng 1' }).waitFor();

    await viewer(page).getByRole('button', { name: 'Trang sau' }).click();
    await viewer(page).getByRole('button', { name: 'Trang sau' }).click();
    await atPage(page, '3');
    await viewer(page).getByRole('button', { name: 'Đánh dấu chỗ cần xem' }).press('Enter');
    const box = viewer(page).getByRole('button', { name: /^Khung đang vẽ/ });
    await box.press('ArrowDown');
    await box.press('Shift+ArrowLeft');
    await viewer(page).getByRole('button', { name: 'Lưu chỗ này' }).press('Enter');
    await viewer(page).getByRole('button', { name: 'trang 3', exact: true }).waitFor();
    const anchors = (await linksOf(page)).find(({ document }) => document.title === 'Bản quét hồ sơ')?.anchors ?? [];
    expect(anchors.map(({ page: at, note, fileVersion }) => [at, note, fileVersion])).toEqual([[1, 'Bảng 1', 1], [3, '', 1]]);
    expect(anchors[0]?.box?.x).toBeCloseTo(0.2, 1);
    expect(anchors[0]?.box?.width).toBeCloseTo(0.5, 1);
    expect(anchors[1]?.box).toEqual({ x: 0.1, y: 0.11, width: 0.79, height: 0.15 });

    await viewer(page).getByRole('button', { name: 'trang 1: Bảng 1' }).click();
    await viewer(page).locator('.mark.shown').waitFor();
    await atPage(page, '1');
    await screenshot(page, 'evidence-anchor-desktop');
  });

  it('are marked stale when a new version lacks their page, and the former one can still be opened', async () => {
    const page = await openCriterion();
    await evidence(page).getByRole('button', { name: 'Thao tác với Bản quét hồ sơ' }).click();
    await page.getByRole('menuitem', { name: 'Các phiên bản, thay tệp' }).click();
    await evidence(page).locator('par-evidence-versions input[type=file]').setInputFiles({ name: 'Bản ngắn.pdf', mimeType: 'application/pdf', buffer: await pdf(2) });
    await evidence(page).getByText('Phiên bản 2', { exact: true }).waitFor();
    await evidence(page).getByText('Bản ngắn.pdf').waitFor();
    await evidence(page).getByRole('button', { name: 'Bản quét hồ sơ', exact: true }).click();
    await viewer(page).getByRole('button', { name: /^trang 3 .*trang không còn trong phiên bản mới/ }).waitFor();
    await viewer(page).getByRole('button', { name: /^trang 1: Bảng 1 .*đặt trên phiên bản 1, cần xem lại/ }).waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'evidence-stale-desktop');
    await evidence(page).getByRole('button', { name: 'Xem phiên bản 1' }).click();
    await viewer(page).getByText('Đang xem một phiên bản khác của tài liệu này.').waitFor();
    await viewer(page).getByText('/ 3').waitFor();
  });
});

describe('An appraiser', () => {
  it('opens a document at the place that the agency marked', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/work' });
    const read = async <T>(path: string): Promise<T> => (await (await page.request.get(`${origin()}/api/v1/${path}`)).json()) as T;
    const running = (await read<readonly CycleView[]>('cycles')).find(({ phase }) => phase === 'appraisal');
    const { items: agencies } = await read<ListPage<AppraisalSummary>>(`appraisals?cycleId=${running?.id ?? ''}&pageSize=50`);
    let marked: string | null = null;
    for (const { assessmentId } of agencies) {
      const { criteria } = await read<AppraisalView>(`appraisals/${assessmentId}`);
      const found = criteria.find(({ evidence: links }) => links[0]?.anchors.length === 1);
      marked ??= found ? `/appraisals/${assessmentId}/${found.code}` : null;
      if (marked) break;
    }
    expect(marked).not.toBeNull();
    await page.goto(origin() + (marked ?? ''), { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'trang 1: Kết quả thực hiện' }).click();
    await page.locator('.mark.shown').waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'evidence-appraiser-desktop');
  });
});

describe('The library of the agency', () => {
  it('is searched without accents and narrowed, and says what is used where', async () => {
    const page = await openPage({ as: OFFICER, path: '/documents' });
    await page.getByRole('searchbox').fill('ban quet ho so');
    await page.getByRole('link', { name: 'Bản quét hồ sơ' }).waitFor();
    await page.getByRole('status').filter({ hasText: '1 tài liệu' }).waitFor();
    await page.getByText(`Kỳ 2026: ${CODE}`).waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Loại').selectOption('excel');
    await page.getByRole('link', { name: 'Số liệu' }).waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await page.getByLabel('Loại').selectOption('');
    await page.getByLabel('Năm').selectOption('2025');
    await page.getByRole('link', { name: /năm 2025$/ }).waitFor();
    await page.getByLabel('Năm').selectOption('');
    await page.getByRole('link', { name: 'Bản quét hồ sơ' }).waitFor();
    await screenshot(page, 'library-desktop');
    await page.setViewportSize(viewports.phone);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'library-phone');
  });

  it('opens a document: its description is changed, its versions are seen', async () => {
    const page = await openPage({ as: OFFICER, path: '/documents' });
    await page.getByRole('searchbox').fill('ban quet ho so');
    await page.getByRole('link', { name: 'Bản quét hồ sơ' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bản quét hồ sơ' }).waitFor();
    await page.getByRole('button', { name: 'Sửa mô tả' }).click();
    await page.getByLabel('Ngày ban hành').fill('2026-02-20');
    await page.getByRole('button', { name: 'Lưu mô tả' }).click();
    await page.getByText('45/BC-SYT ngày 20/02/2026, Sở Y tế').waitFor();
    await page.getByRole('button', { name: 'Xem phiên bản 1' }).click();
    await page.getByText('/ 3').waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'document-desktop');
    await page.setViewportSize(viewports.phone);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'document-phone');
    const id = page.url().split('/').at(-1) ?? '';
    const detail = (await (await page.request.get(`${origin()}/api/v1/evidence-documents/${id}`)).json()) as DocumentDetail;
    expect(detail.versions.map(({ fileVersion, pages }) => [fileVersion, pages])).toEqual([[2, 2], [1, 3]]);
  });

  it('tells the head why nothing can be changed', async () => {
    const page = await openPage({ as: 'lanhdao.syt', path: '/documents' });
    await page.getByRole('link', { name: /^Báo cáo kết quả cải cách hành chính năm 2026$/ }).click();
    await page.getByText(/^Mô tả không sửa được\. Vai trò của bạn/).waitFor();
    await expectAccessible(page);
  });
});
