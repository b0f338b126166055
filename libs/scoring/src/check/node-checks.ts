import { addPoints } from '../exact/points';
import type { LeafSource } from '../model/criteria-set';
import { extendsByOnePart } from './node-code';
import type { NodeOutline } from './outline';
import type { Place } from './place';
import { checkDecimals, checkRule } from './rule-checks';

/** What the shape of the nodes does not say: their codes, sections, maxima and rules against each other. */
export function checkNodes(nodes: readonly NodeOutline[], decimals: number): void {
  checkCodesDiffer(nodes);
  for (const node of nodes) {
    checkCode(node);
    checkSection(node);
    checkMax(node, decimals);
    checkChildrenMax(node);
    if (node.rule !== null) checkRule(node.rule, node.at.member('rule'), { max: node.max ?? NaN, decimals, inBestOf: false });
  }
  checkSources(nodes);
}

function checkCodesDiffer(nodes: readonly NodeOutline[]): void {
  const titles = new Map<string, string>();
  for (const { code, title, at } of nodes) {
    if (code === null) continue;
    const first = titles.get(code);
    if (first !== undefined) at.member('code').error('code.doubled', { code, title: first });
    titles.set(code, first ?? title);
  }
}

function checkCode({ code, parent, at }: NodeOutline): void {
  if (code === null || parent?.code === null) return;
  if (parent === null) return code.includes('.') ? at.member('code').warning('code.several-parts', { code }) : undefined;
  if (!extendsByOnePart(code, parent.code)) at.member('code').error('code.not-under-parent', { code, parent: parent.code });
}

function checkSection({ ownSection, parent, at }: NodeOutline): void {
  if (ownSection && parent !== null) at.member('section').error('section.below-top', {});
}

function checkMax({ max, code, at }: NodeOutline, decimals: number): void {
  checkDecimals(max ?? 0, at.member('max'), decimals);
  if (max === 0) at.member('max').warning('node.zero-max', named(code));
}

function checkChildrenMax(node: NodeOutline): void {
  if (node.max === null || node.children.length === 0) return;
  if (node.combine === 'sum') checkSum(node, node.max);
  if (node.combine === 'best') checkBestChildren(node, node.max);
}

/** In a bonus or penalty section a max is a cap, which may be below the sum, never above it. */
function checkSum({ section, code, children, at }: NodeOutline, max: number): void {
  const sum = sumOfMaxima(children);
  if (sum === null || section === null) return;
  const isScored = section === 'scored';
  const differs = isScored ? max !== sum : max > sum;
  if (differs) at.member('max').error(isScored ? 'sum.mismatch' : 'sum.cap-too-high', { max, sum, ...named(code) });
}

function checkBestChildren({ children }: NodeOutline, parentMax: number): void {
  for (const { max, code, at } of children) {
    const own = max ?? 0;
    if (own > parentMax) at.member('max').error('best.child-above-max', { max: own, parentMax, ...named(code) });
  }
}

/** Null while the max of one of them is not sound. */
export function sumOfMaxima(nodes: readonly NodeOutline[]): number | null {
  const maxima = nodes.map(({ max }) => max).filter((max) => max !== null);
  return maxima.length === nodes.length ? addPoints(maxima) : null;
}

const named = (code: string | null): { readonly code?: string } => (code === null ? {} : { code });

/** The leaves under an `all` or `best` node share one source. Said once, at the highest such node. */
function checkSources(nodes: readonly NodeOutline[]): void {
  const sources = new Map<NodeOutline, Set<LeafSource>>();
  for (const leaf of nodes.filter(({ isLeaf }) => isLeaf)) {
    const combined = highestCombined(leaf);
    if (combined === null || leaf.source === null) continue;
    sources.set(combined, (sources.get(combined) ?? new Set<LeafSource>()).add(leaf.source));
  }
  for (const [{ at, combine }, found] of sources) {
    if (found.size > 1) reportMixed([...found], `${combine}`, at);
  }
}

const reportMixed = (sources: readonly LeafSource[], combine: string, at: Place): false =>
  at.member('combine').error('sources.mixed', { combine, sources: sources.toSorted().join(', ') });

const combines = ({ isLeaf, combine }: NodeOutline): boolean => !isLeaf && (combine === 'all' || combine === 'best');

function highestCombined(leaf: NodeOutline): NodeOutline | null {
  const above = leaf.parent === null ? null : highestCombined(leaf.parent);
  return above ?? (combines(leaf) ? leaf : null);
}
