import { equalsExact, formatExact, formatNumber, inSentence, isShownWhole, pointsInWords, sentence } from './number-words';

const exact = (numerator: number | string, denominator: number | string = 1) => ({
  numerator: `${numerator}`,
  denominator: `${denominator}`,
});

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [1842.5, '1.842,5'],
    [999, '999'],
    [1000, '1.000'],
    [1234567, '1.234.567'],
    [100000.0625, '100.000,0625'],
    [0.25, '0,25'],
    [0.0001, '0,0001'],
    [-10.5, '-10,5'],
    [-1234, '-1.234'],
    [-0, '0'],
    [1e21, '1.000.000.000.000.000.000.000'],
    [1.5e21, '1.500.000.000.000.000.000.000'],
    [1.25e-7, '0,000000125'],
    [5e-7, '0,0000005'],
  ])('writes %p as %s', (value, words) => {
    expect(formatNumber(value)).toBe(words);
  });

  it('shows as many decimals as asked for, and never fewer than the number has', () => {
    expect(formatNumber(91.2, { decimals: 2 })).toBe('91,20');
    expect(formatNumber(91, { decimals: 2 })).toBe('91,00');
    expect(formatNumber(91.235, { decimals: 2 })).toBe('91,235');
    expect(formatNumber(91.2, {})).toBe('91,2');
  });

  it('shows a dash for what is no finite number', () => {
    expect([NaN, Infinity, -Infinity].map((value) => formatNumber(value))).toEqual(['—', '—', '—']);
  });
});

describe('formatExact', () => {
  it.each([
    [exact(7, 13), 4, '0,5385'],
    [exact(1, 2), 4, '0,5'],
    [exact(1, 2), 0, '1'],
    [exact(49, 100), 0, '0'],
    [exact(3), 2, '3'],
    [exact(0), 2, '0'],
    [exact(200), 2, '200'],
    [exact(5, 1000), 2, '0,01'],
    [exact(4999, 1000000), 2, '0'],
    [exact(12345678, 10), 2, '1.234.567,8'],
    [exact(-1, 3), 2, '-0,33'],
    [exact(-2, 3), 2, '-0,67'],
    [exact(-5, 1000), 2, '0'],
    [exact(-15, 1000), 2, '-0,01'],
    [exact(-10), 2, '-10'],
    [exact('100000000000000000000001', '2'), 1, '50.000.000.000.000.000.000.000,5'],
  ])('rounds %p half up to %p decimals: %s', (value, decimals, words) => {
    expect(formatExact(value, decimals)).toBe(words);
  });

  it('says whether digits were lost', () => {
    expect(equalsExact(exact(7, 13), 4)).toBe('≈ 0,5385');
    expect(equalsExact(exact(1, 2), 4)).toBe('= 0,5');
    expect(equalsExact(exact(1, 8), 3)).toBe('= 0,125');
    expect(equalsExact(exact(1, 8), 2)).toBe('≈ 0,13');
    expect(isShownWhole(exact(1, 8), 3)).toBe(true);
    expect(isShownWhole(exact(1, 8), 2)).toBe(false);
  });
});

describe('words around a figure', () => {
  it('puts points behind their figure', () => {
    expect(pointsInWords(0.25)).toBe('0,25 điểm');
  });

  it('begins a sentence with a capital, an accented one too', () => {
    expect(['trên 90%', 'đúng hạn', '100%', ''].map(sentence)).toEqual(['Trên 90%', 'Đúng hạn', '100%', '']);
  });

  it('takes a label into a sentence, and leaves an abbreviation alone', () => {
    expect(['Báo cáo chậm', 'Đơn thư', 'UBND xã', 'Ý kiến', 'X', ''].map(inSentence)).toEqual([
      'báo cáo chậm',
      'đơn thư',
      'UBND xã',
      'ý kiến',
      'x',
      '',
    ]);
  });
});
