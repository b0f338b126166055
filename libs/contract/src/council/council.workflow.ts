import { type Actor, belongsTo, holds } from '../access/permissions';
import type { Phase } from '../cycle/cycle.workflow';
import type { ProblemCode } from '../problem/problem';
import { leadsCouncil } from './conclusion.workflow';

/** How an item came to the council: explained and still not as the agency asks, referred by an appraiser, or petitioned for. */
export const ITEM_ORIGINS = ['disagreement', 'referral', 'petition'] as const;
export type ItemOrigin = (typeof ITEM_ORIGINS)[number];

/** `gathered` waits for the council's phase; with it the vote opens and the list of those entitled is settled. */
export const ITEM_STATES = ['gathered', 'voting', 'closed'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** What the agency asks for, what the appraisal gave, what two blind appraisals form together, or points that a member proposes. */
export const PROPOSAL_KINDS = ['agency', 'appraisal', 'blind', 'award'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** How an item ended: a majority, the chair at a tie, or neither, so that the appraisal stands. */
export const ITEM_OUTCOMES = ['majority', 'chair', 'stands'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

export type Tally =
  | { readonly kind: 'majority'; readonly proposalId: string }
  | { readonly kind: 'tie'; readonly proposalIds: readonly string[] }
  | { readonly kind: 'none' };

/**
 * What the votes come to. More than half of those entitled carry a proposal, whoever did not vote; where two or more lead with the same
 * number of votes the chair decides between them; one that leads without a majority does not carry. Source: docs/workflow.md, "The council".
 */
export function tallyOf(entitled: number, votes: readonly { readonly proposalId: string }[]): Tally {
  const counts = new Map<string, number>();
  for (const { proposalId } of votes) {
    counts.set(proposalId, (counts.get(proposalId) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const leaders = [...counts].filter(([, count]) => count === most).map(([proposalId]) => proposalId);
  const [leader] = leaders;
  if (leader === undefined) {
    return { kind: 'none' };
  }
  if (leaders.length > 1) {
    return { kind: 'tie', proposalIds: leaders };
  }
  return 2 * most > entitled ? { kind: 'majority', proposalId: leader } : { kind: 'none' };
}

export const ITEM_ACTIONS = ['propose', 'vote', 'close'] as const;
export type ItemAction = (typeof ITEM_ACTIONS)[number];

/** What the rules need to know of one item. */
export interface ItemContext {
  readonly agencyId: string;
  readonly phase: Phase;
  readonly state: ItemState;
  /** Whether the actor is on the item's list. */
  readonly entitled: boolean;
  /** Whether two members are appraising it blind: until both are done nothing is proposed, voted on or closed. */
  readonly blindOpen: boolean;
  /** Whether the actor leads in the place of a chair, where every chair belongs to the agency. */
  readonly leads: boolean;
}

/** The council sits in its own phase, and may still come together while the preliminary result is out. */
const SITTING: readonly Phase[] = ['council', 'preliminary'];
export const sitsIn = (phase: Phase): boolean => SITTING.includes(phase);

/** Why the actor may not do this to an item now, or null when they may. */
export function itemRefusalOf(actor: Pick<Actor, 'grants'>, item: ItemContext, action: ItemAction): ProblemCode | null {
  if (!(action === 'close' ? leadsCouncil(actor, item) : holds(actor, ['council-member', 'council-chair']))) {
    return 'access.denied';
  }
  if (belongsTo(actor, item.agencyId)) {
    return 'access.own-agency';
  }
  if (item.state === 'closed') {
    return 'council.item-closed';
  }
  if (item.state === 'gathered' || !sitsIn(item.phase)) {
    return 'council.phase-closed';
  }
  if (item.blindOpen) {
    return 'council.blind-open';
  }
  return action === 'close' || item.entitled ? null : 'council.not-entitled';
}

export function openItemActions(actor: Pick<Actor, 'grants'>, item: ItemContext): readonly ItemAction[] {
  return ITEM_ACTIONS.filter((action) => itemRefusalOf(actor, item, action) === null);
}

/** The phases in which a criterion can be referred to the council. */
const REFERRING: readonly Phase[] = ['appraisal', 'explanation', 'reappraisal', 'council'];

/** Why the actor may not refer a criterion, appraised by `assignedAgencyId`, to the council now; null when they may. */
export function referralRefusalOf(
  actor: Pick<Actor, 'grants'>,
  { agencyId, phase }: { readonly agencyId: string; readonly phase: Phase },
  assignedAgencyId: string | null,
): ProblemCode | null {
  if (!holds(actor, ['appraiser', 'home-affairs'])) {
    return 'access.denied';
  }
  if (belongsTo(actor, agencyId)) {
    return 'access.own-agency';
  }
  const isTheirs = holds(actor, ['home-affairs']) || (assignedAgencyId !== null && holds(actor, ['appraiser'], assignedAgencyId));
  if (!isTheirs) {
    return 'access.not-assigned';
  }
  return REFERRING.includes(phase) ? null : 'council.phase-closed';
}
