import type { AgencyRef } from '@par-index/contract';
import { actorOf } from '../../../test/factories/actor.factory';
import { inOrder, inUtc, toCycleView, toPhaseWindow, utc } from './cycle.mapper';
import type { CycleRow } from './cycle-row';

const agency = (code: string): AgencyRef => ({ id: code, code, name: `Sở ${code}`, shortName: code });
const window = {
  phase: 'appraisal' as const,
  opensAt: '2026-11-01T07:00:00+07:00',
  deadlineAt: '2026-11-05T00:00:00Z',
  closeAt: '2026-11-06T00:00:00Z',
};
const ROW: CycleRow = {
  id: 'c',
  year: 2026,
  title: 'Kỳ',
  phase: 'self-assessment',
  version: 3,
  now: new Date('2026-11-03T00:00:00Z'),
  leadAgency: agency('noi-vu'),
  windows: [window, { ...window, phase: 'self-assessment' }],
  sets: [{ groupCode: 'so', groupName: 'Sở', criteriaSetId: 's', title: 'Bộ', versionNumber: 2 }],
  substitutes: [{ owner: agency('noi-vu'), substitute: agency('van-phong') }],
  participantCount: 15,
};

describe('toCycleView', () => {
  it('gives windows in the order of the phases, with times in UTC', () => {
    const { windows, now } = toCycleView(actorOf('leader'), ROW);
    expect(windows.map(({ phase }) => phase)).toEqual(['self-assessment', 'appraisal']);
    expect(windows[1]).toEqual({
      phase: 'appraisal',
      opensAt: '2026-11-01T00:00:00.000Z',
      deadlineAt: '2026-11-05T00:00:00.000Z',
      closeAt: '2026-11-06T00:00:00.000Z',
    });
    expect(now).toBe('2026-11-03T00:00:00.000Z');
  });

  it('keeps everything else as it was read', () => {
    const { id, year, title, phase, version, leadAgency, sets, substitutes, participantCount } = ROW;
    expect(toCycleView(actorOf('leader'), ROW)).toMatchObject({
      id,
      year,
      title,
      phase,
      version,
      leadAgency,
      sets,
      substitutes,
      participantCount,
    });
  });

  it.each([
    ['home-affairs', 'self-assessment', ['edit', 'open-next-phase']],
    ['home-affairs', 'preliminary', ['edit', 'publish']],
    ['home-affairs', 'published', []],
    ['leader', 'self-assessment', []],
    ['agency-officer', 'preparing', []],
  ] as const)('offers a %s in phase %s: %j', (role, phase, actions) => {
    expect(toCycleView(actorOf(role), { ...ROW, phase }).openActions).toEqual(actions);
  });
});

describe('windows', () => {
  it('come from their rows as ISO 8601', () => {
    const [opensAt, deadlineAt, closeAt] = [1, 2, 3].map((day) => new Date(Date.UTC(2026, 0, day))) as [Date, Date, Date];
    expect(toPhaseWindow({ id: 'w', cycleId: 'c', phase: 'council', opensAt, deadlineAt, closeAt })).toEqual({
      phase: 'council',
      opensAt: '2026-01-01T00:00:00.000Z',
      deadlineAt: '2026-01-02T00:00:00.000Z',
      closeAt: '2026-01-03T00:00:00.000Z',
    });
  });

  it('are the same moment in UTC', () => {
    expect(utc('2026-01-01T00:00:00+07:00')).toBe('2025-12-31T17:00:00.000Z');
    expect(inUtc(window).opensAt).toBe('2026-11-01T00:00:00.000Z');
  });

  it('are put in order without touching the list', () => {
    const list = [{ ...window, phase: 'council' as const }, window];
    expect(inOrder(list).map(({ phase }) => phase)).toEqual(['appraisal', 'council']);
    expect(list.map(({ phase }) => phase)).toEqual(['council', 'appraisal']);
  });
});
