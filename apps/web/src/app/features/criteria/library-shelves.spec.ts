import type { CriteriaSetSummary } from '@par-index/contract';
import { EVERYTHING, kept, shelves, yearsOf } from './library-shelves';
import { draftCode } from './new-set';
import { comparable, versionWords } from './versions/version-words';

const set = (id: string, more: Partial<CriteriaSetSummary> = {}): CriteriaSetSummary => ({
  ...{ id, code: 'so-2026', title: 'Bộ tiêu chí các sở', year: 2026, groupCode: 'so', versionNumber: 1, state: 'published', digest: '', leafCount: 3 },
  ...{ createdAt: '', savedAt: '', savedBy: 'Lan', version: 1 },
  ...more,
});

const sets = [
  set('a'),
  set('b', { versionNumber: 2, state: 'frozen' }),
  set('c', { versionNumber: 0, state: 'draft' }),
  set('d', { year: 2025, code: 'so-2025' }),
  set('e', { groupCode: 'xa', code: 'xa-2026', title: 'Bộ tiêu chí các xã' }),
];

describe('the library of criteria sets', () => {
  it('has a shelf for each year and group, the newest year first, drafts and newest versions first on it', () => {
    const names: Readonly<Record<string, string>> = { so: 'Sở', xa: 'Xã' };
    expect(shelves(sets, (code) => names[code] ?? code).map(({ year, groupName, sets: members }) => [year, groupName, members.map(({ id }) => id).join('')])).toEqual([
      [2026, 'Sở', 'cba'],
      [2026, 'Xã', 'e'],
      [2025, 'Sở', 'd'],
    ]);
  });

  it.each([
    [{ group: 'xa' }, 'e'],
    [{ year: '2025' }, 'd'],
    [{ state: 'draft' as const }, 'c'],
    [{ search: 'cac xa' }, 'e'],
    [{ search: 'so-2025' }, 'd'],
    [{ year: '2025', group: 'xa' }, ''],
    [{}, 'abcde'],
  ])('is narrowed by %p', (filter, left) => {
    expect(kept(sets, { ...EVERYTHING, ...filter }).map(({ id }) => id).join('')).toBe(left);
  });

  it('knows its years, and proposes a code', () => {
    expect([yearsOf(sets), draftCode('so', ' 2027 ')]).toEqual([[2026, 2025], 'so-2027']);
  });

  it('compares first with the same set, then with the same group', () => {
    expect(comparable(sets, 'b').map(({ id }) => id)).toEqual(['a', 'c', 'd', 'e']);
    expect([versionWords(set('a')), versionWords(set('c', { versionNumber: 0 }))]).toEqual([expect.stringContaining('bản 1'), expect.stringContaining('nháp')]);
  });
});
