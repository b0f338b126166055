import { type CreateCycleRequest, type CriteriaSetSummary, type CycleView, type PhaseWindow, WINDOWED_PHASES, type WindowedPhase } from '@par-index/contract';
import { fromLocalInput, toLocalInput } from '../../ui/format/date-words';

/** The dates of one phase as they stand in three fields, in the time of Việt Nam. */
export interface WindowDraft {
  readonly phase: WindowedPhase;
  readonly opensAt: string;
  readonly deadlineAt: string;
  readonly closeAt: string;
}

export function windowDrafts(cycle: Pick<CycleView, 'windows'> | null): readonly WindowDraft[] {
  return WINDOWED_PHASES.map((phase) => {
    const window = cycle?.windows.find((one) => one.phase === phase);
    return { phase, opensAt: local(window?.opensAt), deadlineAt: local(window?.deadlineAt), closeAt: local(window?.closeAt) };
  });
}

const local = (iso: string | undefined): string => (iso === undefined ? '' : toLocalInput(iso));

/** Only complete lines count: a phase may get its dates later. */
export function windowsOf(drafts: readonly WindowDraft[]): readonly PhaseWindow[] {
  return drafts
    .filter(({ opensAt, deadlineAt, closeAt }) => opensAt && deadlineAt && closeAt)
    .map(({ phase, opensAt, deadlineAt, closeAt }) => ({ phase, opensAt: fromLocalInput(opensAt), deadlineAt: fromLocalInput(deadlineAt), closeAt: fromLocalInput(closeAt) }));
}

/** Sets that a cycle of that year can use: the newest usable version of each. */
export function usableSets(sets: readonly CriteriaSetSummary[], year: number): readonly CriteriaSetSummary[] {
  return sets.filter((set) => set.year === year && (set.state === 'published' || set.state === 'frozen'));
}

/** The owners that a group's sets name are not known here: a substitute line is kept only when both sides are chosen. */
export function substitutesOf(lines: readonly { readonly ownerAgencyId: string; readonly substituteAgencyId: string }[]): CreateCycleRequest['substitutes'] {
  return lines.filter(({ ownerAgencyId, substituteAgencyId }) => ownerAgencyId && substituteAgencyId);
}
