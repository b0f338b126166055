import { type Actor, belongsTo, holds } from '../access/permissions';
import { agencySeesAppraisal, type AssessmentContext, type AssessmentState, explanationWindow } from '../assessment/assessment.workflow';
import type { ProblemCode } from '../problem/problem';

/** What an agency says to a difference. */
export const STANCES = ['agree', 'explain'] as const;
export type Stance = (typeof STANCES)[number];

/**
 * How a difference came out of the round: explained, agreed to by the head's signature, or taken as agreed because nothing was submitted
 * in time («không giải trình trong hạn, coi như đồng ý»). Only what is explained is decided again.
 */
export const EXPLANATION_OUTCOMES = ['explained', 'agreed', 'silent'] as const;
export type ExplanationOutcome = (typeof EXPLANATION_OUTCOMES)[number];

/** The round of one assessment: not opened, at work, signed and submitted by the head, or over without that. */
export type ExplanationRoundState = 'none' | 'open' | 'submitted' | 'silent';

/** How a difference came out; null while the round is open. What the head did not sign is not said, whatever was drafted. */
export function outcomeOf(round: ExplanationRoundState, stance: Stance | null): ExplanationOutcome | null {
  if (round === 'submitted') {
    return stance === 'explain' ? 'explained' : 'agreed';
  }
  return round === 'silent' ? 'silent' : null;
}

/** Why the actor may not change an explanation or its evidence now, or null when they may. */
export function explanationRefusalOf(actor: Pick<Actor, 'grants'>, context: AssessmentContext): ProblemCode | null {
  if (!holds(actor, ['agency-officer'], context.agencyId)) {
    return 'access.denied';
  }
  return roundRefusal(context);
}

function roundRefusal(context: AssessmentContext): ProblemCode | null {
  if (context.state !== 'explaining') {
    return 'assessment.state-illegal';
  }
  return explanationWindow(context) === 'closed' ? 'assessment.phase-closed' : null;
}

/** What can be explained without a word is nothing: the criteria that say `explain` and give no text. */
export function unexplained(rows: readonly { readonly code: string; readonly stance: Stance; readonly text: string }[]): readonly string[] {
  return rows.filter(({ stance, text }) => stance === 'explain' && text.trim() === '').map(({ code }) => code);
}

/** Whose a remark is. */
export const REMARK_SIDES = ['agency', 'appraisal'] as const;
export type RemarkSide = (typeof REMARK_SIDES)[number];

/** `internal` stays with the side that wrote it; `shared` is read by both. */
export const REMARK_VISIBILITIES = ['internal', 'shared'] as const;
export type RemarkVisibility = (typeof REMARK_VISIBILITIES)[number];

/** The side on which somebody stands at an assessment, and whether the criterion is theirs to appraise or they oversee all of them; null where neither. */
export function remarkSideOf(actor: Pick<Actor, 'grants'>, agencyId: string): RemarkSide | null {
  if (belongsTo(actor, agencyId)) {
    return holds(actor, ['agency-officer', 'agency-head'], agencyId) ? 'agency' : null;
  }
  return holds(actor, ['appraiser', 'home-affairs', 'council-member', 'council-chair']) ? 'appraisal' : null;
}

/** Why the actor may not write such a remark now, or null when they may. That the criterion is theirs to see has been asked before. */
export function remarkRefusalOf(actor: Pick<Actor, 'grants'>, context: AssessmentContext, visibility: RemarkVisibility): ProblemCode | null {
  const side = remarkSideOf(actor, context.agencyId);
  if (side === null) {
    return belongsTo(actor, context.agencyId) ? 'access.own-agency' : 'access.denied';
  }
  if (visibility === 'shared') {
    return side === 'agency' || holds(actor, ['appraiser', 'home-affairs']) ? roundRefusal(context) : 'access.denied';
  }
  return side === 'agency' ? agencyRemarkRefusal(context) : appraisalRemarkRefusal(context);
}

/** Among themselves the agency's people write from the opening of the differences until the result is published. */
const agencyRemarkRefusal = ({ phase }: AssessmentContext): ProblemCode | null =>
  agencySeesAppraisal(phase) && phase !== 'published' ? null : 'assessment.phase-closed';

/** The others from the submission on, until the result is published. */
function appraisalRemarkRefusal({ phase, state }: AssessmentContext): ProblemCode | null {
  if (NOT_HANDED_IN.includes(state)) {
    return 'assessment.state-illegal';
  }
  return phase === 'published' ? 'assessment.phase-closed' : null;
}

const NOT_HANDED_IN: readonly AssessmentState[] = ['drafting', 'awaiting-head'];

/** What became of a question to the agency: `overdue` once the deadline of the explanation has passed without an answer. */
export type QuestionStatus = 'asked' | 'answered' | 'overdue';

export interface QuestionFacts {
  /** Of the newest question; null where none was asked. */
  readonly askedAt: string | null;
  /** Of the newest answer that the reader may know of: a stance with its text, or a shared remark of the agency. */
  readonly answeredAt: string | null;
  /** The agency's own deadline; null where the cycle has none. */
  readonly deadlineAt: string | null;
  readonly now: string;
}

/** Null where nothing was asked. An answer counts for every question before it. */
export function questionStatusOf({ askedAt, answeredAt, deadlineAt, now }: QuestionFacts): QuestionStatus | null {
  if (askedAt === null) {
    return null;
  }
  if (answeredAt !== null && Date.parse(answeredAt) >= Date.parse(askedAt)) {
    return 'answered';
  }
  return deadlineAt !== null && Date.parse(now) > Date.parse(deadlineAt) ? 'overdue' : 'asked';
}
