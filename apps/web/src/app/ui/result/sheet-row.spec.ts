import { type AnySheetLine, linesThatLost, sheetRow } from './sheet-row';

const line = (code: string, result: AnySheetLine['result'], overrides: Partial<AnySheetLine> = {}): AnySheetLine => ({
  ...{ code, title: `Tiêu chí ${code}`, max: 2, depth: code.split('.').length - 1, leaf: code.includes('.'), result, remark: '' },
  ...overrides,
});

describe('a line of a sheet', () => {
  it('shows the points beside what counts of the maximum', () => {
    expect(sheetRow(line('1', { points: 1.5, max: 1.5, percent: 100 }))).toMatchObject({ points: 1.5, max: '1,5', look: 'full', excluded: false, explained: false });
    expect(sheetRow(line('1.1', { points: 0, max: 2, percent: 0 }))).toMatchObject({ look: 'zero' });
    expect(sheetRow(line('1.1', { points: 1, max: 2, percent: 50 }))).toMatchObject({ look: 'partial' });
  });

  it('says that it does not count', () => {
    expect(sheetRow(line('1.1', { excluded: true }))).toMatchObject({ points: null, max: '2', excluded: true });
  });
});

describe('the lines that lost points', () => {
  it('come with their parents', () => {
    const lines = [
      line('1', { points: 1, max: 4, percent: 25 }),
      line('1.1', { points: 1, max: 2, percent: 50 }),
      line('1.2', { points: 2, max: 2, percent: 100 }),
      line('10', { points: 2, max: 2, percent: 100 }),
      line('10.1', { excluded: true }),
    ];
    expect(linesThatLost(lines).map(({ code }) => code)).toEqual(['1', '1.1']);
  });
});
