import type { PhaseWindow } from './cycle.api';
import { WINDOWED_PHASES, type WindowedPhase } from './cycle.workflow';
import { daysLater, onDay, restOf, vietnamDay, workingDayFrom, yearsLater } from './working-days';

/** A date of a window that does not lie where a year later would put it, and why. */
export interface MovedDate {
  readonly phase: WindowedPhase;
  readonly field: 'opensAt' | 'deadlineAt' | 'closeAt';
  /** yyyy-MM-dd, in Vietnam. */
  readonly from: string;
  readonly to: string;
  /** In Vietnamese words, such as «Chủ nhật». */
  readonly because: string;
}

export interface NextWindows {
  readonly windows: readonly PhaseWindow[];
  readonly moved: readonly MovedDate[];
}

const FIELDS = ['opensAt', 'deadlineAt', 'closeAt'] as const;

/**
 * The windows of a cycle so many years later: the same days of the month at the same times, each on a working day. What is put off never reaches into what comes after
 * it: the next phase is put off with it, and its dates stay in order.
 */
export function nextWindows(windows: readonly PhaseWindow[], years = 1): NextWindows {
  const ordered = [...windows].sort((a, b) => WINDOWED_PHASES.indexOf(a.phase) - WINDOWED_PHASES.indexOf(b.phase));
  return ordered.reduce<NextWindows>((done, window) => follow(done, window, years), { windows: [], moved: [] });
}

function follow(done: NextWindows, window: PhaseWindow, years: number): NextWindows {
  let earliest = done.windows.at(-1)?.closeAt ?? null;
  const moved: MovedDate[] = [];
  const dates = FIELDS.map((field) => {
    const wanted = yearsLater(vietnamDay(window[field]), years);
    const at = notBefore(onDay(window[field], workingDayFrom(wanted)), earliest);
    earliest = at;
    const day = vietnamDay(at);
    moved.push(...(day === wanted ? [] : [{ phase: window.phase, field, from: wanted, to: day, because: restOf(wanted) ?? 'sau giai đoạn trước' }]));
    return at;
  });
  const [opensAt = '', deadlineAt = '', closeAt = ''] = dates;
  return { windows: [...done.windows, { phase: window.phase, opensAt, deadlineAt, closeAt }], moved: [...done.moved, ...moved] };
}

/** The moment itself, or the first one on a working day at the same time of day that is not before `earliest`. */
function notBefore(moment: string, earliest: string | null): string {
  if (earliest === null || Date.parse(moment) >= Date.parse(earliest)) {
    return moment;
  }
  return notBefore(onDay(moment, workingDayFrom(daysLater(vietnamDay(moment), 1))), earliest);
}
