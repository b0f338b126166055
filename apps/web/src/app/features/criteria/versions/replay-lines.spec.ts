import type { ReplayRow } from '@par-index/contract';
import { indexMoved, moves, placesInWords, placesWon, quietReason, shownRows, signed } from './replay-lines';

const figures = (index: number, rank: number) => ({ points: index, applicableMax: 100, index, rank, grade: null });
const row = (name: string, before: readonly [number, number], after: readonly [number, number]): ReplayRow => ({
  agency: { id: name, code: name, name, shortName: name },
  before: figures(...before),
  after: figures(...after),
  leaves: [],
});

const up = row('Sở Y tế', [80.1, 3], [80.3, 1]);
const down = row('Sở Xây dựng', [90, 1], [79.99, 2]);
const still = row('Sở Tư pháp', [70, 4], [70, 4]);

describe('the rows of a replay', () => {
  it('say how far somebody moved, exactly', () => {
    expect([up, down, still].map(indexMoved)).toEqual([0.2, -10.01, 0]);
    expect([0.2, -10.01, 0].map(signed)).toEqual(['+0,2', '−10,01', '0']);
    expect([up, down, still].map(placesWon)).toEqual([2, -1, 0]);
    expect([up, down, still].map(placesInWords)).toEqual(['tăng 2 bậc', 'giảm 1 bậc', 'giữ nguyên']);
  });

  it('say why somebody moves though no criterion gives other points, and never that others moved where nobody did', () => {
    expect([up, row('Sở Nội vụ', [70, 2], [70, 3]), still].map(quietReason)).toEqual([
      expect.stringContaining('quy tắc chung của bộ'),
      expect.stringContaining('hạng đổi vì cơ quan khác hoặc vì cách xếp hạng'),
      'Điểm của cơ quan này không đổi.',
    ]);
  });

  it('are those that move, or all, found without accents', () => {
    const rows = [up, down, still];
    expect(rows.filter(moves)).toEqual([up, down]);
    expect(shownRows(rows, { only: 'moved', search: 'y te' })).toEqual([up]);
    expect(shownRows(rows, { only: 'all', search: 'tu phap' })).toEqual([still]);
  });
});
