import type { Actor } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { aUser } from '../../../test/factories/user.factory';
import type { Cycle } from '../cycle/cycle.entity';

/** What is assigned, decided, left and wants an explanation: wherever it is shown, it is the same number. */
describe('the counters of one province', () => {
  let test: TestApp;
  let db: DataSource;
  let province: Province;
  let cycle: Cycle;
  let noiVu: Browser;
  let an: Browser;
  let binh: Browser;
  let ids: { readonly an: string; readonly binh: string };
  let assessed: readonly Assessed[];

  beforeAll(async () => {
    test = await startTestApp();
    db = test.db;
    province = await aProvince(db);
    cycle = await province.cycle('appraisal');
    assessed = [await province.assessed({ cycle }), await province.assessed({ cycle, exempt: ['1.2'] }), await province.assessed({ cycle }), await province.assessed({ cycle, state: 'drafting' })];
    const appraiser = { role: 'appraiser' as const, agencyId: province.noiVu.id };
    const people = [await aUser(db, { grants: [appraiser], hasPassword: false }), await aUser(db, { grants: [appraiser], hasPassword: false })] as const;
    ids = { an: people[0].id, binh: people[1].id };
    [an, binh] = [await test.signedIn(ids.an), await test.signedIn(ids.binh)];
    noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
    const [first, second] = assessed as [Assessed, Assessed];
    await aLayer(db, first.id, { code: '1.1', explanationWanted: true, question: 'Vì sao?' });
    await aLayer(db, first.id, { code: '1.3', explanationWanted: true, question: 'Vì sao?' });
    await aLayer(db, second.id, { code: '1.1' });
    await aLayer(db, second.id, { code: '1.2', explanationWanted: true, question: 'Miễn rồi' });
    await db.query('update appraisal_assignment set person_id = $2 where assessment_id = $1 and agency_id = $3', [first.id, ids.an, province.noiVu.id]);
    await db.query('update appraisal_assignment set person_id = $2 where assessment_id = $1 and agency_id = $3', [second.id, ids.binh, province.noiVu.id]);
  });
  afterAll(() => test.close());

  interface Counts {
    readonly assigned: number;
    readonly decided: number;
  }
  const get = async <T>(browser: Browser, path: string): Promise<T> => (await browser.get(`/api/v1${path}`).expect(200)).body as T;
  const sum = (counts: readonly Counts[]): Counts => ({ assigned: counts.reduce((all, one) => all + one.assigned, 0), decided: counts.reduce((all, one) => all + one.decided, 0) });

  interface WorklistItem {
    readonly assessmentId: string;
    readonly toDecide: number;
    readonly decided: number;
    readonly explanationWanted: number;
  }
  const worklist = async (browser: Browser, mine = ''): Promise<readonly WorklistItem[]> => (await get<{ readonly items: readonly WorklistItem[] }>(browser, `/appraisals?cycleId=${cycle.id}${mine}`)).items;
  const inWorklist = async (browser: Browser, mine = '') => sum((await worklist(browser, mine)).map(({ toDecide: assigned, decided }) => ({ assigned, decided })));
  const balance = (browser: Browser, agencyId: string) =>
    get<{ readonly people: readonly (Counts & { readonly person: { readonly id: string } | null; readonly left: number; readonly explanationWanted: number })[]; readonly units: readonly Counts[] }>(browser, `/cycles/${cycle.id}/balance/${agencyId}`);
  const departments = () => get<readonly (Counts & { readonly agency: { readonly id: string }; readonly left: number; readonly explanationWanted: number })[]>(noiVu, `/cycles/${cycle.id}/balance`);

  it('of a department are the same in the worklist, the balance of its people and of its units, and among the departments', async () => {
    const { people, units } = await balance(an, province.noiVu.id);
    const department = (await departments()).find(({ agency }) => agency.id === province.noiVu.id);
    const expected = { assigned: 15, decided: 2 };
    expect(await inWorklist(an)).toEqual(expected);
    expect(sum(people)).toEqual(expected);
    expect(sum(units)).toEqual(expected);
    expect(department).toMatchObject(expected);
    const wanted = (await worklist(an)).reduce((all, { explanationWanted }) => all + explanationWanted, 0);
    expect(wanted).toBe(1);
    expect(people.reduce((all, { explanationWanted }) => all + explanationWanted, 0)).toBe(wanted);
    expect(department?.explanationWanted).toBe(wanted);
  });

  it('of the whole cycle are the same in the progress and among the departments', async () => {
    const { items } = await get<{ readonly items: readonly { readonly toDecide: number; readonly decided: number }[] }>(noiVu, `/cycles/${cycle.id}/progress`);
    const inProgress = sum(items.map(({ toDecide: assigned, decided }) => ({ assigned, decided })));
    expect(inProgress).toEqual({ assigned: 23, decided: 3 });
    expect(sum(await departments())).toEqual(inProgress);
  });

  it('of one agency are the same in the worklist and, criterion by criterion, on its page', async () => {
    for (const { assessmentId, toDecide, decided } of (await worklist(an)).filter((one) => one.assessmentId !== assessed[3]?.id)) {
      const { criteria } = await get<{ readonly criteria: readonly { readonly appraiser: { readonly id: string } | null; readonly layers: readonly { readonly layer: string }[] }[] }>(an, `/appraisals/${assessmentId}`);
      const own = criteria.filter(({ appraiser }) => appraiser?.id === province.noiVu.id);
      expect({ toDecide: own.length, decided: own.filter(({ layers }) => layers.some(({ layer }) => layer === 'appraisal-1')).length }).toEqual({ toDecide, decided });
    }
  });

  it('of a person are the same in the worklist of what is theirs and in the balance, and what is left in «việc của tôi» too', async () => {
    const { people } = await balance(an, province.noiVu.id);
    const nobodys = people.find(({ person }) => person === null)?.left ?? 0;
    for (const [browser, id] of [[an, ids.an], [binh, ids.binh]] as const) {
      const own = people.find(({ person }) => person?.id === id);
      expect(await inWorklist(browser, '&mine=true')).toEqual({ assigned: own?.assigned, decided: own?.decided });
      const work = await get<{ readonly items: readonly { readonly kind: string; readonly cycleId: string; readonly details: { readonly left: number } }[] }>(browser, '/work');
      expect(work.items.find(({ kind, cycleId }) => kind === 'appraise' && cycleId === cycle.id)?.details.left).toBe((own?.left ?? 0) + nobodys);
    }
  });

  it('of what is left over the whole cycle are the same for Sở Nội vụ and among the departments', async () => {
    const work = await get<{ readonly items: readonly { readonly kind: string; readonly cycleId: string; readonly details: { readonly undecided: number } }[] }>(noiVu, '/work');
    const left = (await departments()).reduce((all, department) => all + department.left, 0);
    expect(work.items.find(({ kind, cycleId }) => kind === 'oversee' && cycleId === cycle.id)?.details.undecided).toBe(left);
    expect(left).toBe(14);
  });

  it('follow whoever stands in for somebody today', async () => {
    const actor: Pick<Actor, 'id'> = { id: ids.binh };
    await db.query(
      `insert into delegation (kind, agency_id, from_user_id, to_user_id, starts_on, ends_on, reason, created_by)
       select 'appraisal', $1, $2, $3, d, d, 'Ốm', $2 from (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as d) t`,
      [province.noiVu.id, ids.an, actor.id],
    );
    expect(await inWorklist(binh, '&mine=true')).toEqual(sum([await inWorklist(an, '&mine=true'), { assigned: 3, decided: 1 }]));
  });
});
