import type { Answer } from '../model/answer';
import type { Rule } from '../model/rule';
import { bands } from './bands';
import { bestOf } from './best-of';
import { checklist } from './checklist';
import { choice } from './choice';
import { direct } from './direct';
import { proportional } from './proportional';
import { relative } from './relative';
import type { RuleKindOf } from './rule-kind';
import { survey } from './survey';
import { tally } from './tally';

const RULES = { choice, checklist, proportional, bands, tally, survey, direct, relative, bestOf: bestOf(ruleKind) };

/** How a rule checks and scores its answers. */
export function ruleKind(rule: Rule): RuleKindOf<Rule, Answer> {
  return RULES[rule.kind];
}
