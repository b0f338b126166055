import type { DocumentUse, EvidenceFileView } from './evidence.api';
import { anchorStanding, boxOnPage, freshnessOf, isBoxOnPage, isPageGone, SMALLEST_SIDE } from './evidence.workflow';

const FILE: EvidenceFileView = { name: 'bao-cao.pdf', mediaType: 'application/pdf', bytes: 10, sha256: 'a', fileVersion: 2, pages: 4 };
const use = (given: Partial<DocumentUse> = {}): DocumentUse => ({ assessmentId: 'a', year: 2025, cycleTitle: 'Kỳ 2025', code: '1.1', round: 'self-assessment', fileVersion: 2, ...given });

describe('a box on a page', () => {
  it.each([
    [{ x: 0, y: 0, width: 1, height: 1 }, true],
    [{ x: 0.2, y: 0.1, width: 0.8, height: 0.9 }, true],
    [{ x: 0.7, y: 0.1, width: 0.3, height: 0.1 }, true],
    [{ x: 0.2, y: 0.1, width: 0.81, height: 0.1 }, false],
    [{ x: -0.1, y: 0.1, width: 0.5, height: 0.1 }, false],
    [{ x: 0.1, y: 0.95, width: 0.5, height: 0.1 }, false],
    [{ x: 0.1, y: 0.1, width: 0, height: 0.1 }, false],
    [{ x: 0.1, y: 0.1, width: 0.1, height: SMALLEST_SIDE / 2 }, false],
    [{ x: Number.NaN, y: 0.1, width: 0.1, height: 0.1 }, false],
    [{ x: 0.1, y: 0.1, width: Number.POSITIVE_INFINITY, height: 0.1 }, false],
  ])('%j lies on it: %s', (box, lies) => expect(isBoxOnPage(box)).toBe(lies));

  it.each([
    [{ x: -0.5, y: 2, width: 0.5, height: 0.5 }, { x: 0, y: 0.5, width: 0.5, height: 0.5 }],
    [{ x: 0.9, y: 0.9, width: 0.5, height: 0 }, { x: 0.5, y: 0.9, width: 0.5, height: SMALLEST_SIDE }],
    [{ x: 0.1, y: 0.1, width: 3, height: 0.2 }, { x: 0, y: 0.1, width: 1, height: 0.2 }],
  ])('%j is moved onto it as %j', (box, moved) => {
    expect(boxOnPage(box)).toEqual(moved);
    expect(isBoxOnPage(boxOnPage(box))).toBe(true);
  });
});

describe('a place in a file', () => {
  it('is gone with its page, and only where the pages are known', () => {
    expect([isPageGone(5, 4), isPageGone(4, 4), isPageGone(5, null), isPageGone(null, 4)]).toEqual([true, false, false, false]);
  });

  it.each([
    [{ page: 4, fileVersion: 2 }, 'current'],
    [{ page: 4, fileVersion: 1 }, 'other-version'],
    [{ page: 5, fileVersion: 1 }, 'page-gone'],
    [{ page: 5, fileVersion: 2 }, 'page-gone'],
  ] as const)('%j stands as %s', (place, standing) => expect(anchorStanding({ box: null, note: '', ...place }, FILE)).toBe(standing));

  it('stands as it was set where there is no file to compare with, or nobody counted its pages', () => {
    expect(anchorStanding({ page: 9, box: null, note: '', fileVersion: 1 }, null)).toBe('current');
    expect(anchorStanding({ page: 9, box: null, note: '', fileVersion: 2 }, { fileVersion: 2, pages: null })).toBe('current');
  });
});

describe('whether a document is fresh', () => {
  const kinds = (issuedOn: string | null, uses: readonly DocumentUse[] = [], file: EvidenceFileView | null = FILE) => freshnessOf({ issuedOn, file }, uses, 2026).map(({ kind }) => kind);

  it('is not doubted when it bears a day of the assessed year, or none', () => {
    expect(kinds('2026-01-01')).toEqual([]);
    expect(kinds('2026-12-31')).toEqual([]);
    expect(kinds(null)).toEqual([]);
  });

  it('is doubted when its day lies before or after that year', () => {
    expect(freshnessOf({ issuedOn: '2025-12-31', file: null }, [], 2026)).toEqual([{ kind: 'dated-before', issuedOn: '2025-12-31', year: 2026 }]);
    expect(kinds('2027-01-01')).toEqual(['dated-after']);
  });

  it('is doubted when the very same file supported a former year', () => {
    expect(kinds(null, [use()])).toEqual(['former-file']);
    expect(freshnessOf({ issuedOn: null, file: FILE }, [use({ year: 2023 }), use({ year: 2024 })], 2026)).toEqual([{ kind: 'former-file', usedYear: 2024, year: 2026 }]);
  });

  it('is not doubted for a former version of the file, for this year, or for a document without a file', () => {
    expect(kinds(null, [use({ fileVersion: 1 })])).toEqual([]);
    expect(kinds(null, [use({ year: 2026 })])).toEqual([]);
    expect(kinds(null, [use({ fileVersion: null })], null)).toEqual([]);
  });

  it('may be doubted for both', () => expect(kinds('2025-03-01', [use()])).toEqual(['dated-before', 'former-file']));
});
