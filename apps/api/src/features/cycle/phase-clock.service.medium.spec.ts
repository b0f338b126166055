import { type Phase, PHASES } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { aCycle, windowsAround } from '../../../test/factories/cycle.factory';
import { cycleServices } from '../../../test/factories/cycle-services';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Cycle } from './cycle.entity';

describe('PhaseClock', () => {
  let db: DataSource;
  let services: ReturnType<typeof cycleServices>;

  beforeAll(async () => {
    db = await openTestDatabase();
  });
  beforeEach(() => {
    services = cycleServices(db);
  });
  afterEach(() => db.query(`update cycle set phase = 'published'`));
  afterAll(() => db.destroy());

  const phaseOf = async (id: string): Promise<Phase> => (await db.manager.findOneByOrFail(Cycle, { id })).phase;
  const linesOf = (cycleId: string, event: AuditEvent['event']) => db.manager.findBy(AuditEvent, { cycleId, event });

  /** In a phase whose successor's day came five days ago. */
  const due = (phase: Phase) => aCycle(db, { phase, windows: windowsAround(PHASES[PHASES.indexOf(phase) + 1] as Phase) });

  it.each<[Phase, Phase]>([
    ['self-assessment', 'appraisal'],
    ['appraisal', 'explanation'],
    ['explanation', 'reappraisal'],
    ['reappraisal', 'council'],
    ['council', 'preliminary'],
  ])('opens what follows %s when its day has come: %s', async (phase, to) => {
    const { id, version } = await due(phase);
    await services.phaseClock.openDue();
    expect(await db.manager.findOneByOrFail(Cycle, { id })).toMatchObject({ phase: to, version: version + 1 });
    expect(await linesOf(id, 'cycle.phase-opened')).toMatchObject([{ actorId: null, payload: { from: phase, to, reason: 'theo lịch' } }]);
  });

  it('leaves a phase whose day is still to come', async () => {
    const { id } = await aCycle(db, { phase: 'appraisal' });
    await services.phaseClock.openDue();
    expect(await phaseOf(id)).toBe('appraisal');
  });

  it('never publishes', async () => {
    const { id } = await aCycle(db, { phase: 'preliminary', windows: windowsAround('published') });
    await services.phaseClock.openDue();
    expect(await phaseOf(id)).toBe('preliminary');
  });

  it('moves once, however many servers tick at the same time', async () => {
    const { id } = await due('appraisal');
    const other = cycleServices(db);
    await Promise.all(Array.from({ length: 4 }, () => db.query('select pg_sleep(0.02)')));
    await Promise.all([services.phaseClock.openDue(), other.phaseClock.openDue(), services.phaseClock.openDue()]);
    expect(await phaseOf(id)).toBe('explanation');
    expect(await linesOf(id, 'cycle.phase-opened')).toHaveLength(1);
  });

  it.each([
    ['what stands in the way', { blockers: ['Còn 2 mục chưa kết luận.'] }],
    ['what a person has to answer for', { forAPerson: ['3 hồ sơ còn tiêu chí chưa thẩm định.'] }],
  ])('waits for %s, and tells once', async (_, consequences) => {
    const { id } = await due('appraisal');
    const told: unknown[] = [];
    services.effects.add(() => Promise.resolve(consequences));
    services.events.on('cycle.clock-waits', (_tx, payload) => Promise.resolve(void told.push(payload)));
    await services.phaseClock.openDue();
    await services.phaseClock.openDue();
    expect(await phaseOf(id)).toBe('appraisal');
    const waitsFor = Object.values(consequences).flat();
    expect(told).toEqual([{ cycleId: id, to: 'explanation', waitsFor }]);
    expect(await linesOf(id, 'cycle.clock-waits')).toMatchObject([{ payload: { to: 'explanation', waitsFor } }]);
  });

  it('does not let one cycle hold up another', async () => {
    const [stuck, free] = [await due('appraisal'), await due('appraisal')];
    services.events.on('cycle.phase-opened', (_tx, { cycleId }) => (cycleId === stuck.id ? Promise.reject(new Error('refused')) : Promise.resolve()));
    await services.phaseClock.openDue();
    expect([await phaseOf(stuck.id), await phaseOf(free.id)]).toEqual(['appraisal', 'explanation']);
  });
});
