import { type FieldError, hasReached, type Phase, type PhaseWindow } from '@par-index/contract';
import { PHASE_WORDS } from './phase-words';
import { sameMinute } from './window-errors';

/** The windows as they shall be, with what may not change taken from what stands. */
export interface WindowChange {
  readonly windows: readonly PhaseWindow[];
  readonly errors: readonly FieldError[];
}

/**
 * Puts asked windows over standing ones. A phase that is over keeps its own; the phase that is open keeps its opening, which has
 * been. Refuses whoever asks for something else there, and whoever leaves out the window of the open phase.
 */
export function changeWindows(standing: readonly PhaseWindow[], asked: readonly PhaseWindow[], phase: Phase): WindowChange {
  const standingOf = new Map(standing.map((window) => [window.phase, window]));
  const kept = standing.filter((window) => !asked.some(({ phase: one }) => one === window.phase) && !isAhead(window.phase, phase));
  const errors = asked.flatMap((window, position) =>
    refusals(standingOf.get(window.phase), window, { phase, pointer: `/windows/${position}` }),
  );
  const lost = kept.filter((window) => window.phase === phase).map(leftOut);
  return {
    windows: [...kept, ...asked.map((window) => settled(standingOf.get(window.phase), window, phase))],
    errors: [...errors, ...lost],
  };
}

/** Not open yet: everything about it may still change. */
const isAhead = (window: Phase, phase: Phase): boolean => hasReached(window, phase) && window !== phase;

function settled(standing: PhaseWindow | undefined, asked: PhaseWindow, phase: Phase): PhaseWindow {
  if (!standing || isAhead(asked.phase, phase)) {
    return asked;
  }
  return asked.phase === phase ? { ...asked, opensAt: standing.opensAt } : standing;
}

interface Place {
  readonly phase: Phase;
  readonly pointer: string;
}

function refusals(standing: PhaseWindow | undefined, asked: PhaseWindow, { phase, pointer }: Place): readonly FieldError[] {
  if (!standing || isAhead(asked.phase, phase)) {
    return [];
  }
  if (asked.phase === phase) {
    return sameMinute(standing.opensAt, asked.opensAt)
      ? []
      : [fixed(`${pointer}/opensAt`, asked.phase, 'đã mở nên ngày mở không đổi được nữa')];
  }
  const same =
    sameMinute(standing.opensAt, asked.opensAt) &&
    sameMinute(standing.deadlineAt, asked.deadlineAt) &&
    sameMinute(standing.closeAt, asked.closeAt);
  return same ? [] : [fixed(pointer, asked.phase, 'đã qua nên thời hạn không đổi được nữa')];
}

const fixed = (pointer: string, phase: PhaseWindow['phase'], why: string): FieldError => ({
  pointer,
  code: 'cycle.window-over',
  detail: `Giai đoạn ${PHASE_WORDS[phase]} ${why}.`,
});

const leftOut = ({ phase }: PhaseWindow): FieldError => ({
  pointer: '/windows',
  code: 'cycle.window-missing',
  detail: `Giai đoạn ${PHASE_WORDS[phase]} đang diễn ra nên phải có thời hạn.`,
});
