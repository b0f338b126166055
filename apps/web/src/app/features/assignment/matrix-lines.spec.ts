import { appraiserAt, type MatrixChoice, matrixLines } from './matrix-lines';

const criteria = [
  { code: '1', title: 'Chỉ đạo', parentCode: null },
  { code: '1.1', title: 'Kế hoạch', parentCode: '1' },
  { code: '1.1.1', title: 'Ban hành', parentCode: '1.1' },
  { code: '1.1.2', title: 'Hoàn thành', parentCode: '1.1' },
  { code: '2', title: 'Thể chế', parentCode: null },
  { code: '2.1', title: 'Văn bản', parentCode: '2' },
];
const rows = [
  { code: '1.1.1', agencyId: 'nv', source: 'set' as const, exceptions: [{ assessedAgencyId: 'nv', agencyId: 'tp', source: 'substitute' as const }, { assessedAgencyId: 'yt', agencyId: 'tp', source: 'agency' as const }] },
  { code: '1.1.2', agencyId: 'tp', source: 'cycle' as const, exceptions: [] },
  { code: '2.1', agencyId: 'tp', source: 'set' as const, exceptions: [{ assessedAgencyId: 'tp', agencyId: null, source: 'substitute' as const }] },
];
const lines = (choice: Partial<MatrixChoice> = {}) => matrixLines({ criteria, rows }, { folded: new Set(), field: '', agencyId: '', ...choice });
const codes = (choice: Partial<MatrixChoice> = {}) => lines(choice).map(({ code }) => code);
const cellsOf = (code: string, choice: Partial<MatrixChoice> = {}) => Object.fromEntries(lines(choice).find((line) => line.code === code)?.cells ?? []);

describe('the lines of the matrix', () => {
  it('follow the set, each with its level and the leaves that it stands for', () => {
    expect(lines().map(({ code, level, isLeaf, leaves }) => [code, level, isLeaf, leaves.length])).toEqual([
      ['1', 0, false, 2],
      ['1.1', 1, false, 2],
      ['1.1.1', 2, true, 1],
      ['1.1.2', 2, true, 1],
      ['2', 0, false, 1],
      ['2.1', 1, true, 1],
    ]);
  });

  it('leave out what is below a folded line, and other fields than the one that is chosen', () => {
    expect(codes({ folded: new Set(['1.1']) })).toEqual(['1', '1.1', '2', '2.1']);
    expect(codes({ folded: new Set(['1', '2']) })).toEqual(['1', '2']);
    expect(codes({ field: '2' })).toEqual(['2', '2.1']);
  });

  it('say who appraises a criterion, and at how many agencies somebody else', () => {
    expect(cellsOf('1.1.1')).toEqual({ nv: { share: 'all', count: 0 }, tp: { share: 'some', count: 2 } });
    expect(cellsOf('2.1')).toEqual({ tp: { share: 'all', count: 0 } });
  });

  it('say how much of a field is whose', () => {
    expect(cellsOf('1')).toEqual({ nv: { share: 'some', count: 1 }, tp: { share: 'some', count: 1 } });
    expect(cellsOf('2')).toEqual({ tp: { share: 'all', count: 1 } });
  });

  it('say at one agency who appraises there, and what differs there', () => {
    expect(cellsOf('1.1.1', { agencyId: 'yt' })).toEqual({ tp: { share: 'all', count: 0 } });
    expect(cellsOf('1', { agencyId: 'yt' })).toEqual({ tp: { share: 'all', count: 2 } });
    expect(cellsOf('2.1', { agencyId: 'tp' })).toEqual({});
    expect(lines({ agencyId: 'yt' }).filter(({ isException }) => isException).map(({ code }) => code)).toEqual(['1.1.1']);
    expect(lines().filter(({ isException }) => isException)).toEqual([]);
  });
});

describe('who appraises at one agency', () => {
  it.each([
    ['xd', 'nv'],
    ['yt', 'tp'],
  ])('%s: %s', (assessed, appraiser) => expect(rows[0] && appraiserAt(rows[0], assessed)).toBe(appraiser));
  it('is nobody at an owner without a substitute', () => expect(rows[2] && appraiserAt(rows[2], 'tp')).toBeNull());
});
