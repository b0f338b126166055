import type { CriteriaSetSummary, VersionRef } from '@par-index/contract';

/** «Bộ tiêu chí … (2026, bản 2)»; a draft has no number yet. */
export function versionWords({ title, year, versionNumber }: Pick<VersionRef, 'title' | 'year' | 'versionNumber'>): string {
  return versionNumber === 0 ? $localize`${title}:title: (${String(year)}:year:, bản nháp)` : $localize`${title}:title: (${String(year)}:year:, bản ${versionNumber}:version:)`;
}

/** The other versions, nearest first: of the same set, then of the same group, then all others. */
export function comparable(sets: readonly CriteriaSetSummary[], id: string): readonly CriteriaSetSummary[] {
  const own = sets.find((set) => set.id === id);
  const distance = (set: CriteriaSetSummary): number => (set.code === own?.code ? 0 : set.groupCode === own?.groupCode ? 1 : 2);
  return sets.filter((set) => set.id !== id).sort((one, other) => distance(one) - distance(other) || other.year - one.year || other.versionNumber - one.versionNumber);
}
