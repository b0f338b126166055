import { type Answer, type CompiledLeaf, type CompiledSet, comparePoints } from '@par-index/scoring';
import { compareStandings, type Standing, standingOf } from './standing';

/** What the agency stated for a leaf, and what is in force of it after an appraisal. */
export interface AppraisedAnswer {
  readonly declared: Answer | null;
  readonly inForce: Answer | null;
}

/**
 * Whether an appraisal took points from the agency on one leaf, so that it may explain: fewer points (or more of a penalty) than it
 * declared; where it declares nothing, less than the full points of a scored leaf, or any penalty. A bonus that nobody gave is no loss.
 * Source: docs/workflow.md, "States of an assessment", `open-differences`.
 */
export function losesPoints(set: CompiledSet, leaf: CompiledLeaf, { declared, inForce }: AppraisedAnswer): boolean {
  const after = standingOf(set, leaf.code, inForce);
  if (leaf.source !== 'self') {
    return fallsShort(leaf, after);
  }
  const before = standingOf(set, leaf.code, declared);
  const change = compareStandings(after, before);
  if (change === null) {
    return losesByKind(leaf, before, after);
  }
  return leaf.section === 'penalty' ? change > 0 : change < 0;
}

/** Where the agency has no word of its own. */
function fallsShort(leaf: CompiledLeaf, after: Standing): boolean {
  if (after.kind !== 'points' || leaf.section === 'bonus') {
    return false;
  }
  return leaf.section === 'penalty' ? after.points > 0 : comparePoints(after.points, leaf.max) < 0;
}

/** Between points, exclusion and a value that waits for the group: being excluded counts as full, and so does what is still to come. */
function losesByKind(leaf: CompiledLeaf, before: Standing, after: Standing): boolean {
  if (after.kind === 'points') {
    return fallsShort(leaf, after);
  }
  return before.kind === 'points' ? before.points > 0 : true;
}
