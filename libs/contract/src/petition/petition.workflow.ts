import { type Actor, belongsTo, holds } from '../access/permissions';
import { type Phase, positionIn, type Window } from '../cycle/cycle.workflow';
import type { ProblemCode } from '../problem/problem';

/** Why an agency petitions. The words stand in `PETITION_REASON_WORDS`. */
export const PETITION_REASONS = ['wrong-figure', 'document-overlooked', 'rule-misapplied', 'other'] as const;
export type PetitionReason = (typeof PETITION_REASONS)[number];

export const PETITION_REASON_WORDS: Readonly<Record<PetitionReason, string>> = {
  'wrong-figure': 'Sai dữ liệu',
  'document-overlooked': 'Thiếu tài liệu đã nộp',
  'rule-misapplied': 'Áp dụng sai quy định',
  'other': 'Lý do khác',
};

/** A draft is the agency's alone; what is filed waits for an answer; an answer is final. */
export const PETITION_STATES = ['draft', 'filed', 'rejected', 'forwarded'] as const;
export type PetitionState = (typeof PETITION_STATES)[number];

export const PETITION_ACTIONS = ['write', 'file', 'answer'] as const;
export type PetitionAction = (typeof PETITION_ACTIONS)[number];

/** What the rules need to know of one petition, or of the place where there is none yet. */
export interface PetitionContext {
  readonly agencyId: string;
  /** Who runs the cycle: its own petitions are the chair's to answer. */
  readonly leadAgencyId: string;
  readonly phase: Phase;
  /** Of `preliminary` as it holds for the agency, its extension included; null where the cycle has none, so that the whole phase counts. */
  readonly window: Window | null;
  readonly now: string;
  /** Null where there is no petition yet. */
  readonly state: PetitionState | null;
}

/** Why the actor may not do this to a petition now, or null when they may. Source: docs/workflow.md, "Petitions". */
export function petitionRefusalOf(actor: Pick<Actor, 'grants'>, petition: PetitionContext, action: PetitionAction): ProblemCode | null {
  const refused = action === 'answer' ? answererRefusalOf(actor, petition) : authorRefusalOf(actor, petition, action);
  if (refused) {
    return refused;
  }
  if (petition.phase !== 'preliminary') {
    return 'petition.phase-closed';
  }
  if (action === 'answer') {
    return petition.state === 'filed' ? null : 'petition.settled';
  }
  if (petition.state !== 'draft' && !(petition.state === null && action === 'write')) {
    return 'petition.settled';
  }
  return petition.window && ['before', 'closed'].includes(positionIn(petition.window, petition.now)) ? 'petition.phase-closed' : null;
}

function authorRefusalOf(actor: Pick<Actor, 'grants'>, { agencyId }: PetitionContext, action: PetitionAction): ProblemCode | null {
  return holds(actor, action === 'file' ? ['agency-head'] : ['agency-officer', 'agency-head'], agencyId) ? null : 'access.denied';
}

function answererRefusalOf(actor: Pick<Actor, 'grants'>, { agencyId, leadAgencyId }: PetitionContext): ProblemCode | null {
  const roles = agencyId === leadAgencyId ? (['council-chair'] as const) : (['home-affairs'] as const);
  if (!holds(actor, roles)) {
    return 'access.denied';
  }
  return belongsTo(actor, agencyId) ? 'access.own-agency' : null;
}

export function openPetitionActions(actor: Pick<Actor, 'grants'>, petition: PetitionContext): readonly PetitionAction[] {
  return PETITION_ACTIONS.filter((action) => petitionRefusalOf(actor, petition, action) === null);
}

/** Whether a petition filed now is marked late. */
export const petitionIsLate = ({ window, now }: Pick<PetitionContext, 'window' | 'now'>): boolean => window !== null && positionIn(window, now) === 'late';
