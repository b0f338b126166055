import { type Actor, holds } from '../access/permissions';
import type { ProblemCode } from '../problem/problem';

/** The phases of a cycle, in order. Source: docs/workflow.md, "A cycle". */
export const PHASES = [
  'preparing',
  'self-assessment',
  'appraisal',
  'explanation',
  'reappraisal',
  'council',
  'preliminary',
  'published',
] as const;
export type Phase = (typeof PHASES)[number];

/** The phases that have a window of their own. */
export const WINDOWED_PHASES = ['self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary'] as const satisfies readonly Phase[];
export type WindowedPhase = (typeof WINDOWED_PHASES)[number];

/** From `opensAt` work is accepted; after `deadlineAt` it is marked late; `closeAt` locks. ISO 8601 in UTC. */
export interface Window {
  readonly opensAt: string;
  readonly deadlineAt: string;
  readonly closeAt: string;
}

/** Where a moment lies in a window. The deadline and the close themselves still count: only what comes after is late or locked. */
export type WindowPosition = 'before' | 'on-time' | 'late' | 'closed';

export function positionIn(window: Window, at: string): WindowPosition {
  const moment = Date.parse(at);
  if (moment < Date.parse(window.opensAt)) {
    return 'before';
  }
  if (moment <= Date.parse(window.deadlineAt)) {
    return 'on-time';
  }
  return moment <= Date.parse(window.closeAt) ? 'late' : 'closed';
}

/** Whether `phase` is at or after `other`. */
export function hasReached(phase: Phase, other: Phase): boolean {
  return PHASES.indexOf(phase) >= PHASES.indexOf(other);
}

/** The phase after this one, or null after the last. */
export function nextPhase(phase: Phase): Phase | null {
  return PHASES[PHASES.indexOf(phase) + 1] ?? null;
}

export const CYCLE_ACTIONS = ['edit', 'open-next-phase', 'publish'] as const;
export type CycleAction = (typeof CYCLE_ACTIONS)[number];

/** Why the actor may not do this to a cycle now, or null when they may. The last step, publishing, has a command of its own. */
export function cycleRefusalOf(actor: Pick<Actor, 'grants'>, cycle: { readonly phase: Phase }, action: CycleAction): ProblemCode | null {
  if (!holds(actor, ['home-affairs'])) {
    return 'access.denied';
  }
  const inPhase: Readonly<Record<CycleAction, boolean>> = {
    'edit': cycle.phase !== 'published',
    'open-next-phase': cycle.phase !== 'preliminary' && cycle.phase !== 'published',
    'publish': cycle.phase === 'preliminary',
  };
  return inPhase[action] ? null : 'cycle.phase-illegal';
}

export function openCycleActions(actor: Pick<Actor, 'grants'>, cycle: { readonly phase: Phase }): readonly CycleAction[] {
  return CYCLE_ACTIONS.filter((action) => cycleRefusalOf(actor, cycle, action) === null);
}
