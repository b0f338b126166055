import type { Rule } from '../model/rule';
import { highestPoints } from './best-answer';
import { checkRule } from './rule-checks';
import type { NodeOutline } from './outline';
import { Place } from './place';
import type { Finding } from '../model/finding';
import { rangeOf } from './stretch';

/** Points that no answer ever reaches, and answers that make no difference. */
export function adviseOnReach(node: NodeOutline, decimals: number): void {
  const { rule, max, at } = node;
  if (node.children.length > 0) return adviseOnCombined(node, decimals);
  if (rule === null || max === null || max === 0 || !isSound(rule, { max, decimals })) return;
  const place = at.member('rule');
  adviseOnHighest(rule, max, { place, decimals });
  adviseOnIdleParts(rule, place);
}

/** A `best` node whose children all stop short of it; an `all` node of which one child never has full points, so that it is worth nothing. */
function adviseOnCombined({ combine, max, children, at }: NodeOutline, decimals: number): void {
  if (max === null || max === 0) return;
  const highest = Math.max(...children.map((child) => child.max ?? Infinity));
  if (combine === 'best' && highest < max) at.member('max').warning('reach.max', { highest, max });
  if (combine === 'all' && !children.every((child) => canBeFull(child, decimals))) at.member('combine').error('reach.nothing', { max });
}

/** Whether some answers give a node all its points. What can't be said of a node that has errors, or that may not apply, is taken to be so. */
function canBeFull(node: NodeOutline, decimals: number): boolean {
  const { rule, max, combine, children, fields } = node;
  if (max === null || max === 0) return true;
  if (combine === 'best' && children.length > 0) return children.some((child) => (child.max ?? max) >= max && canBeFull(child, decimals));
  if (children.length > 0) return children.every((child) => canBeFull(child, decimals));
  const mayNotApply = fields['whenNotApplicable'] === 'exclude' || fields['whenNotApplicable'] === 'full';
  if (rule === null || mayNotApply || !isSound(rule, { max, decimals })) return true;
  return (highestPoints(rule, { max, decimals }) ?? max) >= max;
}

/** Only of a rule without errors can be said what it comes to. */
function isSound(rule: Rule, { max, decimals }: { readonly max: number; readonly decimals: number }): boolean {
  const findings: Finding[] = [];
  checkRule(rule, Place.root(findings), { max, decimals, inBestOf: false });
  return findings.every(({ severity, code }) => severity !== 'error' || code.startsWith('example.') || code.startsWith('answer.'));
}

function adviseOnHighest(rule: Rule, max: number, { place, decimals }: { readonly place: Place; readonly decimals: number }): void {
  const highest = highestPoints(rule, { max, decimals });
  if (highest === null || highest >= max) return;
  if (highest === 0) return void place.error('reach.nothing', { max });
  // A choice that falls short is a finding of the check itself.
  if (rule.kind !== 'choice') place.warning('reach.max', { highest, max });
}

function adviseOnIdleParts(rule: Rule, place: Place): void {
  if (rule.kind === 'proportional' && rule.zeroBelow !== undefined) adviseOnThreshold(rule.zeroBelow, rangeOf(rule.measure).start.value, place);
  if (rule.kind === 'choice') adviseOnSamePoints(rule.options.map(({ points }) => points), place.member('options'));
  if (rule.kind === 'tally' || (rule.kind === 'checklist' && rule.award !== 'all')) adviseOnWorthless(rule.items, place.member('items'));
}

function adviseOnThreshold(zeroBelow: number, least: number, place: Place): void {
  if (zeroBelow <= least) place.member('zeroBelow').warning('reach.threshold-idle', { zeroBelow, least });
}

function adviseOnSamePoints([first, ...others]: readonly number[], place: Place): void {
  if (first !== undefined && others.length > 0 && first > 0 && others.every((points) => points === first)) place.warning('reach.same', { points: first });
}

function adviseOnWorthless(items: readonly { readonly points: number; readonly label: string }[], place: Place): void {
  if (items.every(({ points }) => points === 0)) return;
  items.forEach(({ points, label }, index) => {
    if (points === 0) place.member(index).member('points').warning('reach.worthless', { label });
  });
}
