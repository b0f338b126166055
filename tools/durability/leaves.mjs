// The criteria that an agency answers itself, with answers to alternate between.

/** @typedef {import('@par-index/scoring').CriterionNode} CriterionNode */
/** @typedef {import('@par-index/scoring').LeafNode} LeafNode */

/** @param {readonly CriterionNode[]} nodes @returns {readonly LeafNode[]} */
const leavesOf = (nodes) => nodes.flatMap((node) => ('children' in node ? leavesOf(node.children) : [node]));

/** @param {LeafNode} leaf @returns {readonly unknown[]} */
function answersOf({ rule }) {
  if (rule.kind === 'choice') return rule.options.map(({ id }) => ({ choice: id }));
  if (rule.kind === 'checklist') return rule.items.map(({ id }) => ({ checked: [id] }));
  return [];
}

/**
 * @param {{ criteriaSet: import('@par-index/scoring').CriteriaSet, exemptions: readonly { code: string }[] }} assessment
 * @returns {readonly import('./writer.mjs').Leaf[]}
 */
export function leavesToAnswer({ criteriaSet, exemptions }) {
  const exempt = exemptions.map(({ code }) => code);
  return leavesOf(criteriaSet.criteria)
    .filter(({ source }) => (source ?? 'self') === 'self')
    .filter(({ code }) => !exempt.some((node) => code === node || code.startsWith(`${node}.`)))
    .map((leaf) => ({ code: leaf.code, answers: answersOf(leaf) }))
    .filter(({ answers }) => answers.length > 1);
}
