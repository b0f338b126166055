import type { ResultRow } from '@par-index/contract';
import { ordered } from '../data-table/table-order';
import { indexChange, nodePoints, rankingColumns, rankMove } from './ranking-columns';

function row(overrides: Partial<ResultRow> = {}): ResultRow {
  const agency = { id: '1', code: 'so-tu-phap', name: 'Sở Tư pháp', shortName: 'Sở Tư pháp' };
  return {
    ...{ agency, rank: 1, index: 91.21, grade: 'Xuất sắc', points: 91.21, applicableMax: 100, selfPoints: 60, surveyPoints: 31.21, bonus: 0, penalty: 0 },
    ...{ fields: { '1': { points: 14.5, max: 15, percent: 96.67 }, '2': { excluded: true as const } }, previousIndex: 90.1, previousRank: 3, predecessors: [] },
    ...overrides,
  };
}

describe('a ranking', () => {
  it('has a column for each field with its maximum', () => {
    const columns = rankingColumns([
      { code: '1', title: 'Chỉ đạo điều hành', max: 15, section: 'scored' },
      { code: '9', title: 'Điểm thưởng', max: 3, section: 'bonus' },
    ]);
    expect(columns.map(({ head }) => head).slice(-2)).toEqual(['1. Chỉ đạo điều hành (15)', 'Điểm thưởng (3)']);
    expect(columns.at(-2)?.text?.(row())).toBe('14,50');
  });

  it('sorts what is not known to the end', () => {
    const rows = [row({ previousIndex: null }), row({ previousIndex: 95 }), row()];
    const shown = ordered(rows, rankingColumns([]), { column: 'change', rising: false });
    expect(shown.map(({ previousIndex }) => previousIndex)).toEqual([90.1, 95, null]);
  });

  it.each([
    [90.1, '+1,11'],
    [92, '−0,79'],
    [91.21, '0,00'],
    [null, '–'],
  ])('tells the change from %s', (previousIndex, expected) => {
    expect(indexChange(row({ previousIndex }))).toBe(expected);
  });

  it.each([
    [3, 'tăng 2 bậc'],
    [1, 'giữ hạng'],
    [null, null],
  ])('tells the move from rank %s', (previousRank, expected) => {
    expect(rankMove({ rank: 1, previousRank })).toBe(expected);
  });

  it('tells a fall', () => {
    expect(rankMove({ rank: 4, previousRank: 1 })).toBe('giảm 3 bậc');
  });

  it('shows an excluded field as a dash', () => {
    expect(nodePoints({ excluded: true })).toBe('–');
    expect(nodePoints(undefined)).toBe('–');
    expect(nodePoints({ points: 0, max: 2, percent: 0 })).toBe('0,00');
  });
});
