import { type Actor, type CycleView, openCycleActions, type PhaseWindow, PHASES } from '@par-index/contract';
import type { CycleRow } from './cycle-row';
import type { CycleWindow } from './cycle-window.entity';

export function toCycleView(actor: Actor, row: CycleRow): CycleView {
  const { id, year, title, phase, leadAgency, sets, substitutes, participantCount, version } = row;
  const windows = inOrder(row.windows.map(inUtc));
  const openActions = openCycleActions(actor, row);
  return {
    id,
    year,
    title,
    phase,
    windows,
    sets,
    leadAgency,
    substitutes,
    participantCount,
    now: row.now.toISOString(),
    openActions,
    version,
  };
}

export const toPhaseWindow = ({ phase, opensAt, deadlineAt, closeAt }: CycleWindow): PhaseWindow => ({
  phase,
  opensAt: opensAt.toISOString(),
  deadlineAt: deadlineAt.toISOString(),
  closeAt: closeAt.toISOString(),
});

/** ISO 8601 in UTC, whatever offset the text had. */
export const utc = (text: string): string => new Date(text).toISOString();

export const inUtc = ({ phase, opensAt, deadlineAt, closeAt }: PhaseWindow): PhaseWindow => ({
  phase,
  opensAt: utc(opensAt),
  deadlineAt: utc(deadlineAt),
  closeAt: utc(closeAt),
});

export const inOrder = (windows: readonly PhaseWindow[]): readonly PhaseWindow[] =>
  [...windows].sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
