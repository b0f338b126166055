import type { Measure } from '../model/measure';
import type { BandEdges } from '../model/rule';
import { amount, edgesInWords, equalsAmount, exactAmount, isWithinRange, measureInWords, plainEdgesInWords } from './measure-words';

const ratio: Measure = { type: 'ratio', numerator: 'Hồ sơ đúng hạn', denominator: 'Tổng số hồ sơ' };
const wide: Measure = { ...ratio, max: 1000 };
const days: Measure = { type: 'number', label: 'Số ngày chậm', unit: 'ngày' };
const bare: Measure = { type: 'number', label: 'Hệ số', unit: '', min: -5, max: 5 };
const growth: Measure = { type: 'growth', current: 'Thu năm nay', previous: 'Thu năm trước' };

it('says where a value comes from', () => {
  expect([ratio, days, bare, growth].map(measureInWords)).toEqual([
    'Tỷ lệ = Hồ sơ đúng hạn / Tổng số hồ sơ × 100%',
    'Số liệu: Số ngày chậm (ngày)',
    'Số liệu: Hệ số',
    'Tốc độ tăng = (Thu năm nay − Thu năm trước) / Thu năm trước × 100%',
  ]);
});

it('puts the unit behind a value', () => {
  expect([ratio, growth, days, bare].map((measure) => amount(1234.5, measure))).toEqual([
    '1.234,5%',
    '1.234,5%',
    '1.234,5 ngày',
    '1.234,5',
  ]);
});

describe('an exact value', () => {
  const value = (numerator: number, denominator: number) => ({ numerator: `${numerator}`, denominator: `${denominator}` });

  it('is shown with two decimals as a percent and four as a number', () => {
    expect(exactAmount(value(20000, 207), ratio)).toBe('96,62%');
    expect(exactAmount(value(100, 3), growth)).toBe('33,33%');
    expect(exactAmount(value(1, 3), days)).toBe('0,3333 ngày');
    expect(exactAmount(value(1, 3), bare)).toBe('0,3333');
    expect(exactAmount(value(95, 1), ratio)).toBe('95%');
  });

  it('has four decimals where two would mislead', () => {
    expect(exactAmount(value(899996, 10000), ratio)).toBe('89,9996%');
    expect(exactAmount(value(900001, 10000), ratio)).toBe('90,0001%');
    expect(exactAmount(value(89999999, 1000000), ratio)).toBe('90%');
    expect(exactAmount(value(1, 3), growth)).toBe('0,3333%');
    expect(exactAmount(value(-1, 3), growth)).toBe('-0,3333%');
    expect(exactAmount(value(31, 3), growth)).toBe('10,33%');
    expect(exactAmount(value(1, 2), growth)).toBe('0,5%');
    expect(exactAmount(value(899996, 10000), days)).toBe('89,9996 ngày');
  });

  it('stands behind its sign', () => {
    expect(equalsAmount(value(95, 1), ratio)).toBe('= 95%');
    expect(equalsAmount(value(20000, 207), ratio)).toBe('≈ 96,62%');
    expect(equalsAmount(value(899996, 10000), ratio)).toBe('= 89,9996%');
    expect(equalsAmount(value(89999999, 1000000), ratio)).toBe('≈ 90%');
    expect(equalsAmount(value(3, 1), days)).toBe('= 3 ngày');
    expect(equalsAmount(value(1, 200), ratio)).toBe('= 0,005%');
  });
});

describe('edges, as a decision prints them', () => {
  it.each<[BandEdges, Measure, string]>([
    [{ from: 70, upTo: 90 }, ratio, 'từ 70% đến 90%'],
    [{ from: 70, below: 90 }, ratio, 'từ 70% đến dưới 90%'],
    [{ above: 70, upTo: 90 }, ratio, 'trên 70% đến 90%'],
    [{ above: 70, below: 90 }, ratio, 'trên 70% đến dưới 90%'],
    [{ from: 90 }, ratio, 'từ 90% trở lên'],
    [{ above: 90 }, ratio, 'trên 90%'],
    [{ upTo: 70 }, ratio, 'từ 70% trở xuống'],
    [{ below: 70 }, ratio, 'dưới 70%'],
    [{}, ratio, 'mọi giá trị'],
    [{ from: 100 }, ratio, '100%'],
    [{ from: 100 }, wide, 'từ 100% trở lên'],
    [{ from: 0, upTo: 100 }, ratio, 'mọi giá trị'],
    [{ from: 50, upTo: 100 }, ratio, 'từ 50% trở lên'],
    [{ above: 0, below: 50 }, ratio, 'trên 0% đến dưới 50%'],
    [{ above: 100 }, ratio, 'trên 100%'],
    [{ upTo: 0 }, days, '0 ngày'],
    [{ above: 0, upTo: 10 }, days, 'trên 0 đến 10 ngày'],
    [{ from: 5, below: 10 }, days, 'từ 5 đến dưới 10 ngày'],
    [{ above: 10 }, days, 'trên 10 ngày'],
    [{ from: -5, below: 0 }, bare, 'dưới 0'],
    [{ from: 1, upTo: 2 }, bare, 'từ 1 đến 2'],
    [{ upTo: -10 }, growth, 'từ -10% trở xuống'],
    [{ above: -10, upTo: 0 }, growth, 'trên -10% đến 0%'],
    [{ from: 5, upTo: 5 }, growth, '5%'],
    [{}, growth, 'mọi giá trị'],
  ])('%j of %j: %s', (edges, measure, words) => {
    expect(edgesInWords(edges, measure)).toBe(words);
  });

  it.each<[BandEdges, string]>([
    [{ above: 70, below: 80 }, 'trên 70 đến dưới 80'],
    [{ from: 90, upTo: 90 }, '90'],
    [{ from: 30, below: 30 }, 'từ 30 đến dưới 30'],
    [{ from: 60, upTo: 55 }, 'từ 60 đến 55'],
    [{ above: 1000 }, 'trên 1.000'],
    [{ upTo: 0.5 }, 'từ 0,5 trở xuống'],
    [{}, 'mọi giá trị'],
  ])('%j without a measure: %s', (edges, words) => {
    expect(plainEdgesInWords(edges)).toBe(words);
  });

  it('know whether a value of the measure lies between them', () => {
    expect(isWithinRange({ from: 100 }, ratio)).toBe(true);
    expect(isWithinRange({ above: 100 }, ratio)).toBe(false);
    expect(isWithinRange({ below: 0 }, ratio)).toBe(false);
    expect(isWithinRange({ below: 0 }, growth)).toBe(true);
  });
});
