import { decimal, type Fraction, ZERO } from '../exact/fraction';
import type { Answer, NotApplicableAnswer } from '../model/answer';
import type { LeafOutcome, TraceStep } from '../model/trace';
import { ruleKind } from '../rule/rules';
import type { PlanLeaf } from '../tree/plan';
import { isAwarded, isNotApplicable } from './leaf-answer';

/** A leaf worked out exactly, before rounding. `points` is null where it is excluded or pending. */
export interface WorkedLeaf {
  readonly outcome: LeafOutcome;
  readonly points: Fraction | null;
  readonly steps: readonly TraceStep[];
}

/** What a valid answer, or none, is worth at a leaf. `best` is the best v of the group, for a `relative` rule. */
export function workLeaf(planLeaf: PlanLeaf, answer: Answer | null, best: Fraction | null): WorkedLeaf {
  if (answer === null) return withoutAnswer(planLeaf);
  if (isAwarded(answer)) return awarded(answer.awarded, answer.reason);
  if (isNotApplicable(answer)) return notApplicable(planLeaf, answer);
  const { points, steps } = ruleKind(planLeaf.scope.rule).work({ ...planLeaf.scope, best }, answer);
  return { outcome: points === null ? 'pending' : 'scored', points, steps };
}

function withoutAnswer({ excludedWithoutAnswer }: PlanLeaf): WorkedLeaf {
  return excludedWithoutAnswer
    ? { outcome: 'excluded', points: null, steps: [{ step: 'excluded', because: 'without-survey', reason: null }] }
    : { outcome: 'missing', points: ZERO, steps: [{ step: 'missing', points: 0 }] };
}

function awarded(points: number, reason: string): WorkedLeaf {
  return { outcome: 'awarded', points: decimal(points), steps: [{ step: 'awarded', awarded: points, reason }] };
}

function notApplicable({ leaf }: PlanLeaf, { reason }: NotApplicableAnswer): WorkedLeaf {
  return leaf.whenNotApplicable === 'full'
    ? { outcome: 'not-applicable-full', points: decimal(leaf.max), steps: [{ step: 'not-applicable-full', reason, points: leaf.max }] }
    : { outcome: 'excluded', points: null, steps: [{ step: 'excluded', because: 'not-applicable', reason }] };
}
