import { markedLines } from './marked-lines';

const TEXT = Array.from({ length: 12 }, (_, index) => `dòng ${index + 1}`).join('\n');

describe('a file with findings in place', () => {
  it('shows each finding with two lines around it and counts the rest', () => {
    const shown = markedLines(TEXT, [{ line: 6, severity: 'error', detail: 'Thiếu tên' }]);
    expect(shown.map((line) => (line.kind === 'gap' ? `… ${line.lines}` : line.text))).toEqual([
      '… 3',
      'dòng 4',
      'dòng 5',
      'dòng 6',
      'dòng 7',
      'dòng 8',
      '… 4',
    ]);
  });

  it('puts the sentence under its own line', () => {
    const shown = markedLines(TEXT, [{ line: 1, severity: 'error', detail: 'Thiếu tên' }]);
    expect(shown[0]).toMatchObject({ kind: 'line', number: 1, findings: [{ detail: 'Thiếu tên' }] });
  });

  it('is one gap where nothing was found', () => {
    expect(markedLines(TEXT, [])).toEqual([{ kind: 'gap', number: 1, lines: 12 }]);
  });
});
