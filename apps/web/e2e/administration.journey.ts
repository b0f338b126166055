import exceljs from 'exceljs';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expectAccessible, expectComplaint, openPage, origin, screenshot, viewports } from './harness/journey';

const ADMINISTRATOR = 'quantri';
const NEWCOMER = { userName: 'nguyen.thi.moi', fullName: 'Nguyễn Thị Mới', password: 'Mua-he-nam-2026-o-Tan-Trao' };
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Line = readonly [userName: string, fullName: string, role: string, agencyCode: string];

/** The template as the server gives it, filled in by hand. */
async function filled(template: Buffer, lines: readonly Line[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(template as unknown as exceljs.Buffer);
  lines.forEach((line, place) => line.forEach((text, column) => void (workbook.worksheets[0]!.getCell(place + 2, column + 1).value = text)));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function downloadedTemplate(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải tệp mẫu' }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  return readFile(await download.path());
}

const choose = (page: Page, name: string, buffer: Buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType: SHEET, buffer });

async function expectAccessibleAtBothWidths(page: Page, picture: string): Promise<void> {
  for (const width of ['desktop', 'phone'] as const) {
    await page.setViewportSize(viewports[width]);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, `${picture}-${width}`);
  }
  await page.setViewportSize(viewports.desktop);
}

let link = '';

describe('The administrator keeps people and agencies', () => {
  it('imports people from a workbook: every bad cell is named first, then all rows or none', async () => {
    const page = await openPage({ as: ADMINISTRATOR, path: '/users' });
    await expectAccessibleAtBothWidths(page, 'users');
    await page.getByRole('link', { name: 'Nhập từ Excel' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nhập người dùng từ Excel' }).waitFor();
    const template = await downloadedTemplate(page);
    const good: Line = [NEWCOMER.userName, NEWCOMER.fullName, 'Cán bộ đầu mối CCHC', 'so-y-te'];
    await choose(page, 'sai.xlsx', await filled(template, [good, ['', 'Trần Văn Thiếu', 'Cán bộ đầu mối CCHC', 'so-y-te'], ['x', 'Lê Ba', 'Vua', 'so-la']]));
    await page.getByRole('heading', { name: 'Xem thử sai.xlsx' }).waitFor();
    for (const cell of ['A3', 'A4', 'C4', 'D4']) await page.getByRole('listitem').getByText(cell, { exact: true }).first().waitFor();
    expect(await page.getByRole('button', { name: /^Nhập \d+ dòng$/ }).count()).toBe(0);
    await expectAccessibleAtBothWidths(page, 'import-errors');

    await choose(page, 'dung.xlsx', await filled(template, [good, [NEWCOMER.userName, NEWCOMER.fullName, 'Lãnh đạo cơ quan', 'so-y-te']]));
    await page.getByRole('heading', { name: 'Xem thử dung.xlsx' }).waitFor();
    await page.getByRole('cell', { name: 'tạo tài khoản mới' }).waitFor();
    await page.getByRole('button', { name: 'Nhập 2 dòng' }).click();
    await page.getByRole('heading', { name: 'Đã nhập 2 dòng' }).waitFor();
    link = await page.getByRole('textbox', { name: NEWCOMER.userName }).inputValue();
    await expectAccessibleAtBothWidths(page, 'import-links');
  });

  it('the newcomer spends the link once, sets a password and signs in with it', async () => {
    const page = await openPage({ path: link.slice(link.indexOf('/set-password')) });
    expectComplaint(page, /401.*\/api\/v1\/session/); // nobody is signed in yet
    await page.getByRole('heading', { level: 1, name: 'Đặt mật khẩu' }).waitFor();
    await expectAccessibleAtBothWidths(page, 'set-password');
    for (const box of await page.locator('input[type=password]').all()) await box.fill(NEWCOMER.password);
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await page.waitForURL('**/sign-in');
    await page.getByLabel('Tên đăng nhập').fill(NEWCOMER.userName);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(NEWCOMER.password);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.waitForURL('**/work');
    const session = await page.evaluate(() => fetch('/api/v1/session').then((answer) => answer.json() as Promise<{ fullName: string }>));
    expect(session.fullName).toBe(NEWCOMER.fullName);
  });

  it('changes a person, and finds the change there again', async () => {
    const page = await openPage({ as: ADMINISTRATOR, path: '/users' });
    await page.getByRole('searchbox').fill('nguyen thi moi');
    await page.getByRole('row', { name: /Nguyễn Thị Mới/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Họ và tên').fill('');
    await dialog.getByRole('button', { name: 'Lưu người dùng' }).click();
    await dialog.getByLabel('Họ và tên').and(page.locator('[aria-invalid=true]')).waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Họ và tên').fill('Nguyễn Thị Mới Hơn');
    await dialog.getByRole('button', { name: 'Lưu người dùng' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('searchbox').fill('moi hon');
    await page.getByText('Nguyễn Thị Mới Hơn').waitFor();
  });

  it('changes an agency, and finds the change there again', async () => {
    const page = await openPage({ as: ADMINISTRATOR, path: '/agencies' });
    await expectAccessibleAtBothWidths(page, 'agencies');
    await page.getByRole('searchbox').fill('so tu phap');
    await page.getByRole('row', { name: /^Sở Tư pháp/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên ngắn').fill('Sở TP');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Lưu cơ quan' }).click();
    await dialog.waitFor({ state: 'detached' });
    const answer = await page.request.get(`${origin()}/api/v1/agencies?search=so%20tu%20phap`);
    expect(((await answer.json()) as { items: { shortName: string }[] }).items[0]?.shortName).toBe('Sở TP');
  });
});
