import type { CompiledSet, NodeResult } from '@par-index/scoring';

/** One field of work: its points so far, and how many of its criteria are done. */
export interface FieldSummary {
  readonly code: string;
  readonly title: string;
  /** Null where the field does not count for this agency. */
  readonly points: number | null;
  readonly max: number | null;
  readonly done: number;
  readonly leaves: number;
}

export function fieldSummaries(set: CompiledSet, nodes: Readonly<Record<string, NodeResult>>, done: ReadonlySet<string>): readonly FieldSummary[] {
  return set.nodes
    .filter(({ parent }) => parent === null)
    .map(({ code, title }) => {
      const node = nodes[code];
      const own = set.leaves.filter((leaf) => leaf.fieldCode === code && leaf.source === 'self');
      const counted = node !== undefined && !('excluded' in node);
      return {
        code,
        title,
        points: counted ? node.points : null,
        max: counted ? node.max : null,
        done: own.filter((leaf) => done.has(leaf.code)).length,
        leaves: own.length,
      };
    });
}
