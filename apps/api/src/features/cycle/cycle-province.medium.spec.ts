import type { Actor, CycleView, Phase } from '@par-index/contract';
import { compileCriteriaSet, type CriteriaSet as CriteriaSetDocument } from '@par-index/scoring';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { daysFromNow, windowsAround } from '../../../test/factories/cycle.factory';
import { cycleServices } from '../../../test/factories/cycle-services';
import departments from '../../demo/province/so-ban-nganh-2026.json';
import communes from '../../demo/province/xa-phuong-2026.json';
import type { Agency } from '../organisation/agency.entity';

const SETS = [departments, communes] as unknown as readonly CriteriaSetDocument[];
const OWNERS = [...new Set(SETS.flatMap((set) => compileCriteriaSet(set).leaves.flatMap(({ appraiser }) => appraiser ?? [])))];
const COMMUNES = 40;

/** Every criterion that somebody appraises, at every agency of its group. */
const assignmentsOf = (set: CriteriaSetDocument, agencies: number): number =>
  compileCriteriaSet(set).leaves.filter(({ source }) => source === 'self' || source === 'appraiser').length * agencies;

describe('a cycle of the size of a province', () => {
  let db: DataSource;
  let services: ReturnType<typeof cycleServices>;
  let actor: Actor;
  let owners: readonly Agency[];
  let cycle: CycleView;

  beforeAll(async () => {
    db = await openTestDatabase();
    services = cycleServices(db);
    owners = await inTurn(OWNERS, (code) => anAgency(db, { code, groupCode: 'so-ban-nganh' }));
    await inTurn(Array.from({ length: COMMUNES }), () => anAgency(db, { groupCode: 'xa-phuong' }));
    actor = await aPerson(db, { role: 'home-affairs', agencyId: owners[0]!.id });
    const sets = await inTurn(SETS, (document) => aCriteriaSet(db, { document }));
    cycle = await services.cycles.create(actor, {
      year: 2026,
      title: 'Cả tỉnh',
      leadAgencyId: owners[0]!.id,
      criteriaSetIds: sets.map(({ id }) => id),
      windows: windowsAround('self-assessment'),
      substitutes: [],
    });
  });
  afterAll(() => db.destroy());

  const open = async (to: Phase) => {
    const { version } = await services.cycles.get(actor, cycle.id);
    return services.phases.open(actor, cycle.id, version, { to, reason: 'Theo kế hoạch' });
  };

  it('cannot open while a field owner would appraise itself, and names every one of them', async () => {
    const { blockers } = await services.phases.preview(actor, cycle.id);
    expect(blockers).toHaveLength(owners.length);
    for (const { name } of owners) {
      expect(blockers.some((blocker) => blocker.startsWith(`${name} phụ trách thẩm định`))).toBe(true);
    }
    await expect(open('self-assessment')).rejects.toMatchObject({ code: 'cycle.phase-blocked' });
  });

  it('opens with a substitute for each, in as many statements as for one agency', async () => {
    const substitutes = owners.map(({ id }, place) => ({ ownerAgencyId: id, substituteAgencyId: owners[(place + 1) % owners.length]!.id }));
    await services.cycles.edit(actor, cycle.id, cycle.version, { title: cycle.title, windows: cycle.windows, substitutes });
    expect(await countQueries(db, () => open('self-assessment'))).toBeLessThan(40);
    expect(await services.cycles.get(actor, cycle.id)).toMatchObject({
      phase: 'self-assessment',
      participantCount: owners.length + COMMUNES,
    });
  });

  it('has assigned every appraised criterion of every agency once, and none to the agency itself', async () => {
    const [counted] = await db.query(`
      select count(*)::int as all, count(*) filter (where t.agency_id = a.agency_id)::int as own
      from appraisal_assignment t join assessment a on a.id = t.assessment_id`);
    expect(counted).toEqual({ all: assignmentsOf(SETS[0]!, owners.length) + assignmentsOf(SETS[1]!, COMMUNES), own: 0 });
  });

  it('shows who is where on one page, in the same few queries as for one agency', async () => {
    const { items, total } = await services.progress.list(cycle.id, { pageSize: 200 });
    expect(total).toBe(owners.length + COMMUNES);
    expect(items.map(({ groupCode }) => groupCode)).toEqual([
      ...owners.map(() => 'so-ban-nganh'),
      ...Array.from({ length: COMMUNES }, () => 'xa-phuong'),
    ]);
    expect(
      items.every(({ answered, toAnswer, decided, toDecide }) => answered === 0 && toAnswer > 0 && decided === 0 && toDecide >= toAnswer),
    ).toBe(true);
    expect(await countQueries(db, () => services.progress.list(cycle.id, { pageSize: 200 }))).toBe(4);
  });

  it('goes through all its phases, one at a time, while their dates are ahead', async () => {
    const { windows, version, title } = await services.cycles.get(actor, cycle.id);
    const [self, ...ahead] = windows;
    const later = ahead.map((window, place) => ({
      ...window,
      opensAt: daysFromNow(10 + 3 * place).toISOString(),
      deadlineAt: daysFromNow(11 + 3 * place).toISOString(),
      closeAt: daysFromNow(12 + 3 * place).toISOString(),
    }));
    await services.cycles.edit(actor, cycle.id, version, { title, windows: [self!, ...later], reason: 'Dời lịch' });
    for (const phase of ['appraisal', 'explanation', 'reappraisal', 'council', 'preliminary'] as const) {
      expect(await open(phase)).toMatchObject({ phase });
    }
    await expect(open('published')).rejects.toMatchObject({ code: 'cycle.phase-illegal' });
  });
});

/** One after the other, so that what is made comes in the order asked for. */
async function inTurn<T, R>(items: readonly T[], make: (item: T) => Promise<R>): Promise<readonly R[]> {
  const made: R[] = [];
  for (const item of items) {
    made.push(await make(item));
  }
  return made;
}
