import type { Fraction } from '../exact/fraction';
import type { QuickScorer } from '../rule/rule-kind';
import { ruleKind } from '../rule/rules';
import type { Plan, PlanLeaf } from '../tree/plan';

/** How each leaf is scored, by its place among the leaves. `outside` leaves whatever is answered outside the maximum. */
export interface Scorers {
  readonly quick: readonly QuickScorer[];
  /** The best v of the group, by leaf code. */
  readonly bests: ReadonlyMap<string, Fraction>;
}

/** For a group whose best values are known: only the `relative` leaves differ from the plan. */
export function scorersFor(plan: Plan, bests: ReadonlyMap<string, Fraction>): Scorers {
  return { bests, quick: plan.leaves.map((planLeaf) => quickBeside(planLeaf, bests.get(planLeaf.leaf.code))) };
}

function quickBeside({ scope, quick }: PlanLeaf, best: Fraction | undefined): QuickScorer {
  return best === undefined ? quick : ruleKind(scope.rule).quick({ ...scope, best });
}
