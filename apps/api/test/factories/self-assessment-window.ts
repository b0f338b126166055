import type { PhaseWindow } from '@par-index/contract';
import { daysFromNow, windowsAround } from './cycle.factory';

/** Windows of a cycle whose self-assessment opened five days ago, and is due and closes in so many days (below 0: it was). */
export const selfAssessmentDue = (deadline: number, close: number): readonly PhaseWindow[] =>
  windowsAround('self-assessment').map((window) =>
    window.phase === 'self-assessment' ? { ...window, deadlineAt: daysFromNow(deadline).toISOString(), closeAt: daysFromNow(close).toISOString() } : window,
  );
