import { checkAnswer } from '../answer/check-answer';
import type { Answer } from '../model/answer';
import type { CompiledNode, CompiledSet } from '../model/compiled-set';
import type { AgencyAnswers, AgencyRank, AgencyResult, NodeResult } from '../model/result';
import { scoreGroup } from '../totals/score-group';

/** Why a leaf gives other points: its answer no longer counts, its code came or went, or the same answer is worth something else. */
export type WhyMoved = 'answer-refused' | 'removed' | 'added' | 'scored-otherwise';

/**
 * A leaf that gives an agency other points under the other version, or a node that combines the same children otherwise. Null where it is
 * excluded or not there.
 */
export interface MovedLeaf {
  readonly code: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly because: WhyMoved;
}

/** One agency under both versions, with everything that moved; `leaves` may be empty and the rank another: others moved, or ties are broken otherwise. */
export interface ReplayedAgency {
  readonly code: string;
  readonly before: AgencyRank;
  readonly after: AgencyRank;
  readonly leaves: readonly MovedLeaf[];
}

/**
 * The answers of a group, given under `before`, scored under `after` too: who moves in points and rank, and by which criteria. An answer
 * that `after` does not take counts as none. Throws an InvalidAnswerError where `before` does not take one.
 *
 * @example
 * replay(set, set, agencies).every(({ before, after }) => before.rank === after.rank); // an unchanged set moves nobody
 */
export function replay(before: CompiledSet, after: CompiledSet, agencies: readonly AgencyAnswers[]): readonly ReplayedAgency[] {
  const was = scoreGroup(before, agencies);
  const is = scoreGroup(
    after,
    agencies.map((agency) => carriedOver(after, agency)),
  );
  return agencies.map((agency, place) => {
    const results: Results = [was[place] as AgencyResult, is[place] as AgencyResult];
    return { code: agency.code, before: rankOf(results[0]), after: rankOf(results[1]), leaves: movedLeaves([before, after], results, agency) };
  });
}

type Sets = readonly [before: CompiledSet, after: CompiledSet];
type Results = readonly [before: AgencyResult, after: AgencyResult];

/** What of an agency's answers and exemptions the set takes. */
function carriedOver(set: CompiledSet, { exempt = [], answers, ...agency }: AgencyAnswers): AgencyAnswers {
  const taken = Object.entries(answers).filter(([code, answer]) => takes(set, code, answer));
  return { ...agency, exempt: exempt.filter((code) => set.node(code) !== undefined), answers: Object.fromEntries(taken) };
}

const takes = (set: CompiledSet, code: string, answer: Answer): boolean =>
  set.leaf(code) !== undefined && checkAnswer(set, code, answer).length === 0;

function rankOf({ code, points, applicableMax, bonus, penalty, index, rank, grade }: AgencyResult): AgencyRank {
  return { code, points, applicableMax, bonus, penalty, index, rank, grade };
}

function movedLeaves(sets: Sets, results: Results, { answers }: AgencyAnswers): readonly MovedLeaf[] {
  const moved = (code: string, because: WhyMoved): readonly MovedLeaf[] => {
    const [before, after] = [pointsAt(results[0].nodes[code]), pointsAt(results[1].nodes[code])];
    return before === after ? [] : [{ code, before, after, because }];
  };
  return [
    ...leafCodes(sets).flatMap((code) => moved(code, whyMoved(sets, code, answers[code]))),
    ...recombinedCodes(sets).flatMap((code) => moved(code, 'scored-otherwise')),
  ];
}

/** Nodes that make other points of the same children: they combine otherwise, or have another max where it is a cap or an award of its own. */
function recombinedCodes([before, after]: Sets): readonly string[] {
  return after.nodes.filter((node) => isRecombined(before.node(node.code), node)).map(({ code }) => code);
}

function isRecombined(was: CompiledNode | undefined, { combine, max, section, isLeaf }: CompiledNode): boolean {
  if (was === undefined || was.isLeaf || isLeaf) return false;
  const ownMax = combine !== 'sum' || section !== 'scored';
  return was.combine !== combine || (ownMax && was.max !== max);
}

/** In the order of the new version; what is gone comes last. */
function leafCodes([before, after]: Sets): readonly string[] {
  return [...new Set([...after.leaves, ...before.leaves].map(({ code }) => code))];
}

const pointsAt = (node: NodeResult | undefined): number | null => (node === undefined || 'excluded' in node ? null : node.points);

function whyMoved([before, after]: Sets, code: string, answer: Answer | undefined): WhyMoved {
  if (after.leaf(code) === undefined) return 'removed';
  if (before.leaf(code) === undefined) return 'added';
  return answer !== undefined && !takes(after, code, answer) ? 'answer-refused' : 'scored-otherwise';
}
