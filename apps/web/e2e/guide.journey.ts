import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openPage } from './harness/journey';

/** With PAR_GUIDE=1 the pictures of the guide are made anew, otherwise they lie in reports. */
const FOLDER = resolve(__dirname, process.env['PAR_GUIDE'] === '1' ? '../../../docs/guide/pictures' : '../../../reports/guide');

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: resolve(FOLDER, `${name}.png`) });
}

describe('The pictures of the guide', () => {
  it('show an officer at a criterion with its evidence and its «vì sao?»', async () => {
    const page = await openPage({ as: 'canbo.syt', path: '/assessments' });
    await page.waitForURL(/\/assessments\/[^/]+/);
    await page.goto(`${page.url().replace(/\/$/, '')}/1.1.3`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: /Mức độ hoàn thành kế hoạch cải cách hành chính năm/ }).first().waitFor();
    await picture(page, 'self-assessment');
  });

  it('show an appraiser at the desk', async () => {
    const page = await openPage({ as: 'thamdinh.vp', path: '/appraisals' });
    await page.getByText('Sở Công Thương').first().click();
    await page.waitForURL(/\/appraisals\/[^/]+\/[^/]+/);
    await page.locator('par-document-viewer canvas').first().waitFor();
    await page.waitForTimeout(1500);
    await picture(page, 'appraisal');
  });

  it('show a cycle and a ranking', async () => {
    const cycle = await openPage({ as: 'noivu2', path: '/cycles' });
    await cycle.getByRole('link', { name: 'Đánh giá chỉ số cải cách hành chính năm 2026' }).click();
    await cycle.getByRole('heading', { name: 'Tiến độ' }).waitFor();
    await cycle.waitForLoadState('networkidle');
    await picture(cycle, 'cycle');
    const ranking = await openPage({ path: '/public' });
    await ranking.getByText('Dẫn đầu').waitFor();
    await picture(ranking, 'ranking');
  });
});
