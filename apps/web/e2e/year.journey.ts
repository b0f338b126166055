import type { AgencyView, AppraisalView, AssessmentView, CouncilItemSummary, CouncilItemView, CycleView, Page as ListPage, PetitionView, PublicationCheck } from '@par-index/contract';
import { guidePicture } from './harness/guide-picture';
import { answerAll, assessmentOf, demoPerson, move, newPerson, openPhase, type Person, smallProvince, type SmallProvince } from './harness/province';
import { expectAccessible, openPage, origin, screenshot, viewports } from './harness/journey';

const GOOD = { '1.1': { numerator: 9, denominator: 10 }, '1.2': { choice: 'dat' }, '2.1': { choice: 'dat' } } as const;
const FAIR = { '1.1': { numerator: 7, denominator: 10 }, '1.2': { choice: 'mot-phan' }, '2.1': { choice: 'dat' } } as const;

let province: SmallProvince;
let homeAffairs: Person;
let assessor: Person;
const officers = new Map<string, Person>();
const heads = new Map<string, Person>();

const named = (letter: string): AgencyView => {
  const agency = province.agencies.find(({ name }) => name.endsWith(letter));
  if (!agency) throw new Error(`No agency ${letter}`);
  return agency;
};
const cycleId = () => province.cycle.id;
const of = async (letter: string) => assessmentOf(homeAffairs, cycleId(), named(letter).id);
const officer = (letter: string) => officers.get(letter) as Person;
const head = (letter: string) => heads.get(letter) as Person;

/** People sit at their browsers from the first day to the last: the pages of the year are not closed between its parts. */
async function everybody(): Promise<void> {
  homeAffairs = await demoPerson('noivu');
  assessor = await demoPerson('thamdinh.stp');
  const admin = await demoPerson('quantri');
  province ??= await smallProvince(homeAffairs);
  for (const letter of ['A', 'B', 'C', 'D']) {
    const agencyId = named(letter).id;
    officers.set(letter, await newPerson(admin, `canbo.thu.${letter.toLowerCase()}`, [{ role: 'agency-officer', agencyId }]));
    heads.set(letter, await newPerson(admin, `lanhdao.thu.${letter.toLowerCase()}`, [{ role: 'agency-head', agencyId }]));
  }
}

async function acceptAll(person: Person, letter: string): Promise<void> {
  const { id } = await of(letter);
  const { criteria } = await person.get<AppraisalView>(`/appraisals/${id}`);
  for (const { code } of criteria.filter(({ decidable, layers }) => decidable && layers.every(({ layer }) => layer !== 'appraisal-1'))) {
    await person.put(`/appraisals/${id}/decisions/${code}`, { kind: 'accept', reason: '', explanationWanted: false, question: '' }, 0);
  }
}

/** One year in one go: every part rests on the one before it. */
it('A small province plays its whole year with all its people', async () => {
  await everybody();

  // Self-assessment. A hands in, is reopened, and hands in again; B is late; D has more time; C never hands in.
  await openPhase(homeAffairs, cycleId(), 'self-assessment');
  const [a, b, d] = [await of('A'), await of('B'), await of('D')];
  await answerAll(officer('A'), a.id, GOOD);
  await move(officer('A'), a.id, 'send');
  await move(officer('A'), a.id, 'withdraw', 'Rà lại số liệu');
  await move(officer('A'), a.id, 'send');
  await move(head('A'), a.id, 'submit');
  await move(homeAffairs, a.id, 'reopen', 'Nhập nhầm mẫu số');
  await answerAll(officer('A'), a.id, { '1.1': { numerator: 10, denominator: 10 } });
  expect(await move(head('A'), a.id, 'submit')).toMatchObject({ state: 'submitted', late: false });
  await answerAll(officer('B'), b.id, FAIR);
  await shift({ phase: 'self-assessment', deadlineAt: -1, closeAt: 60 });
  expect(await move(head('B'), b.id, 'submit')).toMatchObject({ state: 'submitted', late: true });
  await extend('D');

  // Appraisal. C is taken as it stands; D goes on by its extension; A loses points at the field department.
  await openPhase(homeAffairs, cycleId(), 'appraisal');
  expect(await of('C')).toMatchObject({ state: 'submitted', notSubmitted: true });
  await answerAll(officer('D'), d.id, FAIR);
  expect(await move(head('D'), d.id, 'submit')).toMatchObject({ state: 'submitted', late: false });
  const correction = { kind: 'correct', answer: { numerator: 8, denominator: 10 }, reason: 'Hai việc chưa có minh chứng', explanationWanted: true, question: 'Hai việc còn lại xong khi nào?' };
  await assessor.put(`/appraisals/${a.id}/decisions/1.1`, correction, 0);
  for (const letter of ['A', 'B', 'C', 'D']) {
    await acceptAll(assessor, letter);
    await acceptAll(homeAffairs, letter);
  }
  await assessor.put(`/appraisals/${b.id}/decisions/1.1`, { ...correction, answer: { numerator: 6, denominator: 10 }, explanationWanted: false, question: '' }, 1);

  // Explanation. A explains and its head signs in the page; B says nothing.
  await openPhase(homeAffairs, cycleId(), 'explanation');
  expect([await of('A'), await of('B'), await of('C')].map(({ state }) => state)).toEqual(['explaining', 'explaining', 'reappraised']);
  await officer('A').put(`/assessments/${a.id}/explanations/1.1`, { stance: 'explain', text: 'Hai việc đã xong trong tháng 12, kèm báo cáo.' }, 0);
  const page = head('A').page;
  await page.goto(`${origin()}/explanations/${a.id}`, { waitUntil: 'networkidle' });
  await expectAccessible(page, ['light', 'dark']);
  await screenshot(page, 'year-explanation');
  await guidePicture(page, 'explanation');
  await page.getByRole('button', { name: 'Ký và nộp giải trình' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /nộp/i }).click();
  await page.getByText(/^Giải trình đã nộp lúc/).waitFor();

  // Second appraisal. Silence is agreement; what was explained is decided again, and stays.
  await openPhase(homeAffairs, cycleId(), 'reappraisal');
  expect((await of('B')).state).toBe('reappraised');
  await assessor.put(`/appraisals/${a.id}/decisions/1.1`, { kind: 'keep', reason: 'Báo cáo không nêu hai việc', explanationWanted: false, question: '' }, 0);
  expect((await of('A')).state).toBe('reappraised');

  // Council. One vote each way: a tie, which the chair decides.
  await openPhase(homeAffairs, cycleId(), 'council');
  const [chair, member] = [await demoPerson('chutich.hd'), await demoPerson('hoidong')];
  const { items } = await chair.get<ListPage<CouncilItemSummary>>(`/cycles/${cycleId()}/council-items`);
  expect(items).toMatchObject([{ agency: { name: 'Cơ quan thử A' }, code: '1.1', state: 'voting', entitled: 2 }]);
  const address = `/council-items/${items[0]?.id ?? ''}`;
  const item = await chair.get<CouncilItemView>(address);
  const proposalOf = (kind: string) => item.proposals.find((one) => one.kind === kind)?.id ?? '';
  await seen(chair, `/council/items/${item.id}`, 'year-council-item');
  await seen(member, `/council/items/${item.id}/meeting`, 'year-council-meeting');
  await chair.put(`${address}/vote`, { proposalId: proposalOf('agency') }, 0);
  await member.put(`${address}/vote`, { proposalId: proposalOf('appraisal') }, 0);
  const { version } = await chair.get<CouncilItemView>(address);
  expect(await chair.post(`${address}/closing`, { proposalId: proposalOf('agency'), reason: 'Báo cáo bổ sung hợp lệ' }, version)).toMatchObject({ outcome: 'chair' });
  expect(await chair.post(`/cycles/${cycleId()}/council/conclusion`, {})).toEqual({ concluded: 4, open: 0 });

  // The preliminary result. A petitions; Sở Nội vụ answers; until then nothing is published.
  await openPhase(homeAffairs, cycleId(), 'preliminary');
  const draft = await officer('B').put<PetitionView>(`/assessments/${b.id}/petitions/1.1`, { reasonCode: 'document-overlooked', text: 'Phụ lục 2 đã nộp nêu đủ bảy việc.' }, 0);
  const filed = await head('B').post<PetitionView>(`/petitions/${draft.id}/filing`, {}, draft.version);
  expect(filed).toMatchObject({ state: 'filed', late: false });
  const { ready, blockers } = await homeAffairs.get<PublicationCheck>(`/cycles/${cycleId()}/publication-check`);
  expect([ready, blockers.map(({ agency }) => agency.name)]).toEqual([false, ['Cơ quan thử B']]);
  await seen(head('B'), `/petitions/${b.id}`, 'year-petition');
  await guidePicture(head('B').page, 'petition');
  await homeAffairs.post(`/petitions/${draft.id}/answer`, { decision: 'reject', text: 'Phụ lục 2 nêu sáu việc, đã được tính đủ.' }, filed.version);
  expect(await head('B').get(`/assessments/${b.id}/petitions`)).toMatchObject({ petitions: [{ state: 'rejected' }] });

  // The last step: the decision of the chairman of the province is published.
  const agencyView = await head('A').get<AssessmentView>(`/assessments/${a.id}`);
  expect(agencyView.layers.find(({ code, layer }) => code === '1.1' && layer === 'council')).toMatchObject({ points: 40, reason: 'Báo cáo bổ sung hợp lệ' });
  const { version: last } = await homeAffairs.get<CycleView>(`/cycles/${cycleId()}`);
  await homeAffairs.post(`/cycles/${cycleId()}/publication`, { reason: 'Quyết định của Chủ tịch Ủy ban nhân dân tỉnh' }, last);
  const citizen = await openPage({ path: '/public/2027/thu-nghiem' });
  await citizen.getByRole('heading', { level: 1, name: 'Xếp hạng chỉ số cải cách hành chính năm 2027' }).waitFor();
  await citizen.getByRole('link', { name: 'Cơ quan thử A' }).waitFor();
  await expectAccessible(citizen);
  await screenshot(citizen, 'year-public');
});

/** A page that a person opens, looked at on a desk and on a phone. */
async function seen({ page }: Person, address: string, picture: string): Promise<void> {
  await page.goto(origin() + address, { waitUntil: 'networkidle' });
  for (const width of ['desktop', 'phone'] as const) {
    await page.setViewportSize(viewports[width]);
    await expectAccessible(page, ['light', 'dark']);
    await screenshot(page, `${picture}-${width}`);
  }
  await page.setViewportSize(viewports.desktop);
}

/** Moves dates of a phase, in minutes from now. */
async function shift({ phase, deadlineAt, closeAt }: { phase: string; deadlineAt: number; closeAt: number }): Promise<void> {
  const cycle = await homeAffairs.get<CycleView>(`/cycles/${cycleId()}`);
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const windows = cycle.windows.map((window) => (window.phase === phase ? { ...window, deadlineAt: at(deadlineAt), closeAt: at(closeAt) } : window));
  await homeAffairs.put(`/cycles/${cycleId()}`, { title: cycle.title, windows, reason: 'Rút ngắn thời gian' }, cycle.version);
}

async function extend(letter: string): Promise<void> {
  const agencyId = named(letter).id;
  const { items } = await homeAffairs.get<ListPage<{ agency: { id: string }; participantVersion: number }>>(`/cycles/${cycleId()}/progress?pageSize=100`);
  const version = items.find(({ agency }) => agency.id === agencyId)?.participantVersion ?? 0;
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  await homeAffairs.put(`/cycles/${cycleId()}/participants/${agencyId}/extension`, { phase: 'self-assessment', deadlineAt: at(2), closeAt: at(3), reason: 'Mưa lũ tại địa bàn' }, version);
}

