import type { Answer, LeafNode } from '@par-index/scoring';
import type { AppraisalLayerView } from '../appraisal/layer.api';
import type { Phase, Window } from '../cycle/cycle.workflow';
import type { AgencyRef } from '../organisation/organisation.api';
import type { BlindSettingView, BlindView } from './blind.api';
import type { BlindAction } from './blind.workflow';
import type { ItemAction, ItemOrigin, ItemOutcome, ItemState, ProposalKind } from './council.workflow';

/** GET /cycles/:cycleId/council-items?state&blind&search&page: what the council has before it; never of the reader's own agency. */
export interface CouncilItemSummary {
  readonly id: string;
  readonly agency: AgencyRef;
  readonly code: string;
  readonly title: string;
  readonly origin: ItemOrigin;
  readonly state: ItemState;
  readonly outcome: ItemOutcome | null;
  readonly entitled: number;
  readonly cast: number;
  /** Whether the reader is entitled and has voted; null where they are not entitled. */
  readonly voted: boolean | null;
  /** How its blind appraisal stands; null where there is none. */
  readonly blind: 'open' | 'within' | 'apart' | null;
}

/** GET /cycles/:cycleId/council: the sitting as a whole. */
export interface CouncilView {
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly phase: Phase;
  readonly window: Window | null;
  readonly now: string;
  readonly gathered: number;
  readonly voting: number;
  readonly closed: number;
  /** Of the open ones, those on which the reader may still vote. */
  readonly toVote: number;
  /** Assessments without an open item that are not concluded yet. */
  readonly concludable: number;
  readonly mayConclude: boolean;
  readonly blind: BlindSettingView;
  /** Items that wait for two blind appraisals. */
  readonly blindOpen: number;
  /** Of them, those that wait for the reader's. */
  readonly blindToGive: number;
  /** Items whose two blind appraisals are too far apart, not closed yet. */
  readonly blindApart: number;
  /** Whether the reader chooses who appraises blind, and reads how the members agree. */
  readonly mayAssignBlind: boolean;
}

/** GET /council-items/:id with ETag. */
export interface CouncilItemView {
  readonly id: string;
  readonly cycleId: string;
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  readonly criterion: LeafNode;
  /** How many decimals the set gives to points. */
  readonly decimals: number;
  readonly origin: ItemOrigin;
  /** Of a referral. */
  readonly reason: string;
  readonly state: ItemState;
  readonly declared: Answer | null;
  readonly declaredPoints: number | null;
  readonly layers: readonly AppraisalLayerView[];
  /** What the agency wrote in the explanation round. */
  readonly explanation: string | null;
  readonly proposals: readonly ProposalView[];
  readonly entitled: number;
  readonly cast: number;
  readonly myVote: { readonly proposalId: string; readonly version: number } | null;
  readonly outcome: ItemOutcome | null;
  readonly carried: string | null;
  readonly chairReason: string;
  readonly openActions: readonly ItemAction[];
  /** Why the reader can't vote, as a Vietnamese sentence; null where they can. */
  readonly lockedBecause: string | null;
  /** Null where nobody was asked to appraise it blind, or it was called off. */
  readonly blind: BlindView | null;
  readonly blindActions: readonly BlindAction[];
  /** Who leads in the chair's place, where every chair belongs to the agency and somebody was named. */
  readonly actingChair: string | null;
  /** The items before and after it in the order of the list. */
  readonly previousId: string | null;
  readonly nextId: string | null;
  readonly version: number;
}

export interface ProposalView {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly answer: Answer | null;
  readonly points: number | null;
  readonly reason: string;
  /** Who proposed an award; null for the other kinds. */
  readonly by: string | null;
  /** Votes for it: the chair's to see while the vote is open, everybody's in the council once it is closed; null before. */
  readonly votes: number | null;
}

/** POST /council-items/:id/proposals: points in place of the rule, with a reason. */
export interface ProposeRequest {
  readonly awarded: number;
  readonly reason: string;
}

/** PUT /council-items/:id/vote. If-Match: the version of the reader's vote, `"0"` where there is none. */
export interface VoteRequest {
  readonly proposalId: string;
}

/** POST /council-items/:id/closing, If-Match of the item. At a tie the chair names one of the leading proposals, with a reason. */
export interface CloseItemRequest {
  readonly proposalId?: string;
  readonly reason: string;
}

/** POST /assessments/:id/criteria/:code/referral. */
export interface ReferRequest {
  readonly reason: string;
}

export interface ReferredView {
  readonly itemId: string;
  readonly code: string;
  readonly state: ItemState;
}

/** POST /cycles/:cycleId/council/conclusion: concludes every assessment that has no open item left. */
export interface ConcludedView {
  readonly concluded: number;
  readonly open: number;
}
