import { type Actor, belongsTo, holds, type Role } from '../access/permissions';
import { hasReached, type Phase, positionIn, type Window } from '../cycle/cycle.workflow';
import type { ProblemCode } from '../problem/problem';

/** The states of an assessment (hồ sơ): one agency in one cycle. Source: docs/workflow.md, "States". */
export const ASSESSMENT_STATES = [
  'drafting',
  'awaiting-head',
  'submitted',
  'appraised',
  'explaining',
  'explained',
  'reappraised',
  'decided',
  'final',
] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** How an assessment came in, beside its state: what lists are narrowed to, and what is counted. */
export const SUBMISSION_MARKS = ['late', 'not-submitted'] as const;
export type SubmissionMark = (typeof SUBMISSION_MARKS)[number];

export const ASSESSMENT_ACTIONS = [
  'send',
  'submit',
  'return',
  'withdraw',
  'reopen',
  'take-as-it-stands',
  'complete-appraisal',
  'close-appraisal',
  'open-differences',
  'nothing-to-explain',
  'submit-explanation',
  'silence',
  'complete-reappraisal',
  'close-council',
  'publish',
] as const;
export type AssessmentAction = (typeof ASSESSMENT_ACTIONS)[number];

/** Who makes a move: a role of the own agency, a role of elsewhere, or the system when the named thing has happened. */
export type Mover = { readonly own: readonly Role[] } | { readonly other: readonly Role[] } | { readonly system: 'clock' | 'appraisers' | 'chair' | 'publication' };

export interface Transition {
  readonly from: readonly AssessmentState[];
  readonly to: AssessmentState;
  readonly by: Mover;
  readonly reasonRequired: boolean;
}

/** Every move there is. A state not reached from here can't be reached. */
export const ASSESSMENT_TRANSITIONS: Readonly<Record<AssessmentAction, Transition>> = {
  'send': { from: ['drafting'], to: 'awaiting-head', by: { own: ['agency-officer'] }, reasonRequired: false },
  'submit': { from: ['drafting', 'awaiting-head'], to: 'submitted', by: { own: ['agency-head'] }, reasonRequired: false },
  'return': { from: ['awaiting-head'], to: 'drafting', by: { own: ['agency-head'] }, reasonRequired: true },
  'withdraw': { from: ['awaiting-head'], to: 'drafting', by: { own: ['agency-officer'] }, reasonRequired: true },
  'reopen': { from: ['submitted'], to: 'drafting', by: { other: ['home-affairs'] }, reasonRequired: true },
  'take-as-it-stands': { from: ['drafting', 'awaiting-head'], to: 'submitted', by: { system: 'clock' }, reasonRequired: false },
  'complete-appraisal': { from: ['submitted'], to: 'appraised', by: { system: 'appraisers' }, reasonRequired: false },
  'close-appraisal': { from: ['submitted'], to: 'appraised', by: { other: ['home-affairs'] }, reasonRequired: true },
  'open-differences': { from: ['appraised'], to: 'explaining', by: { system: 'clock' }, reasonRequired: false },
  'nothing-to-explain': { from: ['appraised'], to: 'reappraised', by: { system: 'clock' }, reasonRequired: false },
  'submit-explanation': { from: ['explaining'], to: 'explained', by: { own: ['agency-head'] }, reasonRequired: false },
  'silence': { from: ['explaining'], to: 'explained', by: { system: 'clock' }, reasonRequired: false },
  'complete-reappraisal': { from: ['explained'], to: 'reappraised', by: { system: 'appraisers' }, reasonRequired: false },
  'close-council': { from: ['reappraised'], to: 'decided', by: { system: 'chair' }, reasonRequired: false },
  'publish': { from: ['decided'], to: 'final', by: { system: 'publication' }, reasonRequired: false },
};

/** What the rules need to know of one assessment at one moment. */
export interface AssessmentContext {
  readonly state: AssessmentState;
  readonly agencyId: string;
  readonly phase: Phase;
  /** The window of self-assessment that holds for this agency, the extension included. */
  readonly window: Window;
  readonly extended: boolean;
  /** When the agency may explain; absent where the cycle has no dates for it. */
  readonly explanation?: ExplanationTime;
  /** Server time. */
  readonly now: string;
}

/** The window of the explanation that holds for an agency, the extension included: an extended one outlasts the phase. */
export interface ExplanationTime {
  readonly window: Window;
  readonly extended: boolean;
}

/** Whether the agency's own work is open now, and whether it would be marked late. The close locks also where nobody has moved the phase yet. */
export function selfAssessmentWindow(context: Omit<AssessmentContext, 'state' | 'agencyId'>): 'open' | 'late' | 'closed' {
  const phaseAllows = context.phase === 'self-assessment' || (context.phase === 'appraisal' && context.extended);
  if (!phaseAllows) {
    return 'closed';
  }
  const position = positionIn(context.window, context.now);
  return position === 'on-time' ? 'open' : position === 'late' ? 'late' : 'closed';
}

/** Whether the agency may explain now, and whether it would be marked late. The close locks also where nobody has moved the phase yet. */
export function explanationWindow({ phase, explanation, now }: Pick<AssessmentContext, 'phase' | 'explanation' | 'now'>): 'open' | 'late' | 'closed' {
  if (!explanation || !(phase === 'explanation' || (phase === 'reappraisal' && explanation.extended))) {
    return 'closed';
  }
  const position = positionIn(explanation.window, now);
  return position === 'on-time' ? 'open' : position === 'late' ? 'late' : 'closed';
}

/** The moves that need the agency's window of self-assessment to be open. */
const WITHIN_WINDOW: readonly AssessmentAction[] = ['send', 'submit', 'return', 'withdraw', 'reopen'];

/** Why the actor may not make this move now, or null when they may. System moves are refused to everybody. */
export function assessmentRefusalOf(actor: Pick<Actor, 'grants'>, context: AssessmentContext, action: AssessmentAction): ProblemCode | null {
  const { from, by } = ASSESSMENT_TRANSITIONS[action];
  if ('system' in by) {
    return 'access.denied';
  }
  if ('own' in by && !holds(actor, by.own, context.agencyId)) {
    return 'access.denied';
  }
  if ('other' in by) {
    const refusal = oversightRefusal(actor, context, by.other);
    if (refusal) {
      return refusal;
    }
  }
  if (!from.includes(context.state)) {
    return 'assessment.state-illegal';
  }
  return phaseRefusal(context, action);
}

function oversightRefusal(actor: Pick<Actor, 'grants'>, context: AssessmentContext, roles: readonly Role[]): ProblemCode | null {
  if (!holds(actor, roles)) {
    return 'access.denied';
  }
  return belongsTo(actor, context.agencyId) ? 'access.own-agency' : null;
}

function phaseRefusal(context: AssessmentContext, action: AssessmentAction): ProblemCode | null {
  if (WITHIN_WINDOW.includes(action)) {
    return selfAssessmentWindow(context) === 'closed' ? 'assessment.phase-closed' : null;
  }
  if (action === 'close-appraisal') {
    return context.phase === 'appraisal' ? null : 'appraisal.phase-closed';
  }
  if (action === 'submit-explanation') {
    return explanationWindow(context) === 'closed' ? 'assessment.phase-closed' : null;
  }
  return null;
}

export function openAssessmentActions(actor: Pick<Actor, 'grants'>, context: AssessmentContext): readonly AssessmentAction[] {
  return ASSESSMENT_ACTIONS.filter((action) => assessmentRefusalOf(actor, context, action) === null);
}

/** Why the actor may not change an answer or its evidence now, or null when they may. */
export function answerRefusalOf(actor: Pick<Actor, 'grants'>, context: AssessmentContext): ProblemCode | null {
  if (!holds(actor, ['agency-officer'], context.agencyId)) {
    return 'access.denied';
  }
  if (context.state !== 'drafting') {
    return 'assessment.state-illegal';
  }
  return selfAssessmentWindow(context) === 'closed' ? 'assessment.phase-closed' : null;
}

/** The agency sees appraisal 1 from the opening of `explanation`. */
export function agencySeesAppraisal(phase: Phase): boolean {
  return hasReached(phase, 'explanation');
}

/** The agency sees appraisal 2 and the council's decisions from `preliminary`. */
export function agencySeesDecisions(phase: Phase): boolean {
  return hasReached(phase, 'preliminary');
}
