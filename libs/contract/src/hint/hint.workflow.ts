import { type Actor, belongsTo, holds } from '../access/permissions';
import type { ProblemCode } from '../problem/problem';

/** What the system points out. None of them changes a point. */
export const HINT_KINDS = [
  'far-from-history',
  'far-from-group',
  'ratio-jumped',
  'figure-unlike',
  'shared-file',
  'dated-outside-year',
  'dated-after-deadline',
  'signed-outside-year',
  'signed-after-deadline',
  'signed-after-submission',
] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** Where a hint is put aside: whose assessment it is, and who appraises the criterion there. */
export interface HintPlace {
  readonly agencyId: string;
  readonly appraisingAgencyId: string | null;
}

/** Why the actor may not put a hint aside or take it up again, or null when they may: whoever appraises the criterion, and Sở Nội vụ; never at the own agency. */
export function hintRefusalOf(actor: Pick<Actor, 'grants'>, { agencyId, appraisingAgencyId }: HintPlace): ProblemCode | null {
  if (!holds(actor, ['appraiser', 'home-affairs'])) {
    return 'access.denied';
  }
  if (belongsTo(actor, agencyId)) {
    return 'access.own-agency';
  }
  const appraises = appraisingAgencyId !== null && holds(actor, ['appraiser'], appraisingAgencyId);
  return appraises || holds(actor, ['home-affairs']) ? null : 'access.not-assigned';
}
