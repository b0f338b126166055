import type { Rule } from '../model/rule';
import type { NodeOutline } from './outline';
import type { Place } from './place';
import { isRecord, ownMember } from './shape';

/** Who would have to answer a leaf, and whether they can. */
export function adviseOnAnswerers(node: NodeOutline): void {
  const { rule, source, at, isLeaf, fields } = node;
  if (!isLeaf || source === null) return;
  if (rule) adviseOnSource(node, rule);
  if (source === 'appraiser' && !hasAppraiser(node)) at.member('source').warning('answerable.no-appraiser', { code: node.code ?? '' });
  const evidence = ownMember(fields, 'evidence');
  if (source !== 'self' && isRecord(evidence) && ownMember(evidence, 'required') === true) {
    at.member('evidence').member('required').warning('answerable.evidence', { source });
  }
}

function adviseOnSource({ source, at }: NodeOutline, rule: Rule): void {
  if (rule.kind === 'survey' && (source === 'self' || source === 'appraiser')) at.member('source').error('answerable.survey-rule', { source });
  if (rule.kind !== 'survey' && source === 'survey') at.member('source').warning('answerable.survey-source', { kind: rule.kind });
  adviseOnOptions(rule, at.member('rule'));
}

/** Within `bestOf` a single option says that the case holds. */
function adviseOnOptions(rule: Rule, at: Place): void {
  const [only, ...others] = rule.kind === 'choice' ? rule.options : [];
  if (only && others.length === 0) at.member('options').warning('answerable.single-option', { label: only.label });
}

const hasAppraiser = ({ fields, parent }: NodeOutline): boolean => Object.hasOwn(fields, 'appraiser') || (parent !== null && hasAppraiser(parent));
