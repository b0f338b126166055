import type { CompiledSet } from '@par-index/scoring';
import { comparePoints, formatNumber, meanPoints } from '@par-index/scoring';
import type { BlindOpinion } from './blind-opinion.entity';

/** The two appraisals of one item, in the order in which they are named. */
export type Opinions = readonly [BlindOpinion, BlindOpinion];

/** How many decimals the points of a set have. */
const DECIMALS = 4;

/** The exact mean of the two, rounded as the set rounds, with what both said. */
export function meanOf(set: Pick<CompiledSet, 'set'>, [first, second]: Opinions): { readonly points: number; readonly reason: string } {
  const [a, b] = [Number(first.points), Number(second.points)];
  const points = meanPoints([a, b], set.set.rounding?.points ?? DECIMALS);
  const said = [...new Set([first.reason, second.reason])].join('\n');
  return { points, reason: `Bình quân của hai kết quả thẩm định độc lập (${formatNumber(a)} và ${formatNumber(b)} điểm).\n${said}` };
}

/** The proposal that comes to these points already, so that none stands twice and divides the votes; null where none does. */
export function alreadyProposed<P extends { readonly points: string | null }>(proposals: readonly P[], points: number): P | null {
  return proposals.find((proposal) => proposal.points !== null && comparePoints(Number(proposal.points), points) === 0) ?? null;
}
