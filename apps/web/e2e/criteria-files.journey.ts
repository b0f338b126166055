import type { CriteriaSetSummary } from '@par-index/contract';
import exceljs from 'exceljs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessible, openPage, origin, screenshot, viewports } from './harness/journey';

const CODE = 'nhap-tu-quyet-dinh';

/** A file of a set as its page hands it out, stored where the browser can choose it. */
async function fetched(page: Page, path: string, file: string): Promise<string> {
  const response = await page.context().request.get(`${origin()}/api/v1/criteria-sets/${path}`);
  expect(response.status()).toBe(200);
  writeFileSync(file, await response.body());
  return file;
}

async function spoilt(file: string, as: string): Promise<string> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(file);
  Object.assign(workbook.getWorksheet('Tiêu chí')?.getCell('D4') ?? {}, { value: { formula: 'SUM(D5:D6)', result: 1 } });
  Object.assign(workbook.getWorksheet('Mức điểm')?.getCell('E5') ?? {}, { value: 'một điểm' });
  await workbook.xlsx.writeFile(as);
  return as;
}

/** The page of an import at both widths, after a file was chosen. */
async function expectSound(page: Page, name: string): Promise<void> {
  for (const width of ['desktop', 'phone'] as const) {
    await page.setViewportSize(viewports[width]);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, `${name}-${width}`);
  }
  await page.setViewportSize(viewports.desktop);
}

describe('criteria sets and files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'par-criteria-files-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('home affairs takes a set out to Excel, brings it back, is told of wrong cells, and begins a draft from a decision in Word', async () => {
    const page = await openPage({ as: 'noivu', path: '/criteria-sets' });
    const sets = (await (await page.context().request.get(`${origin()}/api/v1/criteria-sets`)).json()) as readonly CriteriaSetSummary[];
    const set = sets.find(({ code }) => code === 'xa-phuong-2026') as CriteriaSetSummary;
    await page.goto(`${origin()}/criteria-sets/${set.id}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải Excel' }).click()]);
    expect(download.suggestedFilename()).toBe('xa-phuong-2026-v1.xlsx');
    const excel = join(folder, 'bo.xlsx');
    await download.saveAs(excel);

    await page.goto(`${origin()}/criteria-sets/load`);
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles(excel);
    await page.getByText('bo.xlsx không có lỗi').waitFor();
    await page.getByText(`Không khác gì với «${set.title}», bản 1.`).waitFor();
    await expectSound(page, 'import-excel');

    await chooser.setInputFiles(await spoilt(excel, join(folder, 'sai.xlsx')));
    await page.getByText('sai.xlsx có 2 ô chưa đúng').waitFor();
    await page.getByText('«=SUM(D5:D6)»').waitFor();
    expect(await page.getByRole('button', { name: 'Tạo bản nháp' }).count()).toBe(0);
    await expectSound(page, 'import-cells');

    await chooser.setInputFiles(await fetched(page, `${set.id}/document.docx?layout=decree`, join(folder, 'quyet-dinh.docx')));
    await page.getByRole('heading', { name: 'Những dòng cần người xem' }).waitFor();
    await page.getByText('Tỷ lệ có thể vượt 100% nhưng văn bản không ghi đến đâu.').waitFor();
    await expectSound(page, 'import-word');
    await page.getByRole('checkbox', { name: 'Đúng như vậy' }).first().check();
    await page.getByRole('textbox', { name: 'Mã bộ' }).fill(CODE);
    await page.getByRole('combobox', { name: 'Nhóm cơ quan' }).selectOption('xa-phuong');
    await page.getByRole('button', { name: 'Tạo bản nháp' }).click();

    await page.waitForURL('**/import-doubts');
    await expectSound(page, 'import-doubts');
    const before = await page.getByRole('checkbox', { name: 'Đúng như vậy' }).count();
    await page.getByRole('checkbox', { name: 'Đúng như vậy' }).first().check();
    await page.getByText(`Còn ${before - 1} trên ${before - 1} chỗ chưa xem.`).waitFor();
    await page.getByRole('link', { name: 'Mở trình soạn' }).click();
    await page.waitForURL('**/edit');
    await page.getByRole('treeitem').first().waitFor();
  });
});
