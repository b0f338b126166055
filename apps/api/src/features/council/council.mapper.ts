import { type ItemContext, problemDetail, type ProblemCode, type ProposalView } from '@par-index/contract';
import type { CompiledLeaf, LeafNode } from '@par-index/scoring';
import type { ItemRow, ProposalRow } from './council.repository';

export const contextOfItem = ({ agencyId, phase, state, isEntitled }: ItemRow): ItemContext => ({ agencyId, phase, state, entitled: isEntitled });

/** A leaf as a set writes it, for pages that show its rule. */
export function leafNodeOf({ code, title, max, rule, source, whenNotApplicable, guidance }: CompiledLeaf): LeafNode {
  return { code, title, max, rule, source, whenNotApplicable, ...(guidance === null ? {} : { guidance }) };
}

export function toProposalView({ id, kind, answer, points, reason, by }: ProposalRow, votes: number | null): ProposalView {
  return { id, kind, answer, points: points === null ? null : Number(points), reason, by, votes };
}

const NOT_A_MEMBER = 'Chỉ ủy viên và Chủ tịch Hội đồng thẩm định được biểu quyết.';

/** Why the reader can't vote, and who can; null where they can. */
export function lockedInWords(refusal: ProblemCode | null): string | null {
  if (refusal === null) {
    return null;
  }
  return refusal === 'access.denied' ? NOT_A_MEMBER : problemDetail(refusal);
}
