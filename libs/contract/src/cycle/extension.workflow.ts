import { type Actor, holds } from '../access/permissions';
import { ASSESSMENT_STATES, type AssessmentState, SUBMISSION_MARKS } from '../assessment/assessment.workflow';
import type { ProblemCode } from '../problem/problem';
import { hasReached, type Phase, type WindowedPhase } from './cycle.workflow';

/** The phases in which an agency works by a deadline that may be its own: it assesses itself, explains, petitions. */
export const EXTENSIBLE_PHASES = ['self-assessment', 'explanation', 'preliminary'] as const satisfies readonly WindowedPhase[];
export type ExtensiblePhase = (typeof EXTENSIBLE_PHASES)[number];

/** How far an extension carries: the last phase of the cycle and the last state of the assessment in which the agency can still use it. */
interface Reach {
  readonly phase: Phase;
  readonly state: AssessmentState;
}

const REACH: Readonly<Record<ExtensiblePhase, Reach>> = {
  'self-assessment': { phase: 'appraisal', state: 'submitted' },
  'explanation': { phase: 'reappraisal', state: 'explaining' },
  'preliminary': { phase: 'preliminary', state: 'decided' },
};

/** What the progress of a cycle is narrowed to, and counts: late, not submitted, and with a deadline of its own for what is at work. */
export const PROGRESS_MARKS = [...SUBMISSION_MARKS, 'extended'] as const;
export type ProgressMark = (typeof PROGRESS_MARKS)[number];

/** What the rule needs to know: where the cycle is, and where the agency's assessment is in it. */
export interface ExtensionContext {
  readonly phase: Phase;
  readonly state: AssessmentState;
}

/** Whether an extension of `extended` can still be used in a cycle that is in `phase`. Ahead of its phase it may be granted as well. */
export function isExtensible(extended: ExtensiblePhase, phase: Phase): boolean {
  const { phase: last } = REACH[extended];
  return phase !== 'preparing' && (phase === last || !hasReached(phase, last));
}

/** Why the actor may not give an agency a deadline of its own for a phase, or null when they may. Refused where it could not be used any more. */
export function extensionRefusalOf(actor: Pick<Actor, 'grants'>, { phase, state }: ExtensionContext, extended: ExtensiblePhase): ProblemCode | null {
  if (!holds(actor, ['home-affairs'])) {
    return 'access.denied';
  }
  if (!isExtensible(extended, phase)) {
    return 'cycle.phase-illegal';
  }
  return ASSESSMENT_STATES.indexOf(state) > ASSESSMENT_STATES.indexOf(REACH[extended].state) ? 'assessment.state-illegal' : null;
}

/** For which phases the actor may extend now. */
export function openExtensions(actor: Pick<Actor, 'grants'>, context: ExtensionContext): readonly ExtensiblePhase[] {
  return EXTENSIBLE_PHASES.filter((extended) => extensionRefusalOf(actor, context, extended) === null);
}

/** The extension that the work of this phase of the cycle goes by; null where no agency works by one. */
export function extensionAtWork(phase: Phase): ExtensiblePhase | null {
  return [...EXTENSIBLE_PHASES].find((extended) => phase === extended || phase === REACH[extended].phase) ?? null;
}
