import { type BlindContext, type BlindView, type ItemContext, problemDetail, type ProblemCode, type ProposalView } from '@par-index/contract';
import type { CompiledLeaf, LeafNode } from '@par-index/scoring';
import type { BlindRow } from './blind.repository';
import type { ItemRow, ProposalRow } from './council.repository';

export const contextOfItem = ({ agencyId, phase, state, isEntitled, blindOpen, leads }: ItemRow): ItemContext => ({ agencyId, phase, state, entitled: isEntitled, blindOpen, leads });

export const contextOfBlind = ({ agencyId, phase, state, blindMode, begun }: ItemRow, blind: Pick<BlindRow, 'state' | 'seat'> | null): BlindContext => ({
  ...{ agencyId, phase, state, mode: blindMode, begun },
  blind: blind?.state ?? null,
  seat: blind?.seat ?? 'none',
});

/** The database has shown no more of it than the reader may know. */
export function toBlindView({ id, state, version, threshold, seat, members, awaited, opinions, gap, withinThreshold, proposalId }: BlindRow): BlindView {
  const views = opinions.map(({ isMine: _, ...opinion }) => opinion);
  const mine = opinions.findIndex(({ isMine }) => isMine);
  return {
    ...{ id, state, version, threshold, seat, members, awaited, gap, withinThreshold, proposalId },
    mine: views[mine] ?? null,
    opinions: state === 'compared' ? views : [],
  };
}

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
