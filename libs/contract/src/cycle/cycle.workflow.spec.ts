import { type Role, ROLES } from '../access/permissions';
import {
  CYCLE_ACTIONS,
  type CycleAction,
  cycleRefusalOf,
  hasReached,
  nextPhase,
  openCycleActions,
  type Phase,
  PHASES,
  positionIn,
  type Window,
  WINDOWED_PHASES,
  type WindowPosition,
} from './cycle.workflow';

const actor = (role: Role) => ({ grants: [{ role, agencyId: 'so-noi-vu' }] });

describe('the phases of a cycle', () => {
  it('stand in this order', () => {
    expect(PHASES).toEqual(['preparing', 'self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary', 'published']);
  });

  it('have a window each, but the first and the last', () => {
    expect(WINDOWED_PHASES).toEqual(PHASES.slice(1, -1));
  });

  it.each<[Phase, Phase | null]>([
    ['preparing', 'self-assessment'],
    ['self-assessment', 'appraisal'],
    ['appraisal', 'explanation'],
    ['explanation', 'reappraisal'],
    ['reappraisal', 'council'],
    ['council', 'preliminary'],
    ['preliminary', 'published'],
    ['published', null],
  ])('%s is followed by %s', (phase, expected) => {
    expect(nextPhase(phase)).toBe(expected);
  });

  it.each<[Phase, Phase, boolean]>([
    ['preparing', 'preparing', true],
    ['preparing', 'self-assessment', false],
    ['explanation', 'appraisal', true],
    ['explanation', 'explanation', true],
    ['explanation', 'reappraisal', false],
    ['published', 'preparing', true],
  ])('%s has reached %s: %s', (phase, other, expected) => {
    expect(hasReached(phase, other)).toBe(expected);
  });
});

describe('a moment in a window', () => {
  const window: Window = {
    opensAt: '2026-11-01T00:00:00+07:00',
    deadlineAt: '2026-11-20T23:59:59.999+07:00',
    closeAt: '2026-11-25T23:59:59.999+07:00',
  };

  it.each<[string, string, WindowPosition]>([
    ['a millisecond before the opening', '2026-10-31T23:59:59.999+07:00', 'before'],
    ['the opening itself', '2026-11-01T00:00:00+07:00', 'on-time'],
    ['the middle', '2026-11-10T08:00:00+07:00', 'on-time'],
    ['23:50 of the last day', '2026-11-20T23:50:00+07:00', 'on-time'],
    ['the deadline itself', '2026-11-20T23:59:59.999+07:00', 'on-time'],
    ['a millisecond after the deadline', '2026-11-21T00:00:00+07:00', 'late'],
    ['the close itself', '2026-11-25T23:59:59.999+07:00', 'late'],
    ['a millisecond after the close', '2026-11-26T00:00:00+07:00', 'closed'],
    ['the deadline written in UTC', '2026-11-20T16:59:59.999Z', 'on-time'],
    ['just after it in UTC', '2026-11-20T17:00:00.000Z', 'late'],
  ])('at %s', (_, at, expected) => {
    expect(positionIn(window, at)).toBe(expected);
  });

  it('is never late where deadline and close are the same', () => {
    const strict = { ...window, closeAt: window.deadlineAt };
    expect(positionIn(strict, window.deadlineAt)).toBe('on-time');
    expect(positionIn(strict, '2026-11-21T00:00:00+07:00')).toBe('closed');
  });
});

/** What `home-affairs` may do, by phase. */
const OPEN: Readonly<Record<Phase, readonly CycleAction[]>> = {
  'preparing': ['edit', 'open-next-phase'],
  'self-assessment': ['edit', 'open-next-phase'],
  'appraisal': ['edit', 'open-next-phase'],
  'explanation': ['edit', 'open-next-phase'],
  'reappraisal': ['edit', 'open-next-phase'],
  'council': ['edit', 'open-next-phase'],
  'preliminary': ['edit', 'publish'],
  'published': [],
};

describe('the actions on a cycle', () => {
  it.each(PHASES.map((phase) => [phase]))('open to home-affairs while %s', (phase) => {
    expect(openCycleActions(actor('home-affairs'), { phase })).toEqual(OPEN[phase]);
  });

  const others = ROLES.filter((role) => role !== 'home-affairs');
  it.each(others.map((role) => [role]))('are refused to %s in every phase', (role) => {
    for (const phase of PHASES) {
      expect(openCycleActions(actor(role), { phase })).toEqual([]);
      for (const action of CYCLE_ACTIONS) {
        expect(cycleRefusalOf(actor(role), { phase }, action)).toBe('access.denied');
      }
    }
  });

  it('say that the phase forbids it', () => {
    expect(cycleRefusalOf(actor('home-affairs'), { phase: 'published' }, 'edit')).toBe('cycle.phase-illegal');
    expect(cycleRefusalOf(actor('home-affairs'), { phase: 'council' }, 'publish')).toBe('cycle.phase-illegal');
    expect(cycleRefusalOf(actor('home-affairs'), { phase: 'preliminary' }, 'open-next-phase')).toBe('cycle.phase-illegal');
  });

  it('are refused to somebody without any role', () => {
    expect(openCycleActions({ grants: [] }, { phase: 'preparing' })).toEqual([]);
  });
});
