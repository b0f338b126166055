import { type Phase, type PhaseWindow, PHASES, WINDOWED_PHASES } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import type { CriteriaSet } from '../../src/features/criteria/criteria-set.entity';
import { CycleSet } from '../../src/features/cycle/cycle-set.entity';
import { CycleSubstitute } from '../../src/features/cycle/cycle-substitute.entity';
import { CycleWindow } from '../../src/features/cycle/cycle-window.entity';
import { Cycle } from '../../src/features/cycle/cycle.entity';
import { anAgency, unused } from './agency.factory';

const DAY = 86_400_000;

/** A time so many days from now, to the minute. */
export const daysFromNow = (days: number): Date => new Date(Math.floor((Date.now() + days * DAY) / 60_000) * 60_000);

/** Windows of ten days one after the other: that of `phase` opened five days ago, is due in three and closes in five. */
export function windowsAround(phase: Phase): readonly PhaseWindow[] {
  return WINDOWED_PHASES.map((one) => {
    const start = 10 * (PHASES.indexOf(one) - PHASES.indexOf(phase)) - 5;
    const at = (day: number): string => daysFromNow(start + day).toISOString();
    return { phase: one, opensAt: at(0), deadlineAt: at(8), closeAt: at(10) };
  });
}

export interface CycleParts {
  readonly sets: readonly CriteriaSet[];
  readonly windows: readonly PhaseWindow[];
  /** Pairs of agency ids: the owner, and who stands in for it. */
  readonly substitutes: readonly (readonly [owner: string, substitute: string])[];
}

/** Saves a cycle in the middle of the window of its phase; in preparation, without sets or substitutes, unless told otherwise. */
export async function aCycle(db: DataSource, overrides: Partial<Cycle & CycleParts> = {}): Promise<Cycle> {
  const { sets = [], substitutes = [], windows, ...fields } = overrides;
  const leadAgencyId = fields.leadAgencyId ?? (await anAgency(db)).id;
  const row = { year: 2026, title: unused('Kỳ'), phase: 'preparing' as const, ...fields, leadAgencyId };
  const cycle = await db.manager.save(db.manager.create(Cycle, row));
  const cycleId = cycle.id;
  await db.manager.insert(
    CycleSet,
    sets.map(({ id, groupCode }) => ({ cycleId, groupCode, criteriaSetId: id })),
  );
  await db.manager.insert(
    CycleSubstitute,
    substitutes.map(([ownerAgencyId, substituteAgencyId]) => ({ cycleId, ownerAgencyId, substituteAgencyId })),
  );
  await db.manager.insert(
    CycleWindow,
    (windows ?? windowsAround(cycle.phase)).map((window) => rowOf(cycleId, window)),
  );
  return cycle;
}

const rowOf = (cycleId: string, { phase, opensAt, deadlineAt, closeAt }: PhaseWindow) => ({
  cycleId,
  phase,
  opensAt: new Date(opensAt),
  deadlineAt: new Date(deadlineAt),
  closeAt: new Date(closeAt),
});
