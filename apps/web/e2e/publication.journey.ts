import type { Page } from 'playwright-core';
import { expectAccessible, openPage, origin, screenshot, type Viewport } from './harness/journey';

/** The phases that Sở Nội vụ opens one after the other, as their buttons say. */
const NEXT = ['Giải trình', 'Thẩm định lần 2', 'Hội đồng', 'Kết quả sơ bộ'] as const;

async function openCycle(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Đánh giá chỉ số cải cách hành chính năm 2026' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đánh giá chỉ số cải cách hành chính năm 2026' }).waitFor();
  await page.getByRole('heading', { name: 'Tiến độ' }).waitFor();
}

async function giveReason(page: Page, verb: string): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox').fill('Theo kế hoạch của Chủ tịch Ủy ban nhân dân tỉnh.');
  await page.getByRole('dialog').getByRole('button', { name: verb }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('Home affairs leads the cycle to its publication', () => {
  it('sees who is where, on a desk and on a phone', async () => {
    for (const viewport of ['desktop', 'phone'] as const satisfies readonly Viewport[]) {
      const page = await openPage({ as: 'noivu', path: '/cycles', viewport });
      await expectAccessible(page);
      await openCycle(page);
      await page.getByRole('searchbox').fill('so noi vu');
      await page.getByRole('cell', { name: 'Sở Nội vụ', exact: true }).waitFor();
      await page.getByRole('cell', { name: 'Sở Y tế', exact: true }).waitFor({ state: 'detached' });
      await expectAccessible(page, ['light', 'dark']);
      await screenshot(page, `cycle-${viewport}`);
    }
  });

  it('gives an agency its own deadline, with a reason', async () => {
    const page = await openPage({ as: 'noivu2', path: '/cycles' });
    await openCycle(page);
    await page.getByRole('searchbox').fill('so giao duc');
    await page.getByRole('cell', { name: 'Sở Y tế', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Chọn Sở Giáo dục và Đào tạo' }).click();
    await page.getByRole('menuitem', { name: 'Gia hạn', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Gia hạn' }).click();
    await dialog.getByText('Hãy nhập ô này.').first().waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Lý do').fill('Mất điện trên diện rộng tại trụ sở.');
    await dialog.getByRole('button', { name: 'Gia hạn' }).click();
    await page.getByText('Đã gia hạn cho Sở Giáo dục và Đào tạo.').waitFor();
  });

  it('reads what opening a phase will do before doing it, opens each, and publishes', async () => {
    const page = await openPage({ as: 'noivu', path: '/cycles' });
    await openCycle(page);
    for (const phase of NEXT) {
      await page.getByRole('button', { name: `Mở giai đoạn ${phase}` }).click();
      await page.getByRole('dialog').getByText('Giai đoạn chỉ đi tới, không quay lại.').waitFor();
      await screenshot(page, `open-${NEXT.indexOf(phase)}`);
      await giveReason(page, 'Mở giai đoạn');
      await page.getByText(`Đã mở giai đoạn ${phase}.`).waitFor({ timeout: 60_000 });
    }
    await page.getByText('Đủ điều kiện công bố: không còn việc nào mở.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Công bố kết quả' }).click();
    await giveReason(page, 'Công bố kết quả');
    await page.waitForURL(/\/results\//, { timeout: 60_000 });
    await page.locator('#main').getByText('Đã công bố', { exact: true }).waitFor();
  });
});

describe('Once it is published', () => {
  it('a leader reads the ranking, where an agency lost its points and why, and that the figures hold', async () => {
    for (const viewport of ['desktop', 'phone'] as const satisfies readonly Viewport[]) {
      const page = await openPage({ as: 'lanhdao.tinh', path: '/results', viewport });
      await page.getByText('Dẫn đầu').waitFor();
      await expectAccessible(page, ['light', 'dark']);
      await screenshot(page, `ranking-${viewport}`);
      await page.getByRole('button', { name: 'Tính lại từ dữ liệu đã công bố' }).click();
      await page.getByText('Khớp: 139 cơ quan, mã băm đúng.').waitFor({ timeout: 60_000 });
      await page.getByRole('link', { name: 'Sở Tư pháp' }).click();
      await page.getByRole('heading', { level: 1, name: 'Sở Tư pháp' }).waitFor();
      await page.getByRole('button', { name: /^Vì sao\?/ }).first().click();
      await page.getByRole('heading', { name: 'Cách tính' }).waitFor();
      await expectAccessible(page);
      await screenshot(page, `sheet-${viewport}`);
    }
  });

  it('a citizen finds a commune without accents, and reads its points, without signing in', async () => {
    for (const viewport of ['desktop', 'phone'] as const satisfies readonly Viewport[]) {
      const page = await openPage({ path: '/public', viewport });
      await page.getByRole('heading', { level: 1, name: 'Xếp hạng chỉ số cải cách hành chính năm 2026' }).waitFor();
      await expectAccessible(page, ['light', 'dark']);
      await screenshot(page, `public-${viewport}`);
      await page.getByRole('link', { name: /Xã, phường/ }).click();
      await page.getByRole('searchbox').fill('quang binh');
      await page.getByRole('link', { name: /Quang Bình/ }).click();
      await page.getByRole('heading', { level: 1, name: /Quang Bình/ }).waitFor();
      await page.getByText('Hạng trong nhóm').waitFor();
      await expectAccessible(page);
      await page.goto(`${origin()}/public/method`, { waitUntil: 'networkidle' });
      await expectAccessible(page);
    }
  });

  it('last year is still there, as it was published', async () => {
    const page = await openPage({ path: '/public/2025/so-ban-nganh' });
    await page.getByRole('heading', { level: 1, name: 'Xếp hạng chỉ số cải cách hành chính năm 2025' }).waitFor();
    await page.getByText('Lần công bố 1, 20/01/2026 09:00').waitFor();
  });
});
