import type { AssessmentSummary, AssessmentView, CycleView, Page as ListPage } from '@par-index/contract';
import { guidePicture } from './harness/guide-picture';
import { expectComplaint, openPage, origin } from './harness/journey';
import { demoPerson } from './harness/province';

/** Of what needs a year of its own, the journeys of that year take the pictures: receipts, assignment, year and next-year. */
describe('The pictures of the guide', () => {
  it('show an officer at a criterion with its evidence and its «vì sao?»', async () => {
    const page = await openPage({ as: 'canbo.syt', path: '/assessments' });
    await page.waitForURL(/\/assessments\/[^/]+/);
    await page.goto(`${page.url().replace(/\/$/, '')}/1.1.3`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: /Mức độ hoàn thành kế hoạch cải cách hành chính năm/ }).first().waitFor();
    await guidePicture(page, 'self-assessment');
  });

  it('show an appraiser at the desk', async () => {
    const page = await openPage({ as: 'thamdinh.vp', path: '/appraisals' });
    await page.getByText('Sở Công Thương').first().click();
    await page.waitForURL(/\/appraisals\/[^/]+\/[^/]+/);
    await page.locator('par-document-viewer canvas').first().waitFor();
    await page.waitForTimeout(1500);
    await guidePicture(page, 'appraisal');
  });

  it('show one criterion at all communes, and what is pointed out at one of them', async () => {
    const page = await openPage({ as: 'thamdinh.stp', path: '/appraisals?group=xa-phuong' });
    await page.getByRole('link', { name: 'Thẩm định theo tiêu chí' }).click();
    await page.locator('[data-line]').first().waitFor();
    await guidePicture(page, 'by-criterion');
    await page.getByRole('button', { name: /^có gợi ý/ }).click();
    await page.locator('[data-line]').first().click();
    await page.getByRole('heading', { name: 'Gợi ý kiểm tra' }).waitFor();
    await guidePicture(page, 'hints');
  });

  it('show what one is told of', async () => {
    const page = await openPage({ as: 'canbo.syt', path: '/inbox' });
    await page.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor();
    await page.locator('par-inbox-page li').first().waitFor();
    await guidePicture(page, 'inbox');
  });

  it('show work that goes on without a network', async () => {
    const officer = await demoPerson('canbo.syt');
    const { page } = officer;
    expectComplaint(page, /request failed|net::ERR|ERR_INTERNET_DISCONNECTED|Failed to fetch/);
    const { items } = await officer.get<ListPage<AssessmentSummary>>('/assessments?pageSize=100');
    const open = items.find(({ state }) => state === 'drafting');
    if (!open) throw new Error('The demonstration has no assessment of this officer that is being drafted');
    const { answers } = await officer.get<AssessmentView>(`/assessments/${open.id}`);
    const code = answers[0]?.code ?? '';
    const before = answers[0]?.note ?? '';
    await page.goto(`${origin()}/assessments/${open.id}/${code}`, { waitUntil: 'networkidle' });
    await page.context().setOffline(true);
    const note = page.getByRole('textbox', { name: 'Thuyết minh', exact: true });
    await note.fill('Số liệu theo báo cáo quý III.');
    await page.getByText('1 tiêu chí chưa gửi được lên máy chủ').waitFor();
    await guidePicture(page, 'offline');
    await page.context().setOffline(false);
    await page.getByText('chưa gửi được lên máy chủ').waitFor({ state: 'detached' });
    await note.fill(before);
    await page.getByText(/^Đã lưu \d/).waitFor();
  });

  it('show a cycle and a ranking', async () => {
    const cycle = await openPage({ as: 'noivu2', path: '/cycles' });
    await cycle.getByRole('link', { name: 'Đánh giá chỉ số cải cách hành chính năm 2026' }).click();
    await cycle.getByRole('heading', { name: 'Tiến độ' }).waitFor();
    await cycle.waitForLoadState('networkidle');
    await guidePicture(cycle, 'cycle');
    const ranking = await openPage({ path: '/public' });
    await ranking.getByText('Dẫn đầu').waitFor();
    await guidePicture(ranking, 'ranking');
  });

  it('show how the work of a department is shared', async () => {
    const homeAffairs = await demoPerson('noivu');
    const { page } = homeAffairs;
    const running = (await homeAffairs.get<readonly CycleView[]>('/cycles')).find(({ year }) => year === 2026)?.id ?? '';
    await page.goto(`${origin()}/assignments/${running}`, { waitUntil: 'networkidle' });
    await page.getByRole('grid', { name: 'Tiêu chí và cơ quan thẩm định' }).waitFor();
    await guidePicture(page, 'assignment');
    await page.goto(`${origin()}/assignments/${running}/people`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: 'Từng người' }).waitFor();
    await guidePicture(page, 'sharing');
  });
});
