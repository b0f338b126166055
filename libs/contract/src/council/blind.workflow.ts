import { type Actor, belongsTo, holds, type Role } from '../access/permissions';
import type { Phase } from '../cycle/cycle.workflow';
import type { ProblemCode } from '../problem/problem';
import { type ItemState, sitsIn } from './council.workflow';

/** Which items two members appraise blind: none, those that somebody chooses, or each one whose vote opens from now on. */
export const BLIND_MODES = ['none', 'chosen', 'every'] as const;
export type BlindMode = (typeof BLIND_MODES)[number];

/** `compared` once both have appraised; `withdrawn` where it was called off before. */
export const BLIND_STATES = ['open', 'compared', 'withdrawn'] as const;
export type BlindState = (typeof BLIND_STATES)[number];

/** What holds for a cycle in which nobody has chosen: by choice, and apart by at most a tenth of the criterion's maximum. The threshold is in percent of the maximum. */
export const STANDARD_BLIND = { mode: 'chosen', threshold: 10 } as const satisfies { readonly mode: BlindMode; readonly threshold: number };

export const BLIND_ACTIONS = ['assign', 'withdraw', 'give'] as const;
export type BlindAction = (typeof BLIND_ACTIONS)[number];

/** What the actor is to one blind appraisal: not among the two, among them with the appraisal still to give, or given. */
export const BLIND_SEATS = ['none', 'to-give', 'given'] as const;
export type BlindSeat = (typeof BLIND_SEATS)[number];

/** What the rules need to know of an item and its blind appraisal. */
export interface BlindContext {
  readonly agencyId: string;
  readonly phase: Phase;
  readonly state: ItemState;
  readonly mode: BlindMode;
  /** Of the appraisal that was not withdrawn; null where there is none. */
  readonly blind: Exclude<BlindState, 'withdrawn'> | null;
  /** Whether somebody has voted, or proposed an award. */
  readonly begun: boolean;
  readonly seat: BlindSeat;
}

/** Who chooses the items and the two members, and calls it off. */
export const BLIND_ASSIGNERS = ['home-affairs', 'council-chair'] as const satisfies readonly Role[];
const APPRAISING = ['council-member', 'council-chair'] as const satisfies readonly Role[];

/** Why the actor may not do this now, or null when they may. */
export function blindRefusalOf(actor: Pick<Actor, 'grants'>, item: BlindContext, action: BlindAction): ProblemCode | null {
  if (!holds(actor, action === 'give' ? APPRAISING : BLIND_ASSIGNERS)) {
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
  return REFUSALS[action](item);
}

const REFUSALS: Readonly<Record<BlindAction, (item: BlindContext) => ProblemCode | null>> = {
  assign: ({ mode, blind, begun }) => (mode === 'none' ? 'council.blind-off' : blind !== null ? 'council.blind-exists' : begun ? 'council.vote-begun' : null),
  withdraw: ({ blind }) => (blind === 'open' ? null : 'council.blind-none'),
  give: ({ blind, seat }) => (seat === 'none' ? 'council.blind-not-yours' : blind !== 'open' ? 'council.blind-none' : seat === 'given' ? 'council.blind-given' : null),
};

export function openBlindActions(actor: Pick<Actor, 'grants'>, item: BlindContext): readonly BlindAction[] {
  return BLIND_ACTIONS.filter((action) => blindRefusalOf(actor, item, action) === null);
}

/** Why the actor may not set how a cycle's items are appraised blind; null when they may. */
export function blindSettingRefusalOf(actor: Pick<Actor, 'grants'>, { phase }: { readonly phase: Phase }): ProblemCode | null {
  if (!holds(actor, BLIND_ASSIGNERS)) {
    return 'access.denied';
  }
  return phase === 'published' ? 'council.phase-closed' : null;
}

/** Somebody entitled on an item, as whoever chooses two of them sees them. */
export interface BlindCandidate {
  readonly id: string;
  readonly fullName: string;
  /** Whether they belong to the agency that appraised the criterion. */
  readonly ofAppraiser: boolean;
  /** Blind appraisals of this cycle that were given to them, withdrawn ones aside. */
  readonly seats: number;
}

/** Why these two may not appraise an item blind, or null when they may: two who are entitled, and nobody of the appraising agency where there are others. */
export function blindPairRefusalOf(pair: readonly string[], candidates: readonly BlindCandidate[]): ProblemCode | null {
  const [first, second, ...more] = candidates.filter(({ id }) => pair.includes(id));
  if (!first || !second || more.length > 0 || pair.length !== 2) {
    return 'council.blind-pair';
  }
  const outside = candidates.filter(({ ofAppraiser }) => !ofAppraiser).length;
  const inside = [first, second].filter(({ ofAppraiser }) => ofAppraiser).length;
  return inside > Math.max(0, 2 - outside) ? 'council.blind-appraiser' : null;
}

/** The two whose turn it is: of other agencies than the appraising one first, then whoever was given the fewest; null where there are not two. */
export function drawBlindPair(candidates: readonly BlindCandidate[]): readonly [string, string] | null {
  const order = (a: BlindCandidate, b: BlindCandidate): number => Number(a.ofAppraiser) - Number(b.ofAppraiser) || a.seats - b.seats || (a.id < b.id ? -1 : 1);
  const [first, second] = [...candidates].sort(order);
  return first && second ? [first.id, second.id] : null;
}
