import type { ChecklistRule, Rule } from '@par-index/scoring';
import { capital } from './line-award';
import { freeId, idFrom } from './item-id';

/** A line that a person has to look at: what it says, why it is doubtful, what was taken for granted. */
export interface Doubt {
  readonly line: string;
  readonly reason: string;
  readonly assumed: string;
}

export interface Proposal {
  readonly rule: Rule;
  readonly doubts: readonly Doubt[];
}

/** What a document says of one criterion that is scored. */
export interface RuleText {
  readonly title: string;
  readonly max: number;
  /** As printed, one for each paragraph. */
  readonly lines: readonly string[];
}

/** With ids of their labels, none twice. */
export function withoutId<T extends { readonly label: string }>(list: readonly T[]): readonly (T & { readonly id: string })[] {
  const taken = new Set<string>();
  return list.map((one, index) => {
    const id = freeId(idFrom(one.label, index), taken);
    taken.add(id);
    return { id, ...one };
  });
}

/** Points are split evenly: only together do they count. */
export function allOf(labels: readonly string[], max: number): ChecklistRule {
  const share = Math.floor((max * 10_000) / Math.max(1, labels.length)) / 10_000;
  return { kind: 'checklist', items: withoutId(labels.map((label) => ({ label: capital(label), points: share }))), award: 'all' };
}

