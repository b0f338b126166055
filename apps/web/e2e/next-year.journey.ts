import type { AgencyView, AppraisalView, AssessmentSummary, AssessmentView, AssignmentChangeView, AssignmentMatrixView, CycleView, EvidenceSuggestion, Page as ListPage } from '@par-index/contract';
import type { Page } from 'playwright-core';
import { guidePicture } from './harness/guide-picture';
import { lookAt, origin } from './harness/journey';
import { answerAll, assessmentOf, demoPerson, move, newPerson, openPhase, type Person, smallProvince, type SmallProvince } from './harness/province';

const GROUP = 'nam-sau';
const YEAR = 2028;
const ANSWERS = { '1.1': { numerator: 9, denominator: 10 }, '1.2': { choice: 'dat' }, '2.1': { choice: 'dat' } } as const;
const DOCUMENT = { title: 'Kế hoạch cải cách hành chính năm 2027', documentNumber: '12/KH-UBND', issuedOn: '2027-01-15', issuer: 'Cơ quan C', section: 'Mục II', page: 4, url: null };

let province: SmallProvince;
let homeAffairs: Person;
let officer: Person;
let head: Person;
let justice: AgencyView;
const named = (letter: string): AgencyView => province.agencies.find(({ name }) => name.endsWith(` ${letter}`)) as AgencyView;
const cycleId = () => province.cycle.id;
const of = (letter: string) => assessmentOf(homeAffairs, cycleId(), named(letter).id);

async function acceptAll(person: Person, assessmentId: string): Promise<void> {
  const { criteria } = await person.get<AppraisalView>(`/appraisals/${assessmentId}`);
  for (const { code } of criteria.filter(({ decidable, layers }) => decidable && layers.every(({ layer }) => layer !== 'appraisal-1'))) {
    await person.put(`/appraisals/${assessmentId}/decisions/${code}`, { kind: 'accept', reason: '', explanationWanted: false, question: '' }, 0);
  }
}

/** 2027 up to its publication: somebody else appraises 2.1, D is exempt from 1.2, C proves 1.2 with a document. */
async function playTheYear(): Promise<void> {
  const change = { groupCode: GROUP, codes: ['2.1'], agencyId: justice.id, decided: 'keep', reason: 'Đúng lĩnh vực' };
  const { digest } = await homeAffairs.post<AssignmentChangeView>(`/cycles/${cycleId()}/assignment/changes?dryRun=true`, change);
  await homeAffairs.post(`/cycles/${cycleId()}/assignment/changes`, { ...change, expected: digest });
  await openPhase(homeAffairs, cycleId(), 'self-assessment');
  const { items } = await homeAffairs.get<ListPage<{ agency: { id: string }; participantVersion: number }>>(`/cycles/${cycleId()}/progress?pageSize=100`);
  const d = named('D').id;
  const version = items.find(({ agency }) => agency.id === d)?.participantVersion ?? 0;
  await homeAffairs.put(`/cycles/${cycleId()}/participants/${d}/exemptions`, { exemptions: [{ code: '1.2', reason: 'Không có thẩm quyền ban hành' }] }, version);
  await officer.post(`/assessments/${(await of('C')).id}/criteria/1.2/evidence-references`, DOCUMENT);
  for (const { name } of province.agencies) {
    const { id } = await of(name.at(-1) ?? '');
    const { '1.2': _, ...rest } = ANSWERS;
    await answerAll(officer, id, name.endsWith(' D') ? rest : ANSWERS);
    await move(officer, id, 'send');
    await move(head, id, 'submit');
  }
  await openPhase(homeAffairs, cycleId(), 'appraisal');
  const assessor = await demoPerson('thamdinh.stp');
  for (const { name } of province.agencies) {
    const { id } = await of(name.at(-1) ?? '');
    await acceptAll(assessor, id);
    await acceptAll(homeAffairs, id);
  }
  for (const phase of ['explanation', 'reappraisal', 'council', 'preliminary'] as const) {
    if (phase === 'preliminary') await (await demoPerson('chutich.hd')).post(`/cycles/${cycleId()}/council/conclusion`, {});
    await openPhase(homeAffairs, cycleId(), phase);
  }
  const { version: last } = await homeAffairs.get<CycleView>(`/cycles/${cycleId()}`);
  await homeAffairs.post(`/cycles/${cycleId()}/publication`, { reason: 'Quyết định của Chủ tịch Ủy ban nhân dân tỉnh' }, last);
}

/** A and B become E: they stop, and where it comes from is written down in the page. */
async function merge(page: Page): Promise<AgencyView> {
  const merged = await homeAffairs.post<AgencyView>('/agencies', { code: `${GROUP}-e`, name: 'Cơ quan kế E', shortName: 'Kế E', groupCode: GROUP });
  for (const letter of ['A', 'B']) {
    const { name, shortName, groupCode, version } = named(letter);
    await homeAffairs.put(`/agencies/${named(letter).id}`, { name, shortName, groupCode, active: false }, version);
  }
  await page.goto(`${origin()}/agencies/${merged.id}/lineage`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Ghi cơ quan tiền thân' }).click();
  for (const letter of ['A', 'B']) await page.getByLabel('Cơ quan tiền thân').selectOption({ label: named(letter).name });
  await page.getByLabel('Ngày có hiệu lực').fill('2027-12-01');
  await page.getByLabel('Căn cứ pháp lý').fill('Nghị quyết số 12/NQ-HĐND');
  await lookAt(page, 'next-year-lineage-form');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('link', { name: 'Cơ quan kế A' }).waitFor();
  await page.getByRole('link', { name: 'Cơ quan kế B' }).waitFor();
  await lookAt(page, 'next-year-lineage');
  return merged;
}

/** Through the wizard, and the cycle that it made. */
async function createNext(page: Page): Promise<string> {
  await page.goto(`${origin()}/cycles/${cycleId()}`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Tạo kỳ đánh giá năm sau' }).click();
  await page.getByRole('heading', { level: 1, name: `Tạo kỳ đánh giá năm ${YEAR}` }).waitFor();
  const own = page.locator(`#set-${GROUP}`);
  for (const box of await page.locator('select[id^="set-"]').all()) {
    if ((await box.getAttribute('id')) !== `set-${GROUP}`) await box.selectOption('');
  }
  expect(await own.locator('option:checked').innerText()).toContain(`Dùng lại «Bộ tiêu chí thử nghiệm»`);
  const group = page.getByRole('group', { name: 'Cơ quan kế nghiệm' });
  await group.getByText('Mới tham gia: Cơ quan kế E').waitFor();
  await group.getByText('Không còn hoạt động: Cơ quan kế A, Cơ quan kế B').waitFor();
  await lookAt(page, 'next-year-sets');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('heading', { level: 2, name: 'Thời hạn' }).waitFor();
  await lookAt(page, 'next-year-dates');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  expect(await page.getByRole('checkbox', { name: /^2\.1 .*Sở Tư pháp thẩm định tại mọi cơ quan/ }).isChecked()).toBe(true);
  const exemption = page.getByRole('checkbox', { name: /Cơ quan kế D: 1\.2/ });
  expect(await exemption.isChecked()).toBe(false);
  await exemption.check();
  await page.getByText('Trạng thái hồ sơ, số liệu và kết quả thẩm định không chuyển sang.').waitFor();
  await lookAt(page, 'next-year-carried');
  await guidePicture(page, 'next-year');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByText('3 cơ quan ·').waitFor();
  await lookAt(page, 'next-year-preview');
  await page.getByRole('button', { name: `Tạo kỳ đánh giá năm ${YEAR}` }).click();
  await page.getByRole('heading', { name: 'Miễn tiêu chí sẽ áp dụng khi mở kỳ' }).waitFor();
  await lookAt(page, 'next-year-cycle');
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

beforeAll(async () => {
  const admin = await demoPerson('quantri');
  homeAffairs = await demoPerson('noivu');
  province = await smallProvince(homeAffairs, { groupCode: GROUP, word: 'kế' });
  const { items } = await homeAffairs.get<ListPage<AgencyView>>('/agencies?search=so-tu-phap');
  justice = items.find(({ code }) => code === 'so-tu-phap') as AgencyView;
  officer = await newPerson(admin, 'canbo.ke', province.agencies.map(({ id: agencyId }) => ({ role: 'agency-officer', agencyId })));
  head = await newPerson(admin, 'lanhdao.ke', province.agencies.map(({ id: agencyId }) => ({ role: 'agency-head', agencyId })));
  await playTheYear();
});

it('Next year is made from this one: sets, participants, assignments and exemptions by choice, documents offered one by one, states never', async () => {
  const { page } = homeAffairs;
  const merged = await merge(page);
  const next = await createNext(page);

  // Opened, it has who is active now, with nothing answered and nothing decided.
  await openPhase(homeAffairs, next, 'self-assessment');
  const { items } = await homeAffairs.get<ListPage<AssessmentSummary>>(`/assessments?cycleId=${next}&pageSize=100`);
  expect(items.map(({ agency, state }) => [agency.name, state]).toSorted()).toEqual([['Cơ quan kế C', 'drafting'], ['Cơ quan kế D', 'drafting'], ['Cơ quan kế E', 'drafting']]);
  const { rows } = await homeAffairs.get<AssignmentMatrixView>(`/cycles/${next}/assignment?groupCode=${GROUP}`);
  expect(rows.find(({ code }) => code === '2.1')).toMatchObject({ agencyId: justice.id, source: 'cycle' });
  const ofNext = async (agencyId: string) => (await officer.get<AssessmentView>(`/assessments/${items.find(({ agency }) => agency.id === agencyId)?.id ?? ''}`));
  const [c, d] = [await ofNext(named('C').id), await ofNext(named('D').id)];
  expect([c, d].map(({ answers, layers, evidence }) => [answers.length, layers.length, evidence.length])).toEqual([[0, 0, 0], [0, 0, 0]]);
  expect([c.exemptions, d.exemptions.map(({ code }) => code)]).toEqual([[], ['1.2']]);

  // What C used the year before is offered under the same criterion; it is taken by hand, with what makes it old beside it.
  expect(await officer.get<readonly EvidenceSuggestion[]>(`/assessments/${c.id}/evidence-suggestions`)).toMatchObject([{ code: '1.2', title: DOCUMENT.title, usedYear: 2027 }]);
  const desk = officer.page;
  await desk.goto(`${origin()}/assessments/${c.id}/1.2`, { waitUntil: 'networkidle' });
  await desk.getByText('1 tài liệu đã dùng năm trước cho tiêu chí này').click();
  await lookAt(desk, 'next-year-documents');
  await desk.getByRole('button', { name: `Dùng lại ${DOCUMENT.title}` }).click();
  await desk.getByText('1 tài liệu đã dùng năm trước cho tiêu chí này').waitFor({ state: 'detached' });
  expect((await ofNext(named('C').id)).evidence).toMatchObject([{ code: '1.2', section: 'Mục II', page: 4 }]);
  expect((await ofNext(named('D').id)).evidence).toEqual([]);

  // The merged agency reads the years of those that it came from, each by its name.
  const admin = await demoPerson('quantri');
  const heir = await newPerson(admin, 'canbo.ke.e', [{ role: 'agency-officer', agencyId: merged.id }]);
  await heir.page.goto(`${origin()}/assessments/${items.find(({ agency }) => agency.id === merged.id)?.id ?? ''}/1.1`, { waitUntil: 'networkidle' });
  for (const letter of ['A', 'B']) await heir.page.getByText(new RegExp(`Cơ quan kế ${letter}`)).first().waitFor();
  await lookAt(heir.page, 'next-year-heir');
});
