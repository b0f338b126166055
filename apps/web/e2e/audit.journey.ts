import type { SealedLineView } from '@par-index/contract';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { lookAt, openPage, origin } from './harness/journey';

const PUBLISHED = 2025;
/** A minute, and what a busy machine adds to it. */
const PATIENCE = 100;

/** The log of the demonstration is sealed soon after its start. */
async function sealedResult(page: Page): Promise<SealedLineView> {
  for (let second = 0; second < PATIENCE; second += 1) {
    const sealed: SealedLineView = await (await page.request.get(`${origin()}/api/v1/public/cycles/${String(PUBLISHED)}/seal`)).json();
    if (sealed.proof) {
      return sealed;
    }
    await sleep(1000);
  }
  throw new Error('the log was not sealed');
}

describe('an auditor', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'par-audit-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('goes from a published rank to its seal, and needs no more than a file to prove it', async () => {
    const page = await openPage({ path: '/public' });
    const { proof } = await sealedResult(page);
    await page.reload({ waitUntil: 'networkidle' });
    const mark = page.locator('par-seal-mark');
    const file = join(folder, 'chung-minh.json');
    const [started] = await Promise.all([page.waitForEvent('download'), mark.getByRole('link', { name: 'Tải tệp chứng minh' }).click()]);
    await started.saveAs(file);
    await mark.getByRole('link', { name: /Niêm phong nhật ký số/ }).click();
    await page.getByText('Gốc này có thật').waitFor();
    expect(page.url()).toContain(proof?.seal.root);
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText('nằm dưới niêm phong đã ký').waitFor();
    await lookAt(page, 'audit-seal');
    const taken: SealedLineView = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...taken.proof, line: taken.proof?.line.replace('result.published', 'result.forgotten') }));
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText('tệp này không chứng minh được').waitFor();
  });

  it('finds the publication in the log, and takes its lines along', async () => {
    const page = await openPage({ as: 'quantri', path: '/audit' });
    await page.getByRole('combobox', { name: /^Việc/ }).selectOption('result.published');
    await page.getByText('1 dòng', { exact: true }).waitFor();
    await lookAt(page, 'audit-log');
    const [started] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Xuất CSV' }).click()]);
    expect(readFileSync(await started.path(), 'utf8')).toContain('result.published');
    await page.getByRole('searchbox', { name: 'Tìm trong nội dung, tên người, mã' }).fill('không có ở đâu cả');
    await page.getByText('Bỏ bớt điều kiện lọc để xem.').waitFor();
  });

  it('checks that nothing of it was changed', async () => {
    const page = await openPage({ as: 'noivu', path: '/audit-chain' });
    await page.getByRole('button', { name: 'Kiểm tra ngay' }).click();
    await page.getByRole('button', { name: 'Dừng kiểm tra' }).or(page.getByText(/Nguyên vẹn/)).first().waitFor();
    await page.getByText(/Nguyên vẹn: [\d.]+ dòng đúng như khi ghi/).first().waitFor({ timeout: PATIENCE * 1000 });
    await lookAt(page, 'audit-chain');
  });
});
