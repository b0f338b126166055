import { csvOf } from './csv';

it('is UTF-8 that spreadsheet programs know, a line for each row', () => {
  expect(csvOf([['mã', 'điểm'], ['so-y-te', 1.25], ['a', null]])).toBe('\uFEFFmã,điểm\r\nso-y-te,1.25\r\na,\r\n');
});

it.each([
  ['một, hai', '"một, hai"'],
  ['nói "được"', '"nói ""được"""'],
  ['hai\ndòng', '"hai\ndòng"'],
  ['=1+1', "'=1+1"],
  ['+84', "'+84"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
])('writes %p so that no program computes it or loses its end', (text, cell) => {
  expect(csvOf([[text]])).toBe(`\uFEFF${cell}\r\n`);
});

it('leaves negative figures figures', () => {
  expect(csvOf([[-0.5]])).toBe('\uFEFF-0.5\r\n');
});
