import type { LeafSource } from '../model/criteria-set';
import type { BestOfRule, Rule } from '../model/rule';
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
  if (rule.kind === 'survey' && hasNoQuestionnaires(source)) at.member('source').error('answerable.survey-rule', { source });
  if (rule.kind === 'bestOf' && hasNoQuestionnaires(source)) adviseOnCases(rule, source, at.member('rule'));
  if (source === 'survey' && !isOfSurveys(rule)) at.member('source').warning('answerable.survey-source', { kind: rule.kind });
  adviseOnOptions(rule, at.member('rule'));
}

const hasNoQuestionnaires = (source: LeafSource | null): source is 'self' | 'appraiser' => source === 'self' || source === 'appraiser';

const isOfSurveys = (rule: Rule): boolean => (rule.kind === 'bestOf' ? rule.cases.every((one) => isOfSurveys(one.rule)) : rule.kind === 'survey');

/** Every case is answered by whoever answers the leaf. */
function adviseOnCases({ cases }: BestOfRule, source: LeafSource, at: Place): void {
  cases.forEach(({ rule }, index) => {
    const place = at.member('cases').member(index).member('rule');
    if (rule.kind === 'survey') place.error('answerable.survey-rule', { source });
    if (rule.kind === 'bestOf') adviseOnCases(rule, source, place);
  });
}

/** Within `bestOf` a single option says that the case holds. */
function adviseOnOptions(rule: Rule, at: Place): void {
  const [only, ...others] = rule.kind === 'choice' ? rule.options : [];
  if (only && others.length === 0) at.member('options').warning('answerable.single-option', { label: only.label });
}

const hasAppraiser = ({ fields, parent }: NodeOutline): boolean => Object.hasOwn(fields, 'appraiser') || (parent !== null && hasAppraiser(parent));
