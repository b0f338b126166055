import { summaryOf } from './result-summary';

const set = { rounding: { index: 2 }, grades: [{ name: 'Tốt', from: 80 }, { name: 'Khá', from: 50 }] };
const rows = (...indices: number[]) => indices.map((index) => ({ index, grade: index >= 80 ? 'Tốt' : index >= 50 ? 'Khá' : null }));

describe('summaryOf', () => {
  it('has no figure of nobody', () => {
    expect(summaryOf(set, [])).toEqual({ count: 0, highest: null, lowest: null, mean: null, grades: [{ name: 'Tốt', count: 0 }, { name: 'Khá', count: 0 }] });
  });
  it('counts each grade in the order of the set', () => {
    expect(summaryOf(set, rows(91.21, 80, 79.99, 12)).grades).toEqual([{ name: 'Tốt', count: 2 }, { name: 'Khá', count: 1 }]);
  });
  it('finds highest and lowest', () => expect(summaryOf(set, rows(80, 91.21, 12))).toMatchObject({ count: 3, highest: 91.21, lowest: 12 }));
  it('rounds the mean once, half up', () => {
    expect(summaryOf(set, rows(0.01, 0.02)).mean).toBe(0.02);
    expect(summaryOf(set, rows(0.01, 0.01, 0.02)).mean).toBe(0.01);
    expect(summaryOf(set, rows(1.1, 2.2, 3.3)).mean).toBe(2.2);
  });
  it('keeps the decimals of the set', () => {
    expect(summaryOf({ ...set, rounding: { index: 4 } }, rows(10, 10, 11)).mean).toBe(10.3333);
    expect(summaryOf({ ...set, rounding: { index: 0 } }, rows(10, 11)).mean).toBe(11);
    expect(summaryOf({}, rows(10, 10, 11)).mean).toBe(10.33);
  });
});
