import type { DocumentUse } from '@par-index/contract';

/** Where a document stands in one cycle, in one version: the criteria in their order. */
export interface UsesInCycle {
  readonly cycleTitle: string;
  readonly fileVersion: number | null;
  readonly round: DocumentUse['round'];
  readonly criteria: readonly Pick<DocumentUse, 'assessmentId' | 'code'>[];
}

const IN_ORDER = new Intl.Collator('vi', { numeric: true });

/** The newest cycle first; a criterion with a part before the one after it, `1.9` before `1.10`. */
export function usesByCycle(uses: readonly DocumentUse[]): readonly UsesInCycle[] {
  const groups = new Map<string, DocumentUse[]>();
  for (const use of uses.toSorted((one, other) => other.year - one.year || IN_ORDER.compare(one.code, other.code))) {
    const key = [use.year, use.assessmentId, use.round, use.fileVersion].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ cycleTitle: first.cycleTitle, fileVersion: first.fileVersion, round: first.round, criteria: group.map(({ assessmentId, code }) => ({ assessmentId, code })) }] : [];
  });
}
