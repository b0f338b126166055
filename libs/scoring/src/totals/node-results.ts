import { percentOf } from '../exact/percent';
import { pointsOf } from '../exact/rounding';
import type { NodeResult } from '../model/result';
import type { Plan } from '../tree/plan';
import { EXCLUDED, type Sheet } from './sheet';

/** Every node's points, maximum after exclusions and percent, by code. */
export function nodeResults(plan: Plan, sheet: Sheet): Readonly<Record<string, NodeResult>> {
  const results: Record<string, NodeResult> = {};
  for (let place = 0; place < plan.nodes.length; place += 1) {
    results[(plan.nodes[place] as Plan['nodes'][number]).node.code] = nodeResult(sheet, place, plan.indexDecimals);
  }
  return results;
}

function nodeResult(sheet: Sheet, place: number, decimals: number): NodeResult {
  const units = sheet.units[place] as number;
  if (units === EXCLUDED) return { excluded: true };
  const max = sheet.max[place] as number;
  return { points: pointsOf(units), max: pointsOf(max), percent: percentOf(units, max, decimals) };
}
