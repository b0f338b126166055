import type { Plan, PlanNode } from '../tree/plan';
import { EXCLUDED, type Sheet } from './sheet';

/** Adds the leaves' units up the tree: from the last node to the first, so that all children come before their parent. */
export function fold(plan: Plan, sheet: Sheet): void {
  sheet.clearTotals();
  for (let place = plan.nodes.length - 1; place >= 0; place -= 1) {
    const node = plan.nodes[place] as PlanNode;
    if (node.combine === null) sheet.max[place] = node.max;
    else close(node, place, sheet);
    if (sheet.units[place] !== EXCLUDED) count(node, plan, place, sheet);
  }
}

/** A parent has heard of all its children: their sum, all of them, or the best. Excluded when none applies. */
function close({ combine, max }: PlanNode, place: number, sheet: Sheet): void {
  const gained = sheet.childUnits[place] as number;
  if (sheet.applicable[place] === 0) sheet.units[place] = EXCLUDED;
  else if (combine === 'all') sheet.units[place] = sheet.short[place] === 0 ? max : 0;
  else sheet.units[place] = Math.min(max, gained);
  sheet.max[place] = combine === 'sum' ? Math.min(max, sheet.childMax[place] as number) : max;
  sheet.childUnits[place] = 0;
  sheet.childMax[place] = 0;
  sheet.applicable[place] = 0;
  sheet.short[place] = 0;
}

/** A node that is not excluded counts for its source, and for its parent or its section. */
function count({ credit, parent, node }: PlanNode, plan: Plan, place: number, sheet: Sheet): void {
  const units = sheet.units[place] as number;
  const max = sheet.max[place] as number;
  if (credit !== null) sheet[credit] += units;
  if (parent >= 0) return countChild(parent, plan, place, sheet);
  if (node.section !== 'scored') sheet[node.section] += units;
  else {
    sheet.points += units;
    sheet.applicableMax += max;
  }
}

function countChild(parent: number, plan: Plan, place: number, sheet: Sheet): void {
  const units = sheet.units[place] as number;
  const max = sheet.max[place] as number;
  const sofar = sheet.childUnits[parent] as number;
  sheet.childUnits[parent] = (plan.nodes[parent] as PlanNode).combine === 'best' ? Math.max(sofar, units) : sofar + units;
  sheet.childMax[parent] = (sheet.childMax[parent] as number) + max;
  sheet.applicable[parent] = (sheet.applicable[parent] as number) + 1;
  if (units < max) sheet.short[parent] = (sheet.short[parent] as number) + 1;
}
