import type { CriteriaSetState, CriteriaSetSummary } from '@par-index/contract';
import { matchesSearch } from '../../ui/format/fold-accents';

/** What of the library is shown; empty parts hold nothing back. */
export interface LibraryFilter {
  readonly group: string;
  readonly year: string;
  readonly state: CriteriaSetState | '';
  readonly search: string;
}

export const EVERYTHING: LibraryFilter = { group: '', year: '', state: '', search: '' };

export interface Shelf {
  readonly key: string;
  readonly year: number;
  readonly groupName: string;
  readonly sets: readonly CriteriaSetSummary[];
}

export const yearsOf = (sets: readonly CriteriaSetSummary[]): readonly number[] => [...new Set(sets.map(({ year }) => year))].sort((one, other) => other - one);

export function kept(sets: readonly CriteriaSetSummary[], { group, year, state, search }: LibraryFilter): readonly CriteriaSetSummary[] {
  return sets.filter(
    (set) =>
      (group === '' || set.groupCode === group) && (year === '' || String(set.year) === year) && (state === '' || set.state === state) && matchesSearch(`${set.title} ${set.code}`, search),
  );
}

/** One shelf for each year and group, the newest year first; on it the drafts, then the newest version first. */
export function shelves(sets: readonly CriteriaSetSummary[], groupName: (code: string) => string): readonly Shelf[] {
  const byKey = new Map<string, readonly CriteriaSetSummary[]>();
  for (const set of sets) {
    const key = `${set.year} ${set.groupCode}`;
    byKey.set(key, [...(byKey.get(key) ?? []), set]);
  }
  const all = [...byKey].map(([key, members]) => ({ key, year: members[0]?.year ?? 0, groupName: groupName(members[0]?.groupCode ?? ''), sets: members.toSorted(draftsFirst) }));
  return all.sort((one, other) => other.year - one.year || one.groupName.localeCompare(other.groupName, 'vi'));
}

const draftsFirst = (one: CriteriaSetSummary, other: CriteriaSetSummary): number =>
  Number(other.state === 'draft') - Number(one.state === 'draft') || one.code.localeCompare(other.code) || other.versionNumber - one.versionNumber;
