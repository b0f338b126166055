import type { PhaseWindow, WindowedPhase } from '@par-index/contract';

const DAY = 24 * 60 * 60 * 1000;
const VIETNAM = 7 * 60 * 60 * 1000;

/** The start of a day in Vietnam, `days` after the one that `now` lies in. */
export function dayStart(now: Date, days: number): Date {
  const today = Math.floor((now.getTime() + VIETNAM) / DAY) * DAY - VIETNAM;
  return new Date(today + days * DAY);
}

/** The last moment of such a day: 23:59:59.999. */
export function dayEnd(now: Date, days: number): Date {
  return new Date(dayStart(now, days + 1).getTime() - 1);
}

/** Opening, deadline and close of each phase, in days from today: the running cycle stands a few days into its appraisal. */
const RUNNING: Readonly<Record<WindowedPhase, readonly [number, number, number]>> = {
  'self-assessment': [-45, -9, -6],
  'appraisal': [-5, 12, 15],
  'explanation': [16, 23, 25],
  'reappraisal': [26, 31, 33],
  'council': [34, 38, 40],
  'preliminary': [41, 46, 48],
};

export function windowsFrom(now: Date, shift = 0): readonly PhaseWindow[] {
  return (Object.keys(RUNNING) as WindowedPhase[]).map((phase) => {
    const [opens, deadline, close] = RUNNING[phase];
    return {
      phase,
      opensAt: dayStart(now, opens + shift).toISOString(),
      deadlineAt: dayEnd(now, deadline + shift).toISOString(),
      closeAt: dayEnd(now, close + shift).toISOString(),
    };
  });
}
