import type { AgencyView, AppraisalView, AssignmentMatrixView, BalanceView, DepartmentBalance, Page as ListPage } from '@par-index/contract';
import type { Page } from 'playwright-core';
import { lookAt, origin } from './harness/journey';
import { answerAll, assessmentOf, demoPerson, move, newPerson, openPhase, type Person, smallProvince, type SmallProvince } from './harness/province';

const GROUP = 'phan-cong';
const ANSWERS = { '1.1': { numerator: 9, denominator: 10 }, '1.2': { choice: 'dat' }, '2.1': { choice: 'dat' } } as const;
const REASON = 'Theo công văn 112 về phân công thẩm định.';

let province: SmallProvince;
let homeAffairs: Person;
let justice: AgencyView;
let [first, second, both]: Person[] = [];
const idOf = (letter: string): string => province.agencies.find(({ name }) => name.endsWith(` ${letter}`))?.id ?? '';
const cycleId = () => province.cycle.id;
const matrix = () => homeAffairs.get<AssignmentMatrixView>(`/cycles/${cycleId()}/assignment?groupCode=${GROUP}`);
const balance = () => homeAffairs.get<BalanceView>(`/cycles/${cycleId()}/balance/${justice.id}`);
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

beforeAll(async () => {
  const admin = await demoPerson('quantri');
  homeAffairs = await demoPerson('noivu');
  province = await smallProvince(homeAffairs, { groupCode: GROUP, word: 'phân' });
  const { items } = await homeAffairs.get<ListPage<AgencyView>>('/agencies?search=so-tu-phap');
  justice = items.find(({ code }) => code === 'so-tu-phap') as AgencyView;
  const everywhere = province.agencies.map(({ id: agencyId }) => ({ role: 'agency-officer', agencyId }) as const);
  const officer = await newPerson(admin, 'canbo.phan', everywhere);
  const head = await newPerson(admin, 'lanhdao.phan', everywhere.map(({ agencyId }) => ({ role: 'agency-head', agencyId })));
  first = await newPerson(admin, 'td.phan.1', [{ role: 'appraiser', agencyId: justice.id }]);
  second = await newPerson(admin, 'td.phan.2', [{ role: 'appraiser', agencyId: justice.id }]);
  both = await newPerson(admin, 'td.phan.3', [{ role: 'appraiser', agencyId: justice.id }, { role: 'agency-officer', agencyId: idOf('A') }]);
  await openPhase(homeAffairs, cycleId(), 'self-assessment');
  for (const { id } of province.agencies) {
    const assessment = await assessmentOf(homeAffairs, cycleId(), id);
    await answerAll(officer, assessment.id, ANSWERS);
    await move(officer, assessment.id, 'send');
    await move(head, assessment.id, 'submit');
  }
  await openPhase(homeAffairs, cycleId(), 'appraisal');
});

/** Gives a criterion to a department in the grid with nothing but the keyboard, and reads what it will do before it is done. */
async function give(page: Page, cell: string, done: string): Promise<void> {
  const place = page.getByRole('gridcell', { name: cell });
  await place.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: done }).waitFor();
  await dialog.getByLabel('Lý do hoặc căn cứ').fill(REASON);
  await dialog.getByRole('button', { name: done }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Who decided, as the appraisal of an agency says it. */
async function deciderOf(letter: string, code: string): Promise<string | undefined> {
  const { id } = await assessmentOf(homeAffairs, cycleId(), idOf(letter));
  const { criteria } = await homeAffairs.get<AppraisalView>(`/appraisals/${id}`);
  return criteria.find((criterion) => criterion.code === code)?.layers.find(({ layer }) => layer === 'appraisal-1')?.decidedBy;
}

it('The assignment is edited in a matrix, shared among people, handed over for an absence, and never reaches the own agency', async () => {
  // For the whole cycle, then for one agency alone, which is an exception.
  const { page } = homeAffairs;
  await page.goto(`${origin()}/assignments/${cycleId()}?group=${GROUP}`, { waitUntil: 'networkidle' });
  await give(page, `2.1, ${justice.shortName}: không thẩm định`, 'Chuyển 4 lượt');
  await page.getByRole('gridcell', { name: `2.1, ${justice.shortName}: thẩm định` }).waitFor();
  await page.getByRole('combobox', { name: 'Tại' }).selectOption({ label: 'Cơ quan phân B' });
  await give(page, `1.2, ${justice.shortName}: không thẩm định`, 'Chuyển 1 lượt');
  await page.getByRole('combobox', { name: 'Tại' }).selectOption({ label: 'Mọi cơ quan của nhóm' });
  await page.getByRole('gridcell', { name: `1.2, ${justice.shortName}: thẩm định tại 1 cơ quan ngoại lệ` }).waitFor();
  const { rows } = await matrix();
  expect(rows.find(({ code }) => code === '2.1')).toMatchObject({ agencyId: justice.id, source: 'cycle', exceptions: [] });
  expect(rows.find(({ code }) => code === '1.2')?.exceptions).toMatchObject([{ assessedAgencyId: idOf('B'), agencyId: justice.id, source: 'agency' }]);
  await lookAt(page, 'assignment-matrix');

  // Nine criteria are shared evenly by whole agencies; the preview is what happens.
  await page.goto(`${origin()}/assignments/${cycleId()}/people/${justice.id}`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Chia đều' }).click();
  const dialog = page.getByRole('dialog');
  for (const sharer of await dialog.locator('label').filter({ has: page.getByRole('checkbox') }).all()) {
    const name = (await sharer.innerText()).trim();
    await sharer.getByRole('checkbox').setChecked(['Người td.phan.1', 'Người td.phan.2'].includes(name));
  }
  await dialog.getByRole('button', { name: 'Giao 9 tiêu chí' }).waitFor();
  await lookAt(page, 'assignment-sharing');
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill(REASON);
  await dialog.getByRole('button', { name: 'Giao 9 tiêu chí' }).click();
  await page.getByText('Đã giao 9 tiêu chí.').waitFor();
  const shares = (await balance()).people.filter(({ person }) => person?.fullName.startsWith('Người td.phan'));
  expect(shares.map(({ assigned }) => assigned).toSorted()).toEqual([0, 4, 5]);
  await lookAt(page, 'assignment-balance');

  // Whoever also works at the agency that is assessed is not given it.
  await page.getByRole('checkbox', { name: 'Cơ quan phân A' }).check();
  await page.getByRole('button', { name: 'Giao 1 mục cho…' }).click();
  await dialog.getByLabel('Giao cho').selectOption({ label: 'Người td.phan.3' });
  await dialog.getByText('Không có gì thay đổi.').waitFor();
  expect(await dialog.getByRole('button', { name: /^Giao/ }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Quay lại' }).click();
  await expect(
    homeAffairs.post(`/cycles/${cycleId()}/assignment/changes`, { groupCode: GROUP, codes: ['1.1'], assessedAgencyIds: [idOf('A')], agencyId: idOf('A'), decided: 'keep', reason: REASON, expected: 'x' }),
  ).rejects.toThrow(/: 4(09|22) /);
  const { id: own } = await assessmentOf(homeAffairs, cycleId(), idOf('A'));
  await expect(both?.get(`/appraisals/${own}`)).rejects.toThrow(/: 40[34] /);

  // The one of the four is away: the other decides in their place, from today on, and it is written so.
  const absent = shares.find(({ assigned }) => assigned === 4)?.person?.fullName === 'Người td.phan.1' ? first : second;
  const standIn = absent === first ? second : first;
  if (!absent || !standIn) throw new Error('Nobody to stand in');
  const unit = (await balance()).units.find(({ personId, codes }) => personId !== null && codes.includes('2.1') && shares.find(({ person }) => person?.id === personId)?.assigned === 4);
  const letter = unit?.assessed.name.at(-1) ?? '';
  await absent.page.goto(`${origin()}/assignments/absences`, { waitUntil: 'networkidle' });
  await absent.page.getByRole('button', { name: 'Ủy quyền' }).click();
  await absent.page.getByLabel('Người làm thay').selectOption({ label: standIn === second ? 'Người td.phan.2' : 'Người td.phan.1' });
  await absent.page.getByLabel('Từ ngày').fill(today());
  await absent.page.getByLabel('Đến hết ngày').fill(today());
  await absent.page.getByRole('textbox', { name: 'Lý do' }).fill('Đi tập huấn');
  await lookAt(absent.page, 'assignment-delegation-form');
  await absent.page.locator('form').getByRole('button', { name: 'Ủy quyền' }).click();
  await absent.page.getByText('đang có hiệu lực').waitFor();
  await lookAt(absent.page, 'assignment-delegation');
  const { id } = await assessmentOf(homeAffairs, cycleId(), unit?.assessed.id ?? '');
  await standIn.page.goto(`${origin()}/appraisals/${id}/2.1`, { waitUntil: 'networkidle' });
  await standIn.page.getByRole('button', { name: /^Lưu và sang/ }).click();
  await untilDecided(letter, '2.1');
  expect(await deciderOf(letter, '2.1')).toMatch(/^Người td\.phan\.\d \(thay mặt Người td\.phan\.\d\)$/);

  // What is left is counted the same everywhere.
  const departments = await homeAffairs.get<readonly DepartmentBalance[]>(`/cycles/${cycleId()}/balance`);
  const { people } = await balance();
  expect(departments.find(({ agency }) => agency.id === justice.id)).toMatchObject({ assigned: 9, decided: 1, left: people.reduce((sum, { left }) => sum + left, 0) });
});

/** The decision is on its way when the page goes on. */
async function untilDecided(letter: string, code: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (await deciderOf(letter, code)) return;
  }
  throw new Error(`${code} at ${letter} was never decided`);
}
