import { reviewCriteriaSet, type Finding, findingInWords } from '@par-index/scoring';
import type { Fields } from '../draft/fields';
import { type Path, placeOfPointer } from '../draft/node-path';

/** Something wrong with the draft, at its node, in words. */
export interface Found {
  readonly severity: Finding['severity'];
  readonly pointer: string;
  readonly path: Path;
  /** Within the node: `/title`, `/rule/bands/2/points`. */
  readonly within: string;
  readonly sentence: string;
}

/** Everything that the library finds in a draft, each with its place. */
export function findIn(set: Fields): readonly Found[] {
  return reviewCriteriaSet(set).findings.map(foundOf);
}

export function foundOf(finding: Finding): Found {
  const { severity, pointer } = finding;
  return { severity, pointer, ...placeOfPointer(pointer), sentence: findingInWords(finding) };
}

export const keyOf = (path: Path): string => path.join('.');

export interface Count {
  readonly errors: number;
  readonly warnings: number;
}

export const NOTHING: Count = { errors: 0, warnings: 0 };

/** How much is wrong at each node itself, by `keyOf` its path. */
export function countsByNode(found: readonly Found[]): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const { path, severity } of found) {
    const { errors, warnings } = counts.get(keyOf(path)) ?? NOTHING;
    counts.set(keyOf(path), severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 });
  }
  return counts;
}

export const countOf = (found: readonly Found[]): Count => ({
  errors: found.filter(({ severity }) => severity === 'error').length,
  warnings: found.filter(({ severity }) => severity === 'warning').length,
});
