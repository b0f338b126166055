import type { Actor } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aProvince, type Province } from '../../../test/factories/province.factory';
import type { Cycle } from '../cycle/cycle.entity';
import { AppraisalService } from './appraisal.service';
import { Worklists } from './worklist.service';

describe('Worklists', () => {
  let test: TestApp;
  let province: Province;
  let worklists: Worklists;
  let noiVu: Actor;
  let tuPhap: Actor;
  let cycle: Cycle;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    worklists = test.app.get(Worklists);
    noiVu = await province.person('appraiser', province.noiVu);
    tuPhap = await province.person('appraiser', province.tuPhap);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    cycle = await province.cycle('appraisal');
  });

  const list = (actor: Actor, query = {}) => worklists.list(actor, { cycleId: cycle.id, ...query });
  const namesOf = async (actor: Actor, query = {}) => (await list(actor, query)).items.map(({ agency }) => agency.name);

  it('shows each agency with how far the actor\'s own criteria are', async () => {
    const { id } = await province.assessed({ cycle });
    const decision = { kind: 'accept', reason: '', explanationWanted: true, question: 'Vì sao?' } as const;
    await test.app.get(AppraisalService).decide(noiVu, { assessmentId: id, code: '1.1', version: 0, request: decision });
    expect((await list(noiVu)).items).toMatchObject([{ assessmentId: id, groupCode: 'so-ban-nganh', state: 'submitted', decided: 1, toDecide: 4, explanationWanted: 1 }]);
    expect((await list(tuPhap)).items).toMatchObject([{ assessmentId: id, decided: 0, toDecide: 2, explanationWanted: 0 }]);
  });

  it('counts no exempt criterion, nor what lies below one', async () => {
    await province.assessed({ cycle, exempt: ['1'] });
    expect((await list(noiVu)).items).toMatchObject([{ toDecide: 2 }]);
    expect((await list(tuPhap)).items).toMatchObject([{ toDecide: 1 }]);
  });

  it('shows who has not handed in yet, with the state alone', async () => {
    await province.assessed({ cycle, state: 'drafting' });
    expect((await list(noiVu)).items).toMatchObject([{ state: 'drafting', submittedAt: null, decided: 0, toDecide: 4 }]);
  });

  it('never shows the own agency, not even to who reads all', async () => {
    await province.assessed({ cycle, agency: province.noiVu });
    await province.assessed({ cycle, agency: province.tuPhap });
    const council = await province.person('council-member', province.tuPhap);
    expect(await namesOf(noiVu)).toEqual(['Sở Tư pháp']);
    expect(await namesOf(tuPhap)).toEqual(['Sở Nội vụ']);
    expect(await namesOf(council)).toEqual(['Sở Nội vụ']);
  });

  it('shows all agencies to the council, and only those assigned to an appraiser', async () => {
    await province.assessed({ cycle });
    const stranger = await anAgency(test.db);
    expect(await namesOf(await province.person('council-member', stranger))).toHaveLength(1);
    expect(await namesOf(await province.person('appraiser', stranger))).toEqual([]);
  });

  it('finds by state, group and words without accents', async () => {
    await province.assessed({ cycle, agency: await anAgency(test.db, { name: 'Sở Xây dựng' }) });
    await province.assessed({ cycle, agency: await anAgency(test.db, { name: 'Sở Y tế' }), state: 'drafting' });
    expect(await namesOf(noiVu, { search: 'xay dung' })).toEqual(['Sở Xây dựng']);
    expect(await namesOf(noiVu, { state: 'drafting' })).toEqual(['Sở Y tế']);
    expect(await namesOf(noiVu, { groupCode: 'xa-phuong' })).toEqual([]);
    expect(await namesOf(noiVu, { search: '%' })).toEqual([]);
  });

  it('finds what came in late, and what never came in', async () => {
    const [late, taken] = [await province.assessed({ cycle }), await province.assessed({ cycle })];
    await province.assessed({ cycle });
    await test.db.query('update assessment set late = true where id = $1', [late.id]);
    await test.db.query('update assessment set not_submitted = true where id = $1', [taken.id]);
    const found = async (marked: 'late' | 'not-submitted') => (await list(noiVu, { marked })).items.map(({ assessmentId }) => assessmentId);
    expect([await found('late'), await found('not-submitted')]).toEqual([[late.id], [taken.id]]);
  });

  it('lists in Vietnamese order, page by page, with the whole count', async () => {
    for (const name of ['Sở Đặng', 'Sở Dương', 'Sở Ân', 'Sở An']) await province.assessed({ cycle, agency: await anAgency(test.db, { name }) });
    const first = await list(noiVu, { page: 1, pageSize: 3 });
    expect(first.items.map(({ agency }) => agency.name)).toEqual(['Sở An', 'Sở Ân', 'Sở Dương']);
    expect(first).toMatchObject({ total: 4, page: 1, pageSize: 3 });
    expect(await namesOf(noiVu, { page: 2, pageSize: 3 })).toEqual(['Sở Đặng']);
  });

  it('asks twice, however many agencies there are', async () => {
    await province.assessed({ cycle });
    const one = await countQueries(test.db, () => list(noiVu));
    for (let more = 0; more < 4; more += 1) await province.assessed({ cycle });
    expect(await countQueries(test.db, () => list(noiVu))).toBe(one);
    expect(one).toBe(2);
  });
});
