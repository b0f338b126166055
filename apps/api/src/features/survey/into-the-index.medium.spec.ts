import { type AppraisalLayerView, type CampaignView, type FormAnswers, LEADERS_QUESTIONNAIRE, type MappingsView, type ResultRow, type SurveyProposalsView, type WorkView } from '@par-index/contract';
import type { CriteriaSet } from '@par-index/scoring';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { aCampaign, aFilledForm, aSheet, ratingAnswers, sipasAnswers } from '../../../test/factories/survey.factory';
import type { Cycle } from '../cycle/cycle.entity';

/** `APPRAISED_SET`: 2.2 is a survey criterion of 20 points, «a» 100 %, «b» 0 %. */
const SURVEY_CODE = '2.2';

describe('a campaign and the index', () => {
  let test: TestApp;
  let province: Province;
  let cycle: Cycle;
  let noiVu: Browser;
  let first: Assessed;
  let second: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    cycle = await province.cycle('appraisal');
    first = await province.assessed({ cycle });
    second = await province.assessed({ cycle });
  });

  const url = (campaign: CampaignView, rest: string) => `/api/v1/survey-campaigns/${campaign.id}/${rest}`;
  const current = async (campaign: CampaignView): Promise<CampaignView> => (await noiVu.get(`/api/v1/survey-campaigns/${campaign.id}`).expect(200)).body as CampaignView;
  const map = async (campaign: CampaignView, questions: readonly string[], groups: readonly string[] = []) =>
    noiVu.put(url(campaign, 'mappings')).set('if-match', `"${(await current(campaign)).version}"`).send({ mappings: [{ agencyGroup: 'so-ban-nganh', code: SURVEY_CODE, questions, groups }] });
  const send = (campaign: CampaignView, agencyId: string, answers: FormAnswers, times: number) =>
    Promise.all(Array.from({ length: times }, () => test.anonymous.post(`/api/v1/public/surveys/${campaign.officeList.find(({ agency }) => agency.id === agencyId)!.linkCode}/forms`).send(aFilledForm(answers)).expect(200)));
  const close = async (campaign: CampaignView) => noiVu.post(url(campaign, 'closing')).set('if-match', `"${(await current(campaign)).version}"`).send({ reason: 'Hết hạn' }).expect(200);
  const proposals = async (campaign: CampaignView, by = noiVu): Promise<SurveyProposalsView> => (await by.get(url(campaign, 'proposals')).expect(200)).body as SurveyProposalsView;
  const accept = (campaign: CampaignView, ids: readonly string[], reason = '', by = noiVu) => by.post(url(campaign, 'proposals/acceptance')).send({ ids, reason });
  const pointsOf = async ({ agency }: Assessed): Promise<ResultRow> => (await noiVu.get(`/api/v1/cycles/${cycle.id}/results/agencies/${agency.id}`).expect(200)).body.row as ResultRow;

  const opened = async (agencies = [first.agency, second.agency]): Promise<CampaignView> => {
    const campaign = await aCampaign(noiVu, { agencies, cycleId: cycle.id, population: 400 });
    await (await map(campaign, ['hai-long-chung'])).body;
    return campaign;
  };

  it('offers the survey criteria of the sets of its cycle, with what they take', async () => {
    const campaign = await aCampaign(noiVu, { agencies: [first.agency], cycleId: cycle.id });
    const { choices } = (await noiVu.get(url(campaign, 'mappings')).expect(200)).body as MappingsView;
    expect(choices).toEqual([{ agencyGroup: 'so-ban-nganh', groupName: expect.any(String), criteria: [{ code: SURVEY_CODE, title: 'Mức độ hài lòng', answer: 'percent' }] }]);
  });

  it.each<[string, readonly string[], readonly string[], string]>([
    ['a question that there is not', ['khong-co'], [], '/mappings/0/questions'],
    ['a question without one answer', ['linh-vuc'], [], '/mappings/0/questions'],
    ['a group that is not asked', ['hai-long-chung'], ['lanh-dao'], '/mappings/0/groups'],
  ])('is not fed by %s', async (_, questions, groups, pointer) => {
    const campaign = await aCampaign(noiVu, { agencies: [first.agency], cycleId: cycle.id });
    const { body } = await map(campaign, questions, groups);
    expect(body).toMatchObject({ status: 422, code: 'survey.criterion-unsuited', errors: [{ pointer }] });
  });

  it('moves by exactly the right points once its proposals are accepted', async () => {
    const campaign = await opened();
    await send(campaign, first.agency.id, sipasAnswers('hai-long'), 5);
    await send(campaign, first.agency.id, sipasAnswers('binh-thuong'), 2);
    await send(campaign, second.agency.id, sipasAnswers('rat-hai-long'), 6);
    await close(campaign);
    const { proposals: open } = await proposals(campaign);
    const before = await pointsOf(first);
    expect(before.surveyPoints).toBe(0);
    expect(open.map(({ agency, answer, points, responses, percent, state, standing, lockedBecause }) => [agency.id, answer, points, responses, percent, state, standing, lockedBecause])).toEqual(
      expect.arrayContaining([
        [first.agency.id, { percent: 71.4286 }, '14.2900', 7, '71.4286', 'open', null, null],
        [second.agency.id, { percent: 100 }, '20.0000', 6, '100.0000', 'open', null, null],
      ]),
    );
    const decided = (await accept(campaign, open.map(({ id }) => id)).expect(200)).body as SurveyProposalsView;
    expect(decided.proposals.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
    const after = await pointsOf(first);
    const moved = (from: number): number => Math.round((from + 14.29) * 100) / 100;
    expect([after.points, after.surveyPoints, after.index]).toEqual([moved(before.points), 14.29, moved(before.index)]);
    expect((await pointsOf(second)).surveyPoints).toBe(20);
  });

  it('says in the layer where it came from', async () => {
    const campaign = await opened();
    await send(campaign, first.agency.id, sipasAnswers('hai-long'), 9);
    await close(campaign);
    const [proposal] = (await proposals(campaign)).proposals;
    await accept(campaign, [proposal!.id]).expect(200);
    const [layer]: readonly AppraisalLayerView[] = await test.db.query(`select layer, kind, answer, reason, points, version from appraisal_layer where assessment_id = $1 and code = $2`, [first.id, SURVEY_CODE]);
    expect(layer).toMatchObject({ layer: 'base', kind: 'accept', answer: { percent: 100 }, version: 1 });
    expect(layer!.reason).toMatch(/^Khảo sát «Khảo sát thử» \(hai-long-chung\): 9 phiếu, đạt 100 % \(khoảng tin cậy 95 %: \d+,\d\d–100,00 %\)$/);
    expect(await test.db.query(`select event from audit_event where cycle_id = $1 and event in ('base-figure.entered', 'survey.proposals-decided', 'survey.proposed', 'survey.closed') order by event`, [cycle.id])).toHaveLength(4);
  });

  it('of ratings by options takes the responses as the rule counts them', async () => {
    const document: CriteriaSet = JSON.parse(JSON.stringify(APPRAISED_SET).replaceAll('"id":"a"', '"id":"A"').replaceAll('"id":"b"', '"id":"D"'));
    const options = ['A', 'B', 'C', 'D'].map((id, place) => ({ id, label: id, percent: [100, 60, 20, 0][place]! }));
    const rating = JSON.parse(JSON.stringify(document), (key, value) => (key === 'options' && Array.isArray(value) && value[0]?.id === 'A' ? options : value)) as CriteriaSet;
    const other = await aRated(rating);
    const campaign = await aCampaign(other.noiVu, { questionnaire: LEADERS_QUESTIONNAIRE, agencies: [other.assessed.agency], cycleId: other.cycle.id, groups: [{ code: 'lanh-dao', byInvitation: false }] });
    await map(campaign, ['danh-gia.chi-dao', 'danh-gia.phoi-hop']);
    const rate = (letter: string, times: number) => send(campaign, other.assessed.agency.id, ratingAnswers([other.assessed.agency.id], letter), times);
    await rate('A', 3);
    await rate('B', 2);
    await rate('C', 1);
    await rate('khong-ro', 1);
    await close(campaign);
    const [proposal] = (await proposals(campaign)).proposals;
    expect(proposal).toMatchObject({ answer: { responses: { A: 6, B: 4, C: 2, D: 0 } }, percent: '73.3333', responses: 7, points: '14.6700', low: null });
    expect(proposal!.source).toContain('7 phiếu, đạt 73,3333 %');
  });

  /** A province of another application: codes of agencies and sets are unique. */
  async function aRated(document: CriteriaSet) {
    await test.close();
    test = await startTestApp();
    province = await aProvince(test.db, document);
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    cycle = await province.cycle('appraisal');
    first = await province.assessed({ cycle });
    second = await province.assessed({ cycle });
    return { noiVu, cycle, assessed: first };
  }

  it('gets nothing of an agency with too few forms, of an exempt one, and of one that was not asked about; and says so', async () => {
    const exempt = await province.assessed({ cycle, exempt: ['2'] });
    const campaign = await opened([first.agency, second.agency, exempt.agency]);
    await send(campaign, first.agency.id, sipasAnswers(), 4);
    await send(campaign, exempt.agency.id, sipasAnswers(), 6);
    await close(campaign);
    const { proposals: open, without } = await proposals(campaign);
    expect(open).toEqual([]);
    const because = (id: string) => without.find(({ agency }) => agency.id === id)?.because;
    expect([because(first.agency.id), because(second.agency.id), because(exempt.agency.id)]).toEqual(['Có ít hơn 5 phiếu nên không đề xuất.', 'Có ít hơn 5 phiếu nên không đề xuất.', 'Cơ quan được miễn tiêu chí này.']);
  });

  it('takes a correction as a new proposal, which needs a reason where a figure stands', async () => {
    const campaign = await opened([first.agency]);
    await send(campaign, first.agency.id, sipasAnswers('hai-long'), 8);
    await send(campaign, first.agency.id, sipasAnswers('binh-thuong'), 1);
    await close(campaign);
    const [proposal] = (await proposals(campaign)).proposals;
    await accept(campaign, [proposal!.id]).expect(200);
    expect((await noiVu.post(url(campaign, 'proposals/renewal')).expect(200)).body).toEqual({ opened: 0, superseded: 0, unchanged: 1 });
    const [{ id }] = await test.db.query(`select id from survey_form where campaign_id = $1 and answers ->> 'hai-long-chung' = 'binh-thuong'`, [campaign.id]);
    expect((await noiVu.post(url(campaign, `forms/${id}/exclusion`)).send({ reason: ' ' })).body.code).toBe('reason.required');
    await noiVu.post(url(campaign, `forms/${id}/exclusion`)).send({ reason: 'Phiếu thử máy' }).expect(200);
    expect((await noiVu.post(url(campaign, 'proposals/renewal')).expect(200)).body).toEqual({ opened: 1, superseded: 0, unchanged: 0 });
    const [renewed] = (await proposals(campaign)).proposals;
    expect(renewed).toMatchObject({ state: 'open', answer: { percent: 100 }, responses: 8, standing: { percent: 88.8889 } });
    expect((await accept(campaign, [renewed!.id])).body).toMatchObject({ status: 422, code: 'reason.required' });
    await accept(campaign, [renewed!.id], 'Đã loại phiếu thử').expect(200);
    expect((await pointsOf(first)).surveyPoints).toBe(20);
    expect((await accept(campaign, [renewed!.id], 'x')).body).toMatchObject({ status: 409, code: 'survey.proposal-settled' });
  });

  it('takes a figure from elsewhere before its own forms', async () => {
    const campaign = await opened([first.agency]);
    await send(campaign, first.agency.id, sipasAnswers('hai-long'), 6);
    const file = await aSheet([['Mã cơ quan', 'Tiêu chí', 'Tỷ lệ %', 'Số phiếu', 'Nguồn'], [first.agency.code, SURVEY_CODE, '91,17', '350', 'Bộ Nội vụ']]);
    const upload = (dryRun: string) => noiVu.post(url(campaign, 'external-results/import')).query({ dryRun }).attach('file', file, 'a.xlsx');
    expect((await upload('true').expect(200)).body).toEqual({ dryRun: true, rows: [{ row: 2, agencyCode: first.agency.code, code: SURVEY_CODE, percent: '91.17', effect: 'create' }], errors: [] });
    await upload('false').expect(200);
    expect((await upload('true').expect(200)).body.rows).toMatchObject([{ effect: 'unchanged' }]);
    await close(campaign);
    const [proposal] = (await proposals(campaign)).proposals;
    expect(proposal).toMatchObject({ answer: { percent: 91.17 }, points: '18.2300', responses: 350, source: 'Khảo sát «Khảo sát thử» (Bộ Nội vụ): 350 phiếu, đạt 91,17 %' });
  });

  it.each<[string, readonly (string | number)[], string]>([
    ['an agency that there is not', ['khong-co', SURVEY_CODE, '50', '', 'Bộ'], 'A2'],
    ['a criterion that is not fed', ['?', '1.1', '50', '', 'Bộ'], 'B2'],
    ['more than all', ['?', SURVEY_CODE, '100,1', '', 'Bộ'], 'C2'],
    ['half a form', ['?', SURVEY_CODE, '50', '1,5', 'Bộ'], 'D2'],
    ['no source', ['?', SURVEY_CODE, '50', '', ''], 'E2'],
  ])('refuses %s from elsewhere, by the cell', async (_, row, cell) => {
    const campaign = await opened([first.agency]);
    const file = await aSheet([['Mã cơ quan', 'Tiêu chí', 'Tỷ lệ %', 'Số phiếu', 'Nguồn'], row.map((value) => (value === '?' ? first.agency.code : value))]);
    const upload = (dryRun: string) => noiVu.post(url(campaign, 'external-results/import')).query({ dryRun }).attach('file', file, 'a.xlsx');
    expect((await upload('true').expect(200)).body.errors.map((error: { cell: string }) => error.cell)).toEqual([cell]);
    expect((await upload('false').expect(422)).body.code).toBe('import.invalid');
  });

  it('waits for the substitute at Sở Nội vụ itself, and for nobody of the agency', async () => {
    const own = await province.assessed({ cycle, agency: province.noiVu });
    const campaign = await opened([own.agency]);
    await send(campaign, own.agency.id, sipasAnswers(), 6);
    await close(campaign);
    const [proposal] = (await proposals(campaign)).proposals;
    expect(proposal!.lockedBecause).toContain('Không ai được thẩm định cơ quan của chính mình');
    const { body } = await accept(campaign, [proposal!.id]);
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/ids/0', code: 'access.own-agency' }] });
    expect(await test.db.query(`select from appraisal_layer where assessment_id = $1 and layer = 'base'`, [own.id])).toEqual([]);
    const tuPhap = await test.signedInAs([{ role: 'appraiser', agencyId: province.tuPhap.id }]);
    expect(await proposals(campaign, tuPhap)).toMatchObject({ proposals: [{ lockedBecause: null }], without: [] });
    const stranger = await test.signedInAs([{ role: 'appraiser', agencyId: first.agency.id }]);
    expect(await proposals(campaign, stranger)).toEqual({ proposals: [], without: [] });
    await accept(campaign, [proposal!.id], '', tuPhap).expect(200);
  });

  it('accepts all or none', async () => {
    const campaign = await opened();
    await send(campaign, first.agency.id, sipasAnswers(), 6);
    await send(campaign, second.agency.id, sipasAnswers(), 6);
    await close(campaign);
    const open = (await proposals(campaign)).proposals;
    await noiVu.post(url(campaign, 'proposals/rejection')).send({ ids: [open[0]!.id], reason: 'Sai mẫu' }).expect(200);
    expect((await accept(campaign, open.map(({ id }) => id))).body.code).toBe('survey.proposal-settled');
    expect((await accept(campaign, [open[1]!.id, first.id])).status).toBe(404);
    expect(await test.db.query(`select from appraisal_layer where assessment_id = any($1) and layer = 'base'`, [[first.id, second.id]])).toEqual([]);
  });

  it('can’t be published while a proposal is open', async () => {
    const campaign = await opened([first.agency]);
    await send(campaign, first.agency.id, sipasAnswers(), 6);
    await close(campaign);
    const blockers = async () => ((await noiVu.get(`/api/v1/cycles/${cycle.id}/publication-check`).expect(200)).body.blockers as readonly { kind: string; codes: readonly string[] }[]).filter(({ kind }) => kind === 'survey-proposal-open');
    expect(await blockers()).toMatchObject([{ codes: [SURVEY_CODE], agency: { id: first.agency.id } }]);
    const work = async () => ((await noiVu.get('/api/v1/work').expect(200)).body as WorkView).items.filter(({ kind, cycleId }) => kind === 'decide-survey-proposals' && cycleId === cycle.id);
    expect(await work()).toMatchObject([{ details: { count: 1 }, urgency: 'due' }]);
    await accept(campaign, [(await proposals(campaign)).proposals[0]!.id]).expect(200);
    expect([await blockers(), await work()]).toEqual([[], []]);
  });
});
