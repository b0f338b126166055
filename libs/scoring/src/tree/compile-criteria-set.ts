import { checkCriteriaSet } from '../check/check-criteria-set';
import { DECIMALS, unitsOf } from '../exact/decimal';
import type { CompiledLeaf, CompiledSet } from '../model/compiled-set';
import type { CriteriaSet, Section } from '../model/criteria-set';
import { InvalidCriteriaSetError } from '../model/errors';
import { ruleKind } from '../rule/rules';
import { type OutlinedNode, outlineOf } from './outline';
import type { Plan, PlanLeaf, PlanNode } from './plan';
import { ScoringSet } from './scoring-set';

const INDEX_DECIMALS = 2;

/**
 * A set ready to score; immutable, reusable for any number of agencies. Throws an InvalidCriteriaSetError with every finding
 * where `checkCriteriaSet` finds an error.
 */
export function compileCriteriaSet(set: CriteriaSet): CompiledSet {
  const checked = checkCriteriaSet(set);
  if (checked.set === null) throw new InvalidCriteriaSetError(checked.findings);
  return new ScoringSet(checked.set, planFor(checked.set));
}

function planFor(set: CriteriaSet): Plan {
  const outline = outlineOf(set.criteria);
  const placeByCode = new Map(outline.map(({ node }, place) => [node.code, place]));
  const leaves = outline.flatMap(({ leaf }, at) => (leaf === null ? [] : [planLeaf(leaf, at, set)]));
  return {
    nodes: outline.map((it) => planNode(it, placeByCode)),
    leaves,
    tops: topsOf(outline),
    credited: creditedOf(outline),
    relativeLeaves: leaves.filter(({ leaf }) => leaf.rule.kind === 'relative'),
    leafByCode: new Map(leaves.map((it) => [it.leaf.code, it])),
    placeByCode,
    indexDecimals: set.rounding?.index ?? INDEX_DECIMALS,
    rankBy: set.ranking?.by ?? 'exact',
    tieBreak: (set.ranking?.tieBreak ?? []).flatMap((code) => placeByCode.get(code) ?? []),
  };
}

function planNode({ node }: OutlinedNode, placeByCode: ReadonlyMap<string, number>): PlanNode {
  const parent = node.parent === null ? -1 : (placeByCode.get(node.parent) ?? -1);
  return { node, parent, max: unitsOf(node.max), combine: node.combine };
}

function topsOf(outline: readonly OutlinedNode[]): Plan['tops'] {
  const inSection = (section: Section) => placesWhere(outline, ({ node }) => node.parent === null && node.section === section);
  return { scored: inSection('scored'), bonus: inSection('bonus'), penalty: inSection('penalty') };
}

function creditedOf(outline: readonly OutlinedNode[]): Plan['credited'] {
  const counts = ({ node, combinedAbove }: OutlinedNode) => node.section === 'scored' && node.source !== null && !combinedAbove;
  return {
    self: placesWhere(outline, (it) => counts(it) && it.node.source !== 'survey'),
    survey: placesWhere(outline, (it) => counts(it) && it.node.source === 'survey'),
  };
}

function placesWhere(outline: readonly OutlinedNode[], holds: (node: OutlinedNode) => boolean): readonly number[] {
  return outline.flatMap((node, place) => (holds(node) ? [place] : []));
}

function planLeaf(leaf: CompiledLeaf, at: number, set: CriteriaSet): PlanLeaf {
  const scope = { rule: leaf.rule, max: leaf.max, decimals: set.rounding?.points ?? DECIMALS, best: null };
  return {
    leaf,
    at,
    scope,
    quick: ruleKind(leaf.rule).quick(scope),
    excludedWithoutAnswer: leaf.source === 'survey' && set.withoutSurvey === 'exclude',
  };
}
