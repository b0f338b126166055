import type { AgencyView, AppraisalView, BlindFiguresView, CouncilAssessment, CouncilItemSummary, CouncilItemView, CouncilView, Page as ListPage } from '@par-index/contract';
import exceljs from 'exceljs';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { guidePicture } from './harness/guide-picture';
import { expectAccessible, origin, screenshot, viewports } from './harness/journey';
import { answerAll, assessmentOf, demoPerson, move, newPerson, openPhase, type Person, smallProvince, type SmallProvince } from './harness/province';
import { wordDocument } from './harness/word-document';

const GOOD = { '1.1': { numerator: 10, denominator: 10 }, '1.2': { choice: 'dat' }, '2.1': { choice: 'dat' } } as const;
const CORRECTION = { kind: 'correct', answer: { numerator: 8, denominator: 10 }, reason: 'Hai việc chưa có minh chứng', explanationWanted: true, question: 'Hai việc còn lại xong khi nào?' };
const ACCEPTED = { kind: 'accept', reason: '', explanationWanted: false, question: '' };
/** What the first of the two gives; nothing else has it. */
const SECRET = { typed: '33,25', read: '33.25', reason: 'Riêng: phụ lục hai thiếu một việc' } as const;

let province: SmallProvince;
let homeAffairs: Person;
let assessor: Person;
let chair: Person;
let members: readonly Person[];

const cycleId = () => province.cycle.id;
const named = (letter: string): AgencyView => {
  const agency = province.agencies.find(({ name }) => name.endsWith(letter));
  if (!agency) throw new Error(`No agency ${letter}`);
  return agency;
};
const of = async (letter: string) => assessmentOf(homeAffairs, cycleId(), named(letter).id);
const itemOf = async (person: Person, letter: string): Promise<CouncilItemView> => {
  const { items } = await person.get<ListPage<CouncilItemSummary>>(`/cycles/${cycleId()}/council-items`);
  const found = items.find(({ agency }) => agency.id === named(letter).id);
  if (!found) throw new Error(`No item of ${letter}`);
  return person.get<CouncilItemView>(`/council-items/${found.id}`);
};
const open = ({ page }: Person, address: string) => page.goto(origin() + address, { waitUntil: 'networkidle' });

/** A page as it stands, looked at on a desk and on a phone. */
async function seen(page: Page, picture: string): Promise<void> {
  for (const width of ['phone', 'desktop'] as const) {
    await page.setViewportSize(viewports[width]);
    await expectAccessible(page, ['dark', 'light']);
    if (width === 'phone') await page.evaluate(() => document.querySelector('par-item-blind, par-blind-figures')?.scrollIntoView());
    await screenshot(page, `${picture}-${width}`);
  }
}

/** For the guide: the page from its head on, without what was just said. */
async function pictured(page: Page, picture: string): Promise<void> {
  for (const close of await page.getByRole('button', { name: 'Đóng thông báo' }).all()) await close.click();
  await page.evaluate(() => document.querySelector('h1')?.scrollIntoView({ block: 'center' }));
  await guidePicture(page, picture);
}

async function acceptAll(person: Person, letter: string): Promise<void> {
  const { id } = await of(letter);
  const { criteria } = await person.get<AppraisalView>(`/appraisals/${id}`);
  for (const { code } of criteria.filter(({ decidable, layers }) => decidable && layers.every(({ layer }) => layer !== 'appraisal-1'))) {
    await person.put(`/appraisals/${id}/decisions/${code}`, ACCEPTED, 0);
  }
}

/** Everything up to the second appraisal: A explained its 1.1 and did not get it; B is appraised as it declared. */
async function untilCouncil(): Promise<void> {
  homeAffairs = await demoPerson('noivu');
  assessor = await demoPerson('thamdinh.stp');
  const admin = await demoPerson('quantri');
  province = await smallProvince(homeAffairs, { groupCode: 'hop-thu', word: 'họp' });
  const { items } = await homeAffairs.get<ListPage<AgencyView>>('/agencies?search=so-tai-chinh');
  const [finance] = items;
  if (!finance) throw new Error('No Sở Tài chính');
  const office = (await homeAffairs.get<ListPage<AgencyView>>('/agencies?search=so-khoa-hoc')).items[0] ?? finance;
  const member = (userName: string, { id }: AgencyView) => newPerson(admin, userName, [{ role: 'council-member', agencyId: id }]);
  members = [await demoPerson('hoidong'), await member('uyvien.mot', finance), await member('uyvien.hai', office)];
  chair = await demoPerson('chutich.hd');
  await openPhase(homeAffairs, cycleId(), 'self-assessment');
  const heads = new Map<string, Person>();
  for (const letter of ['A', 'B']) {
    const agencyId = named(letter).id;
    const officer = await newPerson(admin, `canbo.hd.${letter.toLowerCase()}`, [{ role: 'agency-officer', agencyId }]);
    const head = await newPerson(admin, `lanhdao.hd.${letter.toLowerCase()}`, [{ role: 'agency-head', agencyId }]);
    heads.set(letter, head);
    const { id } = await of(letter);
    await answerAll(officer, id, GOOD);
    await move(head, id, 'submit');
    heads.set(`officer ${letter}`, officer);
  }
  await openPhase(homeAffairs, cycleId(), 'appraisal');
  const a = await of('A');
  await assessor.put(`/appraisals/${a.id}/decisions/1.1`, CORRECTION, 0);
  for (const letter of ['A', 'B', 'C', 'D']) {
    await acceptAll(assessor, letter);
    await acceptAll(homeAffairs, letter);
  }
  await refer();
  await openPhase(homeAffairs, cycleId(), 'explanation');
  await (heads.get('officer A') as Person).put(`/assessments/${a.id}/explanations/1.1`, { stance: 'explain', text: 'Hai việc đã xong trong tháng 12.' }, 0);
  await (heads.get('A') as Person).post(`/assessments/${a.id}/transitions`, { action: 'submit-explanation' }, (await (heads.get('A') as Person).get<{ version: number }>(`/assessments/${a.id}`)).version);
  await openPhase(homeAffairs, cycleId(), 'reappraisal');
  await assessor.put(`/appraisals/${a.id}/decisions/1.1`, { kind: 'keep', reason: 'Báo cáo không nêu hai việc', explanationWanted: false, question: '' }, 0);
}

/** The appraiser brings a criterion before the council, in the page. */
async function refer(): Promise<void> {
  const { page } = assessor;
  await open(assessor, `/appraisals/${(await of('B')).id}/1.1`);
  await page.getByRole('button', { name: 'Đưa ra Hội đồng' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Số việc khai khác báo cáo năm');
  await page.getByRole('dialog').getByRole('button', { name: 'Đưa ra Hội đồng' }).click();
  await page.getByText('Đã đưa tiêu chí 1.1 ra Hội đồng.').waitFor();
}

const vote = async (person: Person, { id }: CouncilItemView, proposalId: string) => {
  const { myVote } = await person.get<CouncilItemView>(`/council-items/${id}`);
  await person.put(`/council-items/${id}/vote`, { proposalId }, myVote?.version ?? 0);
};

/** Fills in the form of a blind appraisal with nothing but the keyboard, and sends it. */
async function appraiseBlind({ page }: Person, points: string, reason: string): Promise<void> {
  const award = page.getByRole('radio', { name: 'Giao điểm' });
  await award.focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Số điểm').waitFor();
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement?.id === 'blind-awarded');
  await page.keyboard.type(points);
  await page.keyboard.press('Tab');
  await page.keyboard.type(reason);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`Kết quả của bạn: ${points} điểm.`).waitFor();
  await dialog.getByRole('button', { name: 'Gửi kết quả' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Đã gửi kết quả thẩm định độc lập.').waitFor();
}

/** Everything that comes to a person's browser from the server while they look around. */
async function everythingTold(person: Person, item: CouncilItemView): Promise<string> {
  const told: string[] = [];
  const pending: Promise<void>[] = [];
  const listen = (response: { url(): string; text(): Promise<string> }) => {
    if (response.url().includes('/api/')) pending.push(response.text().then((text) => void told.push(text), () => undefined));
  };
  person.page.on('response', listen);
  for (const address of [`/council/${cycleId()}`, `/council/${cycleId()}/blind`, `/council/${cycleId()}/assessments`, `/council/items/${item.id}`, `/appraisals/${item.assessmentId}/1.1`, '/work', '/notifications']) {
    await open(person, address);
    told.push(await person.page.content());
  }
  person.page.off('response', listen);
  await Promise.all(pending);
  for (const format of ['docx', 'xlsx']) {
    const answer = await person.page.request.get(`${origin()}/api/v1/cycles/${cycleId()}/council/minutes?format=${format}`);
    told.push(JSON.stringify(answer.headers()), await (format === 'docx' ? wordDocument(await answer.body()) : workbookText(await answer.body())));
  }
  return told.join('\n');
}

async function workbookOf(bytes: Buffer): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as exceljs.Buffer);
  return workbook;
}

const workbookText = async (bytes: Buffer): Promise<string> =>
  (await workbookOf(bytes)).worksheets.flatMap((sheet) => sheet.getSheetValues().map((row) => JSON.stringify(row))).join('\n');

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return readFile(await download.path());
}

/** The council from the first item to its minutes: every part rests on the one before it. */
it('The council gathers, appraises blind, votes, and concludes', async () => {
  await untilCouncil();

  // What is still in disagreement and what was referred gathers by itself.
  await openPhase(homeAffairs, cycleId(), 'council');
  const { items } = await chair.get<ListPage<CouncilItemSummary>>(`/cycles/${cycleId()}/council-items`);
  expect(items.map(({ agency, origin: from, state, entitled }) => [agency.name, from, state, entitled])).toEqual([
    ['Cơ quan họp A', 'disagreement', 'voting', 4],
    ['Cơ quan họp B', 'referral', 'voting', 4],
  ]);
  await open(chair, `/council/${cycleId()}`);
  await seen(chair.page, 'council-items');
  await pictured(chair.page, 'council-items');

  // Home affairs asks two members to appraise B's item blind; meanwhile nobody votes on it.
  const referred = await itemOf(chair, 'B');
  await open(homeAffairs, `/council/items/${referred.id}`);
  await homeAffairs.page.getByRole('button', { name: 'Giao thẩm định độc lập' }).click();
  const choices = homeAffairs.page.getByRole('group', { name: 'Chọn hai thành viên' });
  await choices.getByRole('checkbox', { name: /uyvien\.mot/ }).waitFor();
  for (const box of await choices.getByRole('checkbox').all()) await box.uncheck();
  for (const name of ['uyvien.mot', 'uyvien.hai']) await choices.getByRole('checkbox', { name: new RegExp(name) }).check();
  await seen(homeAffairs.page, 'council-assigning');
  await homeAffairs.page.getByRole('button', { name: 'Giao thẩm định độc lập' }).click();
  await homeAffairs.page.getByText('Đã giao thẩm định độc lập cho hai thành viên.').waitFor();
  expect((await itemOf(chair, 'B')).openActions).toEqual([]);

  // The first gives theirs by the keyboard alone; nothing that the second can fetch tells it.
  const [bystander, first, second] = members as readonly [Person, Person, Person];
  await open(first, `/council/items/${referred.id}`);
  await seen(first.page, 'council-blind-form');
  const before = await second.get<CouncilItemView>(`/council-items/${referred.id}`);
  await appraiseBlind(first, SECRET.typed, SECRET.reason);
  await first.page.getByText('Kết quả đã gửi không sửa được.').waitFor();
  expect(await second.get(`/council-items/${referred.id}`)).toEqual(before);
  for (const person of [second, bystander, chair, homeAffairs]) {
    const told = await everythingTold(person, referred);
    expect(told.length).toBeGreaterThan(10_000);
    for (const mark of [SECRET.typed, SECRET.read, SECRET.reason]) expect([mark, told.includes(mark)]).toEqual([mark, false]);
  }
  await open(second, `/council/${cycleId()}/blind`);
  await second.page.getByText('Chờ bạn thẩm định').waitFor();
  await seen(second.page, 'council-blind-mine');

  // Both are in, within a tenth of the maximum: their mean is a proposal beside the others.
  await second.page.getByRole('link', { name: /^1\.1 / }).click();
  await second.page.getByRole('radio', { name: 'Giao điểm' }).waitFor();
  await appraiseBlind(second, '35,00', 'Đủ minh chứng cho tám việc rưỡi');
  await second.page.getByText(/^Lệch 1,75 điểm, trong ngưỡng 10 % của 40 điểm\./).waitFor();
  await seen(second.page, 'council-blind');
  await pictured(second.page, 'council-blind');
  const compared = await itemOf(second, 'B');
  expect(compared.blind).toMatchObject({ state: 'compared', gap: 1.75, withinThreshold: true });
  const mean = compared.proposals.find(({ kind }) => kind === 'blind');
  expect(mean?.points).toBe(34.125);
  expect(await chair.get<BlindFiguresView>(`/cycles/${cycleId()}/blind-figures`)).toMatchObject({ compared: 1, withinThreshold: 1, exact: 0, meanGap: 1.75 });
  await open(chair, `/council/${cycleId()}/blind`);
  await chair.page.getByRole('heading', { name: 'Mức thống nhất của các thành viên' }).waitFor();
  await chair.page.getByRole('cell', { name: '-1,75' }).or(chair.page.getByRole('cell', { name: '−1,75' })).first().waitFor();
  await seen(chair.page, 'council-figures');
  await pictured(chair.page, 'council-figures');

  // B's item carries by three of four; the chair closes it in the page.
  for (const person of [bystander, first, second]) await vote(person, compared, mean?.id ?? '');
  await open(chair, `/council/items/${compared.id}`);
  await chair.page.getByRole('button', { name: 'Kết luận' }).click();
  await chair.page.getByRole('dialog').getByText(/được 3\/4 phiếu, quá nửa/).waitFor();
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Kết luận' }).click();
  await chair.page.getByText(/được thông qua với 3\/4 phiếu/).waitFor();
  await seen(chair.page, 'council-closed');
  await pictured(chair.page, 'council-closed');

  // B is concluded by itself, with a reason, while A still has an open item.
  await open(chair, `/council/${cycleId()}/assessments`);
  await seen(chair.page, 'council-assessments');
  await chair.page.getByRole('button', { name: 'Kết luận hồ sơ của Cơ quan họp B' }).click();
  await chair.page.getByRole('dialog').getByLabel('Lý do').fill('Nội dung duy nhất đã có kết luận');
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Kết luận hồ sơ' }).click();
  await chair.page.getByText('Đã kết luận hồ sơ của Cơ quan họp B.').waitFor();
  const { items: lines } = await chair.get<ListPage<CouncilAssessment>>(`/cycles/${cycleId()}/council-assessments`);
  const lineOf = (letter: string) => lines.find(({ agency }) => agency.id === named(letter).id);
  expect([lineOf('A')?.state, lineOf('A')?.mayConclude, lineOf('B')?.state]).toEqual(['reappraised', false, 'decided']);

  // A's item is a tie, which the chair decides with a reason.
  const tied = await itemOf(chair, 'A');
  const proposalOf = (kind: string) => tied.proposals.find((one) => one.kind === kind)?.id ?? '';
  for (const [person, kind] of [[chair, 'agency'], [bystander, 'agency'], [first, 'appraisal'], [second, 'appraisal']] as const) await vote(person, tied, proposalOf(kind));
  await open(chair, `/council/items/${tied.id}`);
  await chair.page.getByRole('button', { name: 'Kết luận' }).click();
  const dialog = chair.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Đề nghị của cơ quan/ }).check();
  await dialog.getByLabel('Lý do').fill('Báo cáo bổ sung hợp lệ');
  await dialog.getByRole('button', { name: 'Kết luận' }).click();
  await chair.page.getByText(/Số phiếu bằng nhau, Chủ tịch Hội đồng chọn phương án/).waitFor();
  await seen(chair.page, 'council-tie');

  // The rest of the council is closed at once.
  await open(chair, `/council/${cycleId()}`);
  await chair.page.getByRole('button', { name: 'Kết luận các hồ sơ không còn nội dung mở' }).click();
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Kết luận' }).click();
  await chair.page.getByText('Đã kết luận 3 hồ sơ.').waitFor();
  expect(await chair.get<CouncilView>(`/cycles/${cycleId()}/council`)).toMatchObject({ voting: 0, closed: 2, concludable: 0 });

  // The minutes, as Word and as Excel, say what the database has.
  const words = await wordDocument(await downloaded(chair.page, 'Biên bản (Word)'));
  expect(words).toContain('Bình quân hai thẩm định độc lập, 34,125 điểm: 3 phiếu');
  expect(words).toContain('Tổng số nội dung: 2; đã kết luận: 2; chưa kết luận: 0.');
  expect(words).toContain('Báo cáo bổ sung hợp lệ');
  const sheet = (await workbookOf(await downloaded(chair.page, 'Biên bản (Excel)'))).getWorksheet('Nội dung');
  const rows = sheet?.getSheetValues().slice(2) as readonly (readonly unknown[])[];
  expect(rows.filter((row) => row[13] === 'x').map((row) => [row[2], row[10], row[12], row[16]])).toEqual([
    ['Cơ quan họp A', 40, 2, 40],
    ['Cơ quan họp B', 34.125, 3, 34.125],
  ]);
}, 400_000);
