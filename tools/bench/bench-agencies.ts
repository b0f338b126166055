import type { AgencyAnswers, Answer, Rule } from '@par-index/scoring';
import { randomWholes } from './random';

type Below = (below: number) => number;

const pick = <T>(list: readonly T[], below: Below): T => list[below(list.length)] as T;

function fraction(below: Below): Answer {
  const denominator = 1 + below(400);
  return { numerator: below(denominator + 1), denominator };
}

/** A likely answer to each kind that the bench set has. */
function answerTo(rule: Rule, below: Below): Answer {
  switch (rule.kind) {
    case 'choice':
      return { choice: pick(rule.options, below).id };
    case 'checklist':
      return { checked: rule.items.filter(() => below(3) > 0).map(({ id }) => id) };
    case 'tally':
      return { counts: Object.fromEntries(rule.items.map(({ id }) => [id, below(4)])) };
    case 'survey':
      return { responses: Object.fromEntries(rule.options.map(({ id }) => [id, 1 + below(30)])) };
    default:
      return fraction(below);
  }
}

/** Agencies that all answer every leaf, the same ones on every run, as they come from JSON. */
export function benchAgencies(count: number, leaves: readonly { readonly code: string; readonly rule: Rule }[]): readonly AgencyAnswers[] {
  const below = randomWholes(2026);
  const agencies = Array.from({ length: count }, (_, place) => ({
    code: `co-quan-${place + 1}`,
    answers: Object.fromEntries(leaves.map(({ code, rule }) => [code, answerTo(rule, below)])),
  }));
  return JSON.parse(JSON.stringify(agencies)) as readonly AgencyAnswers[];
}
