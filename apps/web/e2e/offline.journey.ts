import type { AnswerView, AssessmentSummary, AssessmentView, Page as ListPage, SessionView, UserWithLink } from '@par-index/contract';
import type { Page } from 'playwright-core';
import { expectAccessible, expectComplaint, openPage, type OpenOptions, origin, screenshot, viewports } from './harness/journey';

const OFFICER = 'canbo.syt';
const COLLEAGUE = { userName: 'canbo2.syt', fullName: 'Trần Văn Dũng', password: 'mật khẩu của Dũng 2026' };

/** Each for one thing, and none that another journey fills in. */
const TALLY = '5.5.1';
const RATIO = '1.6.1';
const HALF = '7.2.1';
const PLAIN = '2.2.2';
const QUEUED = '3.4.2';

/** What the network and the server say when a journey means them to fail. */
const LOST = /request failed|console: Failed to load resource: net::ERR|ERR_INTERNET_DISCONNECTED|Failed to fetch/;
const STALE = /answer 412: PUT|console: .*412/;
const SIGNED_OUT = /answer 40[13]|console: .*40[13]/;

let assessment: AssessmentSummary;

const address = (code?: string): string => `/assessments/${assessment.id}${code ? `/${code}` : ''}`;
const answers = (page: Page) => page.getByRole('region', { name: 'Số liệu tự chấm' });
const note = (page: Page) => page.getByRole('textbox', { name: 'Thuyết minh', exact: true });
const saved = (page: Page) => page.getByText(/^Đã lưu \d/).waitFor();
const strip = (page: Page) => page.locator('par-sending-strip');
const numberFields = (page: Page) => answers(page).locator('par-number-field input');

async function atCriterion(page: Page, code: string): Promise<Page> {
  await page.getByRole('heading', { level: 2, name: new RegExp(`^${code.replaceAll('.', '\\.')} `) }).waitFor();
  return page;
}

async function officer(code: string, options: Partial<OpenOptions> = {}): Promise<Page> {
  return atCriterion(await openPage({ as: OFFICER, path: address(code), ...options }), code);
}

async function stored(page: Page, code: string): Promise<AnswerView | undefined> {
  const view = (await (await page.request.get(`${origin()}/api/v1/assessments/${assessment.id}`)).json()) as AssessmentView;
  return view.answers.find((answer) => answer.code === code);
}

const csrfOf = async (page: Page): Promise<string> => ((await (await page.request.get(`${origin()}/api/v1/session`)).json()) as SessionView).csrfToken;

/** Another officer of the same agency, as an administrator adds one. */
async function addColleague(agencyId: string): Promise<void> {
  const page = await openPage({ as: 'quantri', path: '/work' });
  const headers = { 'origin': origin(), 'X-CSRF-Token': await csrfOf(page) };
  const { userName, fullName, password } = COLLEAGUE;
  const added = await page.request.post(`${origin()}/api/v1/users`, { headers, data: { userName, fullName, grants: [{ role: 'agency-officer', agencyId }] } });
  expect(added.status()).toBe(201);
  const { link } = (await added.json()) as UserWithLink;
  const token = link.url.split('#')[1] ?? link.url.split('/').at(-1) ?? '';
  const spent = await page.request.post(`${origin()}/api/v1/credential-links/${token}`, { headers, data: { newPassword: password } });
  expect(spent.status()).toBe(204);
}

async function signInAsColleague(page: Page): Promise<void> {
  const { userName, password } = COLLEAGUE;
  const answer = await page.request.post(`${origin()}/api/v1/session`, { headers: { origin: origin() }, data: { userName, password } });
  expect(answer.ok()).toBe(true);
}

async function colleague(code: string): Promise<Page> {
  const page = await openPage({ path: '/public' });
  await signInAsColleague(page);
  await page.goto(origin() + address(code), { waitUntil: 'networkidle' });
  return atCriterion(page, code);
}

beforeAll(async () => {
  const page = await openPage({ as: OFFICER, path: '/work' });
  const list = (await (await page.request.get(`${origin()}/api/v1/assessments`)).json()) as ListPage<AssessmentSummary>;
  const running = list.items.find(({ state }) => state === 'drafting');
  if (!running) throw new Error('The demonstration has no assessment of this officer that is being drafted');
  assessment = running;
  await addColleague(running.agency.id);
});

describe('Typing without a network', () => {
  it('goes on from criterion to criterion, says what waits, and comes together with what a colleague did meanwhile', async () => {
    const [one, other] = [await officer(TALLY), await colleague(TALLY)];
    expectComplaint(one, LOST);
    expectComplaint(one, STALE);
    await one.context().setOffline(true);
    await answers(one).getByLabel('Người bị khiển trách').fill('2');
    await note(one).fill('Theo Quyết định số 12');
    await strip(one).getByText('Mất kết nối mạng.').waitFor();
    await one.keyboard.press('Alt+ArrowUp');
    await one.waitForURL((url) => !url.pathname.endsWith(`/${TALLY}`));
    await note(one).fill('Viết khi mất mạng');
    const next = new URL(one.url()).pathname.split('/').at(-1) ?? '';
    await strip(one).getByText('2 tiêu chí chưa gửi được lên máy chủ').waitFor();
    await screenshot(one, 'offline-waiting-desktop');
    await expectAccessible(one, ['light', 'dark']);
    await one.setViewportSize(viewports.phone);
    expect(await one.getByRole('heading', { level: 1 }).count()).toBe(1);
    await expectAccessible(one, ['light', 'dark']);
    await screenshot(one, 'offline-waiting-phone');
    await one.setViewportSize(viewports.desktop);

    await answers(other).getByLabel('Người bị cảnh cáo trở lên').fill('1');
    await saved(other);
    await one.context().setOffline(false);
    await saved(one);
    await strip(one).getByText('chưa gửi được').waitFor({ state: 'detached' });
    const counts = (await stored(one, TALLY))?.answer;
    expect(Object.values(counts && 'counts' in counts ? counts.counts : {})).toEqual(expect.arrayContaining([1, 2]));
    expect([(await stored(one, TALLY))?.note, (await stored(one, next))?.note]).toEqual(['Theo Quyết định số 12', 'Viết khi mất mạng']);
  });

  it('asks where both changed the same figures, shows who and when, and keeps what is not chosen', async () => {
    const [one, other] = [await officer(RATIO), await colleague(RATIO)];
    expectComplaint(one, LOST);
    expectComplaint(one, STALE);
    await one.context().setOffline(true);
    await numberFields(one).nth(0).fill('8');
    await numberFields(one).nth(1).fill('10');
    await strip(one).getByText('1 tiêu chí chưa gửi được lên máy chủ').waitFor();
    await numberFields(other).nth(0).fill('9');
    await numberFields(other).nth(1).fill('12');
    await note(other).fill('Số liệu chốt ngày 20/11');
    await saved(other);
    await one.context().setOffline(false);
    const conflict = one.getByRole('alert').filter({ hasText: 'cũng vừa sửa tiêu chí này' });
    await conflict.getByRole('heading', { name: new RegExp(COLLEAGUE.fullName) }).waitFor();
    await conflict.getByText('8/10').waitFor();
    await conflict.getByText('9/12').waitFor();
    await expect(note(one).inputValue()).resolves.toBe('Số liệu chốt ngày 20/11');
    await expectAccessible(one, ['light', 'dark']);
    await screenshot(one, 'offline-conflict-desktop');
    await one.setViewportSize(viewports.phone);
    await expectAccessible(one, ['light', 'dark']);
    await screenshot(one, 'offline-conflict-phone');
    await conflict.getByRole('button', { name: 'Dùng của tôi' }).click();
    await saved(one);
    await one.getByText('9/12').waitFor();
    expect(await stored(one, RATIO)).toMatchObject({ answer: { numerator: 8, denominator: 10 }, note: 'Số liệu chốt ngày 20/11' });
  });
});

describe('An answer that is typed by half', () => {
  it('survives another criterion, a new load, a closed tab and a new load without a network, beside what the server has', async () => {
    const page = await officer(HALF, { offline: 'kept' });
    expectComplaint(page, LOST);
    await numberFields(page).nth(0).fill('90');
    await numberFields(page).nth(1).fill('100');
    await saved(page);
    await numberFields(page).nth(0).fill('95 văn bản');
    await numberFields(page).nth(1).fill('');
    await page.locator('p.figure').getByText('chưa đủ để tính điểm').waitFor();
    await answers(page).getByText('Đang lưu trên máy chủ:').waitFor();
    await answers(page).getByText('90/100').waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'half-typed-desktop');
    await page.setViewportSize(viewports.phone);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, 'half-typed-phone');
    await page.setViewportSize(viewports.desktop);
    const expectHalf = async (where: Page) => {
      await atCriterion(where, HALF);
      await where.getByText('Nhập dở, đã giữ trên máy này').first().waitFor();
      expect([await numberFields(where).nth(0).inputValue(), await numberFields(where).nth(1).inputValue()]).toEqual(['95 văn bản', '']);
    };

    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForURL((url) => !url.pathname.endsWith(`/${HALF}`));
    await page.keyboard.press('Alt+ArrowUp');
    await expectHalf(page);
    await page.reload({ waitUntil: 'networkidle' });
    await expectHalf(page);
    await page.close();
    const again = await page.context().newPage();
    await again.goto(origin() + address(HALF), { waitUntil: 'networkidle' });
    await expectHalf(again);
    expect((await stored(again, HALF))?.answer).toEqual({ numerator: 90, denominator: 100 });

    await again.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await again.reload({ waitUntil: 'networkidle' });
    await again.context().setOffline(true);
    await again.reload();
    await expectHalf(again);
    await strip(again).getByText('Đang xem bản lưu trên máy này').waitFor();
    await screenshot(again, 'offline-reloaded-desktop');
    await numberFields(again).nth(0).fill('95');
    await numberFields(again).nth(1).fill('100');
    await strip(again).getByText('1 tiêu chí chưa gửi được lên máy chủ').waitFor();
    await again.context().setOffline(false);
    await saved(again);
    await strip(again).getByText('Đang xem bản lưu').waitFor({ state: 'detached' });
    expect((await stored(again, HALF))?.answer).toEqual({ numerator: 95, denominator: 100 });
  });

  it('is listed before the assessment is sent, and can be dropped', async () => {
    const page = await officer(PLAIN);
    await numberFields(page).nth(0).fill('3,');
    await page.getByText('Nhập dở, đã giữ trên máy này').first().waitFor();
    await page.getByRole('button', { name: 'Gửi lãnh đạo' }).click();
    await page.getByText(/^Còn 1 tiêu chí nhập dở, chưa đủ để tính điểm\./).waitFor();
    await page.getByRole('heading', { name: 'Nhập dở, chưa đủ để tính điểm' }).waitFor();
    await expectAccessible(page, ['light', 'dark']);
    await page.getByRole('link', { name: new RegExp(`^${PLAIN.replaceAll('.', '\\.')} `) }).first().click();
    await page.getByRole('button', { name: 'Bỏ phần nhập dở' }).click();
    await page.getByText('Nhập dở, đã giữ trên máy này').first().waitFor({ state: 'detached' });
  });
});

describe('A session that ends while there is no network', () => {
  it('lets the queue go on for the same person alone', async () => {
    const page = await officer(QUEUED);
    expectComplaint(page, LOST);
    expectComplaint(page, SIGNED_OUT);
    const end = { headers: { 'origin': origin(), 'X-CSRF-Token': await csrfOf(page) } };
    await page.context().setOffline(true);
    await note(page).fill('Xin lỗi bằng văn bản đủ các hồ sơ');
    await strip(page).getByText('1 tiêu chí chưa gửi được lên máy chủ').waitFor();
    await page.request.delete(`${origin()}/api/v1/session`, end); // not through the page: it has no network, and must not be faster
    await page.context().setOffline(false);
    await page.waitForURL('**/sign-in?**');

    await signInAsColleague(page);
    await page.goto(origin() + address(QUEUED), { waitUntil: 'networkidle' });
    await atCriterion(page, QUEUED);
    expect(await note(page).inputValue()).not.toContain('Xin lỗi bằng văn bản');
    expect((await stored(page, QUEUED))?.note ?? '').not.toContain('Xin lỗi bằng văn bản');

    await page.request.post(`${origin()}/api/v1/session/demo`, { data: { userName: OFFICER }, headers: { origin: origin() } });
    await page.goto(origin() + address(QUEUED), { waitUntil: 'networkidle' });
    await saved(page);
    expect((await stored(page, QUEUED))?.note).toBe('Xin lỗi bằng văn bản đủ các hồ sơ');
  });
});

describe('Who is at a criterion now', () => {
  it('is shown to colleagues, with what they do there', async () => {
    const one = await officer(PLAIN);
    const other = await colleague(PLAIN);
    await other.getByText(/đang mở tiêu chí này/).waitFor();
    await expectAccessible(other, ['light', 'dark']);
    await screenshot(other, 'presence-desktop');
    await note(other).fill('Đang ghi');
    await saved(other);
    await one.mouse.move(10, 10);
    await one.getByText(`${COLLEAGUE.fullName} đang sửa tiêu chí này`).waitFor({ timeout: 30_000 });
    await one.setViewportSize(viewports.phone);
    await expectAccessible(one, ['light', 'dark']);
    await screenshot(one, 'presence-phone');
  });
});
