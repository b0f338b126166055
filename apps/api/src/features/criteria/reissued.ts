import type { CriteriaSet } from '@par-index/scoring';

/** The same criteria for another year: code and title say that year where they said the former one, and nothing else changes. */
export function reissuedFor(year: number, set: CriteriaSet): CriteriaSet {
  const told = (text: string): string => text.replaceAll(String(set.year), String(year));
  return { ...set, code: told(set.code), title: told(set.title), year };
}
