import type { Page } from 'playwright-core';
import { expectAccessible, expectComplaint, openPage, screenshot } from './harness/journey';

const grid = (page: Page) => page.getByRole('grid', { name: 'Các cơ quan ở tiêu chí này' });
const lines = (page: Page) => grid(page).locator('tbody [role="row"]');
/** Once the focus has followed the key, which it does with the next picture. */
const focused = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string | null>((found) => {
        const look = () => found(document.activeElement?.getAttribute('data-line') ?? null);
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(look)));
      }),
  );
const undecided = (page: Page) => lines(page).filter({ hasText: 'chưa quyết' }).count();

/** Puts the focus on a line, and sees that it stays: on a busy machine the grid may still be on its way to the first one that is left. */
async function stayOn(page: Page, line: string): Promise<string> {
  for (let tries = 0; tries < 20; tries += 1) {
    await page.locator(`[data-line="${line}"]`).focus();
    if ((await focused(page)) === line && (await focused(page)) === line) return line;
  }
  throw new Error('The focus never stayed');
}

/** From the list to the communes at the first criterion with something left, with nothing but the keyboard. */
async function openCommunes(page: Page): Promise<void> {
  const group = page.getByRole('button', { name: /^Xã, phường/ });
  await group.focus();
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: 'Thẩm định theo tiêu chí' });
  await page.waitForURL(/group=xa-phuong/);
  await link.focus();
  await page.keyboard.press('Enter');
  await lines(page).first().waitFor();
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-line'));
}

/** Goes with `N` until a criterion leaves at least so many agencies to accept with a key: undecided, with something declared. */
async function openCriterionWithWork(page: Page, atLeast: number): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const waiting = await lines(page).filter({ hasText: 'chưa quyết' }).filter({ hasNotText: 'chưa kê khai' }).count();
    if (waiting >= atLeast) return;
    const before = page.url();
    await page.keyboard.press('n');
    await page.waitForURL((url) => url.href !== before);
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-line'));
  }
  throw new Error('No criterion leaves enough to decide');
}

describe('One criterion at all communes', () => {
  it('is accepted agency by agency with at most two keys each, without a mouse', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals' });
    await openCommunes(page);
    await openCriterionWithWork(page, 3);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'horizontal-desktop');
    const total = await lines(page).count();
    const before = await undecided(page);
    const waiting = await lines(page).filter({ hasText: 'chưa quyết' }).filter({ hasNotText: 'chưa kê khai' }).count();
    let pressed = 0;
    const press = async (key: string): Promise<void> => {
      pressed += 1;
      await page.keyboard.press(key);
    };
    const visited: (string | null)[] = [];
    for (let done = 0; done < waiting; done += 1) {
      const line = await focused(page);
      visited.push(line);
      const text = await page.locator(`[data-line="${line}"]`).innerText();
      if (text.includes('chưa kê khai')) {
        await press('ArrowDown');
        done -= 1;
        continue;
      }
      await press('a');
      await page.locator(`[data-line="${line}"]`).getByText(/đang lưu|đã lưu/).waitFor();
      await page.waitForFunction((former) => document.activeElement?.getAttribute('data-line') !== former || !document.querySelector('[data-line]'), line, { timeout: 2000 }).catch(() => undefined);
    }
    await page.waitForFunction(() => !document.querySelector('.sending.saving'));
    expect(total).toBeGreaterThan(100);
    expect(await undecided(page)).toBe(before - waiting);
    expect(pressed).toBeLessThanOrEqual(2 * before);
    await page.reload({ waitUntil: 'networkidle' });
    await lines(page).first().waitFor();
    expect(await undecided(page)).toBe(before - waiting);
  });

  it('is corrected, awarded and asked about from the keyboard, and the way leads back to the grid', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals' });
    await openCommunes(page);
    await openCriterionWithWork(page, 2);
    await page.keyboard.press('u');
    const line = await focused(page);
    await page.keyboard.press('g');
    await page.getByLabel('Điểm giao').waitFor();
    await page.waitForFunction(() => document.activeElement?.id.endsWith('-awarded'));
    await page.keyboard.type('0');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Điểm thay đổi hoặc được giao: hãy ghi lý do.').waitFor();
    await page.getByLabel('Lý do').fill('Chưa có tài liệu kiểm chứng.');
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'horizontal-decision');
    await page.keyboard.press('Control+Enter');
    await page.locator(`[data-line="${line}"]`).getByText('đã lưu').waitFor();
    await page.waitForFunction((former) => document.activeElement?.getAttribute('data-line') !== former, line);
    await page.keyboard.press('x');
    await page.getByLabel('Nội dung cần giải trình').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-line'));
    await page.keyboard.press('e');
    await page.getByRole('region', { name: 'Cơ quan đang chọn' }).getByRole('button', { name: /^Tài liệu/, pressed: true }).waitFor();
  });

  it('says what could not be sent, keeps it, and sends it again', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals' });
    await openCommunes(page);
    await openCriterionWithWork(page, 2);
    const open = lines(page).filter({ hasText: 'chưa quyết' }).filter({ hasNotText: 'chưa kê khai' }).first();
    const line = await stayOn(page, (await open.getAttribute('data-line')) ?? '');
    expectComplaint(page, /decisions|ERR_|Failed to load/);
    await page.route('**/decisions/**', (route) => route.abort());
    await page.keyboard.press('a');
    await page.locator(`[data-line="${line}"]`).getByText('chưa gửi được').waitFor();
    await page.unroute('**/decisions/**');
    await page.keyboard.press('r');
    await page.locator(`[data-line="${line}"]`).getByText('đã lưu').waitFor();
  });

  it('is accepted at many at once, exactly as the preview says', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals' });
    await openCommunes(page);
    await openCriterionWithWork(page, 3);
    const before = await undecided(page);
    await page.getByRole('button', { name: 'Chấp nhận hàng loạt…' }).click();
    const dialog = page.getByRole('dialog');
    const verb = dialog.getByRole('button', { name: /^Chấp nhận ở \d+ cơ quan$/ });
    await verb.waitFor();
    const count = await dialog.locator('tbody tr').count();
    expect(await verb.innerText()).toBe(`Chấp nhận ở ${count} cơ quan`);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'horizontal-acceptance');
    await verb.click();
    await page.getByText(`Đã chấp nhận ở ${count} cơ quan.`).waitFor();
    expect(await undecided(page)).toBe(before - count);
  });

  it('is a card an agency on a phone', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals?group=xa-phuong', viewport: 'phone' });
    await page.getByRole('link', { name: 'Thẩm định theo tiêu chí' }).click();
    const card = page.locator('par-by-criterion-cards li').first();
    await card.waitFor();
    await expectAccessible(page, ['light', 'dark']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await screenshot(page, 'horizontal-phone');
    await card.getByRole('heading').getByRole('button').click();
    await page.getByRole('button', { name: 'Danh sách' }).waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'horizontal-phone-agency');
  });
});
