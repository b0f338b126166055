import type { LineageKind } from '@par-index/contract';
import { startTestApp, type Browser, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import type { Agency } from '../organisation/agency.entity';
import { AgencyLineage } from '../organisation/agency-lineage.entity';

describe('the year before on the page of an assessment', () => {
  let test: TestApp;
  let province: Province;
  let now: Assessed;
  let officer: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    now = await province.assessed({ cycle: await province.cycle('self-assessment', 2026), state: 'drafting' });
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId: now.agency.id }]);
  });

  /** The agencies' assessments of a published year, in which 1.2 was decided otherwise than declared. */
  async function past(agencies: readonly Agency[], year = 2025): Promise<void> {
    const cycle = await province.cycle('appraisal', year);
    for (const agency of agencies) {
      const one = await province.assessed({ agency, cycle, state: 'final' });
      await aLayer(test.db, one.id, { code: '1.2', kind: 'correct', answer: { choice: 'du' }, points: '10', reason: 'Đủ' });
    }
    await test.db.query(`update cycle set phase = 'published' where id = $1`, [cycle.id]);
  }
  const descend = (predecessor: Agency, kind: LineageKind = 'merge') =>
    test.db.manager.insert(AgencyLineage, { predecessorId: predecessor.id, successorId: now.agency.id, kind, effectiveOn: '2026-07-01', legalBasis: 'Nghị quyết' });
  const view = async () => (await officer.get(`/api/v1/assessments/${now.id}`).expect(200)).body;
  const of = (lines: readonly { readonly code: string }[], code: string) => lines.filter((line) => line.code === code);

  it('is the own one, as before', async () => {
    await past([now.agency]);
    const { previous, predecessors } = await view();
    expect(of(previous, '1.2')).toEqual([{ code: '1.2', answer: { choice: 'thieu' }, points: 10 }]);
    expect(predecessors).toEqual([]);
  });

  it('is that of each predecessor, by name and by itself', async () => {
    const [b, a] = [await anAgency(test.db, { name: 'Xã Bình' }), await anAgency(test.db, { name: 'Xã An' })];
    await past([b, a]);
    await descend(a);
    await descend(b);
    const { previous, predecessors } = await view();
    expect(previous).toEqual([]);
    expect(of(predecessors, '1.1')).toMatchObject(['Xã An', 'Xã Bình'].map((name) => ({ agency: { name }, answer: { numerator: 19, denominator: 20 }, points: 20 })));
    expect(of(predecessors, '1.2')).toMatchObject([{ answer: { choice: 'thieu' }, points: 10 }, { points: 10 }]);
  });

  it('is that of one cycle: of all predecessors in the newest that any of them took part in', async () => {
    const [a, b] = [await anAgency(test.db, { name: 'Xã An' }), await anAgency(test.db, { name: 'Xã Bình' })];
    await past([a, b]);
    await past([a], 2024);
    await descend(a);
    await descend(b);
    const { predecessors } = await view();
    expect(of(predecessors, '1.1')).toMatchObject([{ agency: { id: a.id } }, { agency: { id: b.id } }]);
  });

  it('is for an appraiser that of the criteria assigned to the own agency alone', async () => {
    const a = await anAgency(test.db, { name: 'Xã An' });
    await past([a]);
    await descend(a);
    await test.db.query(`update assessment set state = 'submitted' where id = $1`, [now.id]);
    const appraiser = await test.signedInAs([{ role: 'appraiser', agencyId: province.tuPhap.id }]);
    const { body } = await appraiser.get(`/api/v1/assessments/${now.id}`).expect(200);
    expect(new Set(body.predecessors.map(({ code }: { code: string }) => code))).toEqual(new Set(['1.3']));
    const page = await appraiser.get(`/api/v1/appraisals/${now.id}`).expect(200);
    expect(page.body.criteria.find(({ code }: { code: string }) => code === '1.3').predecessors).toMatchObject([{ agency: { name: 'Xã An' } }]);
  });

  it('costs as many queries as without predecessors', async () => {
    const bare = await countQueries(test.db, view);
    const agencies = [await anAgency(test.db), await anAgency(test.db)];
    await past(agencies);
    await Promise.all(agencies.map((agency) => descend(agency)));
    expect(await countQueries(test.db, view)).toBe(bare);
  });
});
