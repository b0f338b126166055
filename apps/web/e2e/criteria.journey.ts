import type { AgencyView, CriteriaSetView, CycleView, Page as ListPage, SessionView } from '@par-index/contract';
import type { Locator, Page } from 'playwright-core';
import { guidePicture } from './harness/guide-picture';
import { expectAccessible, expectComplaint, openPage, origin, screenshot, viewports } from './harness/journey';
import { demoPerson, openPhase, type Person } from './harness/province';

const GROUP = { code: 'soan-thu', name: 'Cơ quan soạn thử' };

const item = (page: Page, code: string): Locator => page.getByRole('treeitem', { name: new RegExp(`^${code.replaceAll('.', '\\.')} `) });
const title = (page: Page): Locator => page.getByLabel('Tên tiêu chí');
const max = (page: Page): Locator => page.getByRole('textbox', { name: 'Điểm tối đa' });
const select = (where: Page | Locator, name: string): Locator => where.getByRole('combobox', { name, exact: true });
const box = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

async function expectAccessibleAtBothWidths(page: Page, picture: string): Promise<void> {
  for (const width of ['desktop', 'phone'] as const) {
    await page.setViewportSize(viewports[width]);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, `${picture}-${width}`);
  }
  await page.setViewportSize(viewports.desktop);
}

/** A group of two agencies of its own, so that the set can rank somebody. */
async function groupToRank(homeAffairs: Person): Promise<void> {
  await homeAffairs.post('/agency-groups', GROUP);
  for (const letter of ['A', 'B']) {
    await homeAffairs.post<AgencyView>('/agencies', { code: `soan-${letter.toLowerCase()}`, name: `Cơ quan soạn ${letter}`, shortName: `Soạn ${letter}`, groupCode: GROUP.code });
  }
}

async function begunDraft(page: Page): Promise<string> {
  await page.goto(`${origin()}/criteria-sets`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Tạo bộ tiêu chí' }).click();
  const dialog = page.getByRole('dialog');
  await select(dialog, 'Áp dụng cho nhóm').selectOption(GROUP.code);
  await dialog.getByRole('textbox', { name: 'Năm' }).fill('2027');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Tạo bản nháp' }).click();
  await page.waitForURL('**/edit');
  await page.getByText('Chưa có tiêu chí nào.').waitFor();
  return page.url().split('/').at(-2) ?? '';
}

/** A new node: the key or the button adds it, and the cursor is in its title. */
async function add(page: Page, by: 'Insert' | 'Shift+Insert' | 'button', name: string): Promise<void> {
  if (by === 'button') await page.getByRole('button', { name: 'Thêm cùng cấp' }).click();
  else await page.keyboard.press(by);
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA' && (document.activeElement as HTMLTextAreaElement).value === '');
  await page.keyboard.type(name);
}

const choose = (page: Page, kind: string): Promise<void> => page.getByRole('button', { name: new RegExp(`^${kind} `) }).click();

async function fillRatio(page: Page, numerator: string, denominator: string): Promise<void> {
  await page.getByLabel('Tử số là').fill(numerator);
  await page.getByLabel('Mẫu số là').fill(denominator);
}

const RULES: readonly { readonly name: string; readonly write: (page: Page) => Promise<void> }[] = [
  {
    name: 'Ban hành kế hoạch cải cách hành chính',
    write: async (page) => {
      await choose(page, 'Chọn một mức');
      await box(page, 'Phương án 1').fill('Ban hành đúng thời hạn');
      await box(page, 'Phương án 2').press('Enter');
      await page.keyboard.type('Ban hành chậm');
      await box(page, 'Phương án 2').fill('Không ban hành');
      await box(page, 'Điểm, Phương án 3').fill('2,5');
    },
  },
  {
    name: 'Thực hiện chế độ báo cáo',
    write: async (page) => {
      await choose(page, 'Đánh dấu các nội dung đạt');
      for (const [at, words] of ['Báo cáo quý', 'Báo cáo năm'].entries()) {
        await box(page, `Nội dung ${at + 1}`).fill(words);
        await box(page, `Điểm, Nội dung ${at + 1}`).fill('2,5');
      }
    },
  },
  {
    name: 'Hoàn thành nhiệm vụ trong kế hoạch',
    write: async (page) => {
      await choose(page, 'Theo khoảng giá trị');
      await fillRatio(page, 'Số nhiệm vụ hoàn thành', 'Số nhiệm vụ trong kế hoạch');
      await box(page, 'Giá trị cận dưới của khoảng 1').fill('90');
      await box(page, 'Điểm của khoảng 1').fill('5');
      await select(page, 'Cận dưới của khoảng 2').selectOption('from');
      await box(page, 'Giá trị cận dưới của khoảng 2').fill('70');
      await box(page, 'Giá trị cận trên của khoảng 2').fill('90');
      await box(page, 'Điểm của khoảng 2').fill('2,5');
      await page.getByRole('button', { name: 'Thêm khoảng' }).click();
    },
  },
  {
    name: 'Giải quyết hồ sơ đúng hạn',
    write: async (page) => {
      await choose(page, 'Theo tỷ lệ');
      await fillRatio(page, 'Hồ sơ đúng hạn', 'Tổng số hồ sơ');
      await box(page, 'Dưới mức này thì 0 điểm (%)').fill('80');
    },
  },
  {
    name: 'Chấp hành thời hạn phản ánh, kiến nghị',
    write: async (page) => {
      await choose(page, 'Đếm số lần');
      await box(page, 'Nội dung đếm 1').fill('Phản ánh trả lời chậm');
      await box(page, 'Điểm mỗi lần, Nội dung đếm 1').fill('0,25');
    },
  },
  { name: 'Mức độ hài lòng của người dân', write: (page) => choose(page, 'Kết quả khảo sát') },
  {
    name: 'Chất lượng tham mưu văn bản',
    write: async (page) => {
      await choose(page, 'Chấm điểm trực tiếp');
      await box(page, 'Bước điểm').fill('0,5');
      await select(page, 'Ai trả lời').selectOption('appraiser');
    },
  },
  {
    name: 'Sáng kiến cải cách hành chính',
    write: async (page) => {
      await choose(page, 'Lấy trường hợp cao nhất');
      await box(page, 'Trường hợp 1').fill('Sáng kiến cấp tỉnh');
      await box(page, 'Trường hợp 2').fill('Sáng kiến cấp cơ sở');
      await select(page.getByRole('region', { name: 'Trường hợp 2' }), 'Kiểu tính').selectOption('tally');
      await page.getByRole('region', { name: 'Trường hợp 2' }).getByLabel('0 điểm, cộng mỗi lần').check();
      await box(page, 'Nội dung đếm 1').fill('Sáng kiến được công nhận');
      await box(page, 'Điểm mỗi lần, Nội dung đếm 1').fill('1');
    },
  },
  {
    name: 'Dịch vụ công trực tuyến',
    write: async (page) => {
      await choose(page, 'So với cơ quan cao nhất');
      await page.getByLabel('Số liệu là').fill('Số hồ sơ nộp trực tuyến');
      await page.getByLabel('Đơn vị tính').fill('hồ sơ');
    },
  },
  { name: 'Công khai thủ tục hành chính', write: (page) => choose(page, 'Chọn một mức') },
];

/** Five criteria below a new top-level one: names and rules, then its points and their division. */
async function writeField(page: Page, name: string, rules: typeof RULES): Promise<void> {
  await add(page, 'button', name);
  await max(page).fill('25');
  await select(page, 'Cơ quan thẩm định').selectOption({ label: 'Sở Nội vụ' });
  const code = await page.getByLabel('Mã', { exact: true }).inputValue();
  for (const [at, rule] of rules.entries()) {
    await item(page, at === 0 ? code : `${code}.${at}`).focus();
    await add(page, at === 0 ? 'Shift+Insert' : 'Insert', rule.name);
    await max(page).fill('5');
    await rule.write(page);
  }
}

/** The codes of the tree in its order, once they are so. */
async function shows(page: Page, codes: readonly string[]): Promise<void> {
  await page.waitForFunction(
    (wanted) => wanted.every((code, at) => document.querySelectorAll('[role=treeitem] .code')[at]?.textContent === code),
    codes,
  );
}

async function saved(page: Page): Promise<void> {
  await page.getByText('Đã lưu', { exact: true }).waitFor();
}

let setId = '';

describe('A criteria set is written in the browser', () => {
  it('twenty criteria with every kind of rule, from nothing, tried out and kept as examples', async () => {
    const officer = await demoPerson('noivu');
    await groupToRank(officer);
    const { page } = officer;
    setId = await begunDraft(page);
    await writeField(page, 'Công tác chỉ đạo, điều hành', RULES.slice(0, 5));
    await page.getByRole('button', { name: 'Thông tin chung của bộ' }).click();
    await writeField(page, 'Thủ tục hành chính', RULES.slice(5));

    await item(page, '1.3').click();
    await box(page, 'Số nhiệm vụ hoàn thành').fill('19');
    await box(page, 'Số nhiệm vụ trong kế hoạch').fill('20');
    await page.locator('.figure strong', { hasText: '5,00' }).waitFor();
    await page.getByRole('button', { name: 'Ghi làm ví dụ' }).click();
    await box(page, 'Số nhiệm vụ hoàn thành').fill('16');
    await page.locator('.figure strong', { hasText: '2,50' }).waitFor();
    await page.getByRole('button', { name: 'Ghi làm ví dụ' }).click();
    await page.locator('.verdict', { hasText: 'đúng' }).nth(1).waitFor();
    await guidePicture(page, 'criteria-editor');
    await expectAccessibleAtBothWidths(page, 'criteria-leaf');

    for (const name of ['Công tác chỉ đạo (các xã)', 'Thủ tục hành chính (các xã)']) {
      await item(page, name.startsWith('Công') ? '1' : '2').click();
      await page.keyboard.press('Control+d');
      await title(page).fill(name);
    }
    await page.getByRole('button', { name: 'Thông tin chung của bộ' }).click();
    await page.getByRole('button', { name: 'Đánh lại số toàn bộ cây' }).click();
    await page.getByRole('button', { name: 'Dùng các mức thường dùng (90, 80, 65, 50)' }).click();
    await page.getByText('Tổng điểm phần chấm: 100 / 100').waitFor();
    await expectAccessibleAtBothWidths(page, 'criteria-set-form');
    await saved(page);
    const { document, leafCount, findings } = await officer.get<CriteriaSetView>(`/criteria-sets/${setId}`);
    const kinds = new Set(JSON.stringify(document).match(/"kind":"\w+"/g));
    expect([leafCount, kinds.size, findings.filter(({ severity }) => severity === 'error')]).toEqual([20, 9, []]);
  });

  it('the tree is moved by keyboard and by mouse, and everything can be taken back', async () => {
    const page = await openPage({ as: 'noivu', path: `/criteria-sets/${setId}/edit` });
    await item(page, '1').waitFor();
    const before = await page.locator('[role=treeitem] .code').allTextContents();
    await item(page, '1.2').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await shows(page, ['1', '1.2', '1.1']);
    await page.waitForFunction(() => document.activeElement?.querySelector('.code')?.textContent === '1.2');
    await page.keyboard.press('Delete');
    await shows(page, ['1', '1.1', '1.3']);
    await page.keyboard.press('Control+z');
    await shows(page, ['1', '1.2', '1.1']);
    await page.keyboard.press('Control+z');
    await shows(page, before);

    const [from, to] = [await item(page, '1.1').locator('.handle').boundingBox(), await item(page, '1.3').boundingBox()];
    await item(page, '1.1').hover();
    await page.mouse.move((from?.x ?? 0) + 8, (from?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move((from?.x ?? 0) + 10, (from?.y ?? 0) + 20, { steps: 4 });
    await page.mouse.move((from?.x ?? 0) + 10, (to?.y ?? 0) + 22, { steps: 8 });
    await page.mouse.up();
    await shows(page, ['1', '1.2']);
    await page.keyboard.press('Control+z');
    await shows(page, before);
    await saved(page);
  });

  it('a planted error is found at its place, said with what to do, and not published', async () => {
    const page = await openPage({ as: 'noivu', path: `/criteria-sets/${setId}/edit` });
    await item(page, '1.3').click();
    await box(page, 'Giá trị cận dưới của khoảng 1').fill('95');
    await page.getByText('Chưa có khoảng nào cho giá trị từ 90 đến dưới 95').first().waitFor();
    const publish = page.getByRole('button', { name: 'Ban hành', exact: true });
    expect(await publish.isDisabled()).toBe(true);
    await page.getByText(/^Sửa \d+ lỗi để ban hành được\.$/).waitFor();
    await item(page, '2').focus();
    await page.getByRole('button', { name: /\d+ lỗi/ }).click();
    await expectAccessibleAtBothWidths(page, 'criteria-findings');
    await page.getByRole('list', { name: 'Các lỗi và điều cần xem lại' }).getByRole('button', { name: /Chưa có khoảng nào/ }).click();
    await page.waitForFunction(() => document.activeElement?.closest('[data-at^="/rule/bands"]') !== null);
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Không có lỗi/ }).waitFor();

    await box(page, 'Điểm phải được, ví dụ 1').fill('4');
    await page.getByText('tính ra 5').waitFor();
    await page.getByText(/^Sửa \d+ lỗi để ban hành được\.$/).waitFor();
    expect(await publish.isDisabled()).toBe(true);
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Không có lỗi/ }).waitFor();
    await saved(page);
  });

  it('two editors see each other, and neither loses a word', async () => {
    const [one, other] = [await openPage({ as: 'noivu', path: `/criteria-sets/${setId}/edit` }), await openPage({ as: 'noivu2', path: `/criteria-sets/${setId}/edit` })];
    [one, other].forEach((page) => expectComplaint(page, /412/));
    const second = (await (await other.request.get(`${origin()}/api/v1/session`)).json()) as SessionView;
    await item(one, '1.1').click();
    await item(other, '2.5').click();
    await Promise.all([title(one).fill('Ban hành kế hoạch năm đúng hạn'), title(other).fill('Công khai đủ thủ tục hành chính')]);
    await Promise.all([saved(one), saved(other)]);
    await item(one, '2.5').getByText('Công khai đủ thủ tục hành chính').waitFor();
    await item(other, '1.1').getByText('Ban hành kế hoạch năm đúng hạn').waitFor();
    await one.getByText(`${second.fullName} đang sửa`).waitFor({ timeout: 60_000 });

    await item(one, '1.2').click();
    await item(other, '1.2').click();
    await Promise.all([title(one).fill('Báo cáo định kỳ'), title(other).fill('Báo cáo đột xuất')]);
    const conflictAt = (page: Page): Locator => page.getByRole('heading', { name: 'Hai người sửa cùng một chỗ' });
    await Promise.any([one, other].map((page) => conflictAt(page).waitFor()));
    const loser = (await conflictAt(one).count()) > 0 ? one : other;
    for (const words of ['Báo cáo định kỳ', 'Báo cáo đột xuất']) await loser.locator('.conflict .what', { hasText: words }).waitFor();
    await expectAccessible(loser);
    await loser.getByRole('button', { name: 'Giữ của bạn' }).click();
    await saved(loser);
  });

  it('is published, and a cycle opens with it', async () => {
    const officer = await demoPerson('noivu');
    const { page } = officer;
    await page.goto(`${origin()}/criteria-sets/${setId}/edit`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Ban hành bộ tiêu chí' });
    await dialog.getByText('Số tiêu chí chấm điểm').waitFor();
    await expectAccessibleAtBothWidths(page, 'criteria-publish');
    await dialog.getByRole('button', { name: 'Ban hành' }).click();
    await page.waitForURL(`**/criteria-sets/${setId}`);
    await page.getByText('Đã ban hành', { exact: true }).waitFor();

    const { items } = await officer.get<ListPage<AgencyView>>('/agencies?search=so-noi-vu');
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
    const windows = (['self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary'] as const).map((phase, at) => ({ phase, opensAt: day(3 * at - 1), deadlineAt: day(3 * at + 1), closeAt: day(3 * at + 2) }));
    const made = await officer.post<CycleView>('/cycles', { year: 2027, title: 'Kỳ soạn thử', leadAgencyId: items[0]?.id, criteriaSetIds: [setId], windows, substitutes: [] });
    await openPhase(officer, made.id, 'self-assessment');
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText('Đang dùng, đã khóa').waitFor();
    await page.getByRole('link', { name: 'Kỳ soạn thử' }).waitFor();
    await expectAccessibleAtBothWidths(page, 'criteria-set');
  });
});

describe('A version is compared with what there was', () => {
  it('an unchanged copy moves nobody; a changed rule moves whom the engine says, and the difference says what', async () => {
    const officer = await demoPerson('noivu');
    const sets = await officer.get<readonly CriteriaSetView[]>('/criteria-sets?year=2025&groupCode=so-ban-nganh');
    const last = sets.find(({ state }) => state !== 'draft');
    const copy = await officer.post<CriteriaSetView>('/criteria-sets/drafts', { copyOfId: last?.id, code: last?.code, year: 2025 });
    const { page } = officer;
    const cycles = await officer.get<readonly CycleView[]>('/cycles');
    const cycleId = cycles.find(({ year }) => year === 2025)?.id ?? '';
    await page.goto(`${origin()}/criteria-sets/${copy.id}/replay?cycleId=${cycleId}`, { waitUntil: 'networkidle' });
    await page.getByText('Không cơ quan nào thay đổi.').waitFor();

    await page.goto(`${origin()}/criteria-sets/${copy.id}/edit`, { waitUntil: 'networkidle' });
    const { code } = leafToChange(copy);
    await item(page, code).click();
    await select(page, 'Kiểu tính').selectOption('direct');
    await select(page, 'Kiểu tính').selectOption('proportional');
    await fillRatio(page, 'Số đạt', 'Tổng số');
    await saved(page);
    await page.goto(`${origin()}/criteria-sets/${copy.id}/replay?cycleId=${cycleId}`, { waitUntil: 'networkidle' });
    await page.getByText(/cơ quan đổi điểm/).first().waitFor();
    await page.getByRole('row').nth(1).click();
    await page.getByRole('complementary').getByText(code, { exact: false }).first().waitFor();
    await guidePicture(page, 'criteria-replay');
    await expectAccessibleAtBothWidths(page, 'criteria-replay');

    await page.goto(`${origin()}/criteria-sets/${copy.id}/difference?with=${last?.id ?? ''}`, { waitUntil: 'networkidle' });
    await page.locator('.lines li', { hasText: code }).waitFor();
    await expectAccessibleAtBothWidths(page, 'criteria-difference');
    await page.goto(`${origin()}/criteria-sets`, { waitUntil: 'networkidle' });
    await page.getByRole('searchbox').fill('so-ban-nganh');
    await expectAccessibleAtBothWidths(page, 'criteria-library');
  });
});

/** The first leaf of a set that is no ratio in proportion already. */
function leafToChange({ document }: CriteriaSetView): { readonly code: string } {
  const visit = (nodes: CriteriaSetView['document']['criteria']): readonly { readonly code: string }[] =>
    nodes.flatMap((node) => ('children' in node ? visit(node.children) : node.rule.kind === 'choice' ? [node] : []));
  const [first] = visit(document.criteria);
  if (!first) throw new Error('No choice in the set');
  return first;
}
