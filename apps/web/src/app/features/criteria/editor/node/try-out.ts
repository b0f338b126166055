import { type Answer, checkAnswer, compileCriteriaSet, type CompiledLeaf, type CompiledSet, type CriteriaSet, explainLeaf, type Finding, type LeafTrace, type Rule } from '@par-index/scoring';
import { type Fields, isFields, numberOf, partOf, textOf } from '../draft/fields';

/** A leaf by itself, so that its rule can be tried while the rest of the set is unfinished. */
export interface TryOut {
  readonly set: CompiledSet;
  readonly leaf: CompiledLeaf;
}

/** Of the small set that holds the leaf. */
const CODE = '1';

/** Null while the rule itself has errors: then there is nothing to try. */
export function tryOutOf(set: Fields, node: Fields): TryOut | null {
  const max = numberOf(node, 'max');
  if (max === null || !isFields(node['rule'])) {
    return null;
  }
  const { examples: _examples, ...rule } = node['rule'];
  const whenNotApplicable = node['whenNotApplicable'];
  const leaf = { code: CODE, title: textOf(node, 'title') || CODE, max, rule: rule as unknown as Rule, ...(whenNotApplicable === undefined ? {} : { whenNotApplicable }) };
  const rounding = partOf(set, 'rounding');
  const small = { format: 'par-criteria-set/1', code: 'thu', title: 'Thử', year: 2026, appliesTo: 'thu', rounding, criteria: [leaf] };
  try {
    const compiled = compileCriteriaSet(small as unknown as CriteriaSet);
    const found = compiled.leaf(CODE);
    return found === undefined ? null : { set: compiled, leaf: found };
  } catch {
    return null;
  }
}

export interface Tried {
  /** Why the rule does not take the answer. */
  readonly findings: readonly Finding[];
  /** Null where it does not take it. */
  readonly trace: LeafTrace | null;
}

/** What an answer is worth. `best` is the best value of the group, for a rule that compares with it. */
export function tried({ set }: TryOut, answer: Answer | null, best: number | null): Tried {
  const findings = answer === null ? [] : checkAnswer(set, CODE, answer);
  if (findings.length > 0) {
    return { findings, trace: null };
  }
  const context = best === null ? {} : { best: exactly(best) };
  return { findings, trace: explainLeaf(set, CODE, answer, context) };
}

/** A typed decimal as the exact fraction that it is. */
function exactly(value: number): { readonly numerator: string; readonly denominator: string } {
  const [whole = '0', decimals = ''] = String(value).split('.');
  return { numerator: BigInt(`${whole}${decimals}`).toString(), denominator: (10n ** BigInt(decimals.length)).toString() };
}
