import type { Page } from 'playwright-core';
import { expectAccessible, expectComplaint, openPage, screenshot, type Viewport } from './harness/journey';

/** No other journey appraises it. */
const AGENCY = 'Sở Văn hóa, Thể thao và Du lịch';

const desk = (page: Page) => page.getByRole('region', { name: 'Tiêu chí đang thẩm định' });

async function openAgency(page: Page): Promise<void> {
  await page.getByRole('link', { name: AGENCY }).click();
  await page.getByRole('heading', { level: 1, name: AGENCY }).waitFor();
  await desk(page).getByRole('heading', { level: 2 }).waitFor();
}

const openCriterion = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Tiêu chí' }).getByRole('link', { name: title }).click();
  await desk(page).getByRole('heading', { level: 2, name: title }).waitFor();
};

const decided = (page: Page, share: string) => page.getByText(`${share} đã quyết`).waitFor();

describe('The worklist of an appraiser', () => {
  it('finds an agency without accents, and never shows the own one, on a desk and on a phone', async () => {
    for (const viewport of ['desktop', 'phone'] as const satisfies readonly Viewport[]) {
      const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals', viewport });
      await page.getByRole('link', { name: AGENCY }).waitFor();
      expect(await page.getByRole('cell', { name: 'Sở Tư pháp' }).count()).toBe(0);
      await expectAccessible(page, ['light', 'dark']);
      await screenshot(page, `appraisals-${viewport}`);
      await page.getByRole('searchbox', { name: 'Tìm cơ quan' }).fill('van hoa');
      await page.getByRole('link', { name: 'Sở Công Thương' }).waitFor({ state: 'detached' });
      expect(await page.getByRole('row').count()).toBe(2);
    }
  });

  it('keeps those apart that have not handed in yet: there is nothing to appraise', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals' });
    await page.getByRole('button', { name: /^Chưa nộp/ }).click();
    await page.getByText('chưa nộp nên chưa thẩm định được').first().waitFor();
    expect(await page.getByRole('table').getByRole('link').count()).toBe(0);
    await page.getByRole('button', { name: /^Xong/ }).click();
    await page.getByRole('link', { name: 'Thanh tra tỉnh' }).waitFor();
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Thanh tra tỉnh' }).waitFor();
    expect(await page.getByRole('link', { name: AGENCY }).count()).toBe(0);
  });
});

describe('An appraiser decides one agency', () => {
  it('reads the evidence at its stated page, beside the criterion', async () => {
    for (const viewport of ['desktop', 'phone'] as const satisfies readonly Viewport[]) {
      const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals', viewport });
      await openAgency(page);
      if (viewport === 'phone') await page.getByRole('button', { name: 'Danh sách' }).click();
      await openCriterion(page, 'Ban hành kế hoạch và báo cáo theo dõi thi hành pháp luật');
      await expectAccessible(page, ['light', 'dark']);
      if (viewport === 'phone') await page.getByRole('button', { name: /^Tài liệu/ }).click();
      await page.getByRole('region', { name: 'Nội dung tài liệu' }).locator('canvas').nth(1).waitFor();
      expect(await page.getByRole('textbox', { name: 'Đến trang' }).inputValue()).toBe('2');
      await expectAccessible(page, ['light', 'dark']);
      await screenshot(page, `appraisal-${viewport}`);
    }
  });

  it('corrects one: the points follow the figures, and a reason has to be given', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals' });
    await openAgency(page);
    await openCriterion(page, 'Tiến độ trình văn bản theo chương trình');
    await page.keyboard.press('c');
    const [right, all] = [page.getByLabel('Số văn bản trình đúng tiến độ'), page.getByLabel('Số văn bản được giao trình trong năm')];
    await all.fill('100');
    await right.fill('80');
    await page.getByText('1,20 / 1,5').waitFor();
    await page.getByRole('button', { name: 'Lưu và sang tiêu chí sau' }).click();
    await page.getByText('Điểm thay đổi hoặc được giao: hãy ghi lý do.').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Lý do').fill('Hai mươi văn bản trình chậm theo báo cáo số 155.');
    await page.getByRole('checkbox', { name: 'Đề nghị cơ quan giải trình' }).check();
    await page.getByLabel('Nội dung cần giải trình').fill('Vì sao hai mươi văn bản trình chậm?');
    await page.keyboard.press('Control+Enter');
    await decided(page, '1/9');
    await desk(page).getByRole('heading', { name: 'Trình tự, thủ tục xây dựng văn bản' }).waitFor();
  });

  it('awards one with a reason, and accepts the next with a key', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals' });
    await openAgency(page);
    await openCriterion(page, 'Trình tự, thủ tục xây dựng văn bản');
    await page.keyboard.press('g');
    await page.getByLabel('Điểm giao').fill('1,2');
    await page.getByLabel('Lý do').fill('Thiếu đánh giá tác động của một văn bản.');
    await page.getByRole('button', { name: 'Lưu và sang tiêu chí sau' }).click();
    await desk(page).getByText(/không quá 1/).waitFor();
    await page.getByLabel('Điểm giao').fill('0,5');
    await page.getByRole('button', { name: 'Lưu và sang tiêu chí sau' }).click();
    await desk(page).getByRole('heading', { name: 'Chất lượng hồ sơ dự thảo' }).waitFor();
    await page.keyboard.press('a');
    await decided(page, '3/9');
  });

  it('is told when somebody decided meanwhile, and loses nothing of what was typed', async () => {
    const [mine, theirs] = [await openPage({ as: 'thamdinh.stp', path: '/appraisals' }), await openPage({ as: 'thamdinh.stp', path: '/appraisals' })];
    for (const page of [mine, theirs]) {
      await openAgency(page);
      await openCriterion(page, 'Xử lý kết quả rà soát');
      await page.keyboard.press('g');
      await page.getByLabel('Điểm giao').fill(page === mine ? '0,4' : '0,6');
      await page.getByLabel('Lý do').fill(page === mine ? 'Theo báo cáo rà soát.' : 'Theo kết luận kiểm tra.');
    }
    await theirs.keyboard.press('Control+Enter');
    await decided(theirs, '4/9');
    expectComplaint(mine, /412/);
    await mine.keyboard.press('Control+Enter');
    const notice = mine.getByRole('alert');
    await notice.getByText('Người khác vừa lưu tiêu chí này.').waitFor();
    await notice.getByText('Theo kết luận kiểm tra.', { exact: true }).waitFor();
    expect(await mine.getByLabel('Điểm giao').inputValue()).toBe('0,4');
    expect(await mine.getByLabel('Lý do').inputValue()).toBe('Theo báo cáo rà soát.');
    await expectAccessible(mine);
    await mine.getByRole('button', { name: 'Lưu và sang tiêu chí sau' }).click();
    await notice.waitFor({ state: 'detached' });
    await openCriterion(mine, 'Xử lý kết quả rà soát');
    await desk(mine).getByText('Thẩm định lần 1: 0,40').waitFor();
  });

  it('is warned before leaving what was typed', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals' });
    await openAgency(page);
    await page.getByLabel('Lý do').fill('Chưa lưu');
    await page.getByRole('link', { name: 'Thẩm định', exact: true }).last().click();
    await page.getByRole('dialog').getByText('Rời trang khi chưa lưu?').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click();
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Chưa lưu');
  });

  it('accepts the rest through a preview, which leaves what nobody declared', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals' });
    await openAgency(page);
    await page.getByRole('button', { name: 'Chấp nhận các tiêu chí còn lại' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('cell', { name: 'Xử lý văn bản bị kết luận trái pháp luật' }).waitFor();
    await dialog.getByText('1 tiêu chí ở lại vì cơ quan không kê khai').waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'acceptance');
    await decided(page, '4/9');
    await dialog.getByRole('button', { name: 'Chấp nhận 4 tiêu chí' }).click();
    await decided(page, '8/9');
    await page.getByRole('button', { name: /^chưa quyết/ }).click();
    await openCriterion(page, 'Văn bản do cơ quan ban hành');
    await page.getByLabel(/trái pháp luật/).first().fill('0');
    await page.getByLabel('Lý do').fill('Không có văn bản nào bị kết luận trái pháp luật.');
    await page.getByRole('button', { name: 'Lưu và sang tiêu chí sau' }).click();
    await page.getByText('Các tiêu chí của bạn đã quyết xong.').waitFor();
    await decided(page, '9/9');
  });
});

describe('Home affairs', () => {
  it('changes a base figure only with a reason, and sees what closing would leave undecided', async () => {
    for (const viewport of ['desktop', 'phone'] as const satisfies readonly Viewport[]) {
      const page = await openPage({ as: 'noivu', path: '/appraisals', viewport });
      await openAgency(page);
      if (viewport === 'phone') await page.getByRole('button', { name: 'Danh sách' }).click();
      await page.getByRole('button', { name: /^tất cả/ }).click();
      await page.getByRole('searchbox', { name: 'Tìm tiêu chí' }).fill('SIPAS');
      await openCriterion(page, 'SIPAS');
      await page.getByRole('textbox', { name: 'Kết quả khảo sát' }).fill(viewport === 'desktop' ? '91,5' : '92');
      await page.getByText(viewport === 'desktop' ? '9,15 / 10' : '9,20 / 10').waitFor();
      await page.getByRole('button', { name: 'Lưu số liệu' }).click();
      await page.getByText('Số liệu đã có nay thay đổi: hãy ghi lý do.').waitFor();
      await expectAccessible(page, ['light', 'dark']);
      await page.getByLabel('Lý do').fill('Đính chính theo báo cáo khảo sát.');
      await page.getByRole('button', { name: 'Lưu số liệu' }).click();
      await desk(page).getByText(viewport === 'desktop' ? 'Số liệu gốc: 9,15' : 'Số liệu gốc: 9,20').waitFor();
      await page.getByRole('button', { name: 'Kết thúc thẩm định' }).click();
      await page.getByRole('dialog').getByText(/tiêu chí chưa quyết sẽ được tính như cơ quan kê khai/).waitFor();
      await expectAccessible(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click();
    }
  });

  it('cannot appraise Sở Nội vụ itself', async () => {
    const page = await openPage({ as: 'noivu', path: '/appraisals' });
    await page.getByRole('link', { name: AGENCY }).waitFor();
    expect(await page.getByRole('link', { name: 'Sở Nội vụ', exact: true }).count()).toBe(0);
  });
});
