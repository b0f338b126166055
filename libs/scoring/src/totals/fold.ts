import type { Plan, PlanNode } from '../tree/plan';
import { EXCLUDED, type Sheet } from './sheet';

/** Adds the leaves' units up the tree: from the last node to the first, so that all children come before their parent. */
export function fold(plan: Plan, sheet: Sheet): void {
  const { nodes } = plan;
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const node = nodes[place] as PlanNode;
    if (node.combine === null) sheet.max[place] = node.max;
    else close(node, place, sheet);
    if (node.parent >= 0 && sheet.units[place] !== EXCLUDED) addTo(node.parent, nodes[node.parent] as PlanNode, place, sheet);
  }
  addSections(plan, sheet);
  sheet.self = sumAt(plan.credited.self, sheet);
  sheet.survey = sumAt(plan.credited.survey, sheet);
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

/** A child that is not excluded counts for its parent. */
function addTo(parent: number, { combine }: PlanNode, child: number, sheet: Sheet): void {
  const units = sheet.units[child] as number;
  const max = sheet.max[child] as number;
  const sofar = sheet.childUnits[parent] as number;
  sheet.childUnits[parent] = combine === 'best' ? Math.max(sofar, units) : sofar + units;
  sheet.childMax[parent] = (sheet.childMax[parent] as number) + max;
  sheet.applicable[parent] = (sheet.applicable[parent] as number) + 1;
  if (units < max) sheet.short[parent] = (sheet.short[parent] as number) + 1;
}

function addSections({ tops }: Plan, sheet: Sheet): void {
  sheet.points = sumAt(tops.scored, sheet);
  sheet.bonus = sumAt(tops.bonus, sheet);
  sheet.penalty = sumAt(tops.penalty, sheet);
  sheet.applicableMax = maxAt(tops.scored, sheet);
}

function sumAt(places: readonly number[], { units }: Sheet): number {
  let sum = 0;
  for (const place of places) sum += Math.max(units[place] as number, 0);
  return sum;
}

function maxAt(places: readonly number[], { units, max }: Sheet): number {
  let sum = 0;
  for (const place of places) sum += units[place] === EXCLUDED ? 0 : (max[place] as number);
  return sum;
}
