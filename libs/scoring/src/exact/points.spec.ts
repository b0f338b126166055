import * as fc from 'fast-check';
import { addPoints, comparePoints, meanPoints, subtractPoints } from './points';

const points = fc.integer({ min: -1e9, max: 1e9 }).map((units) => units / 10_000);

describe('addPoints', () => {
  it.each<[readonly number[], number]>([
    [[], 0],
    [[0.1, 0.2], 0.3],
    [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], 2.8],
    [[1.0001, -0.0001], 1],
    [[90.05, -90.05], 0],
    [[1e21, 1], 1e21],
  ])('%p make %p', (values, sum) => {
    expect(addPoints(values)).toBe(sum);
  });

  it.each([0.00001, NaN, Infinity])('refuses %p', (value) => {
    expect(() => addPoints([1, value])).toThrow(new RangeError(`${value} is not a number with at most 4 decimals`));
  });

  it('does not depend on the order', () => {
    fc.assert(fc.property(fc.array(points), (values) => addPoints(values) === addPoints(values.toReversed())));
  });
});

describe('subtractPoints', () => {
  it.each([
    [0.3, 0.1, 0.2],
    [0.3, 0.3, 0],
    [1, 0.9, 0.1],
    [0, 2.5, -2.5],
  ])('%p less %p is %p', (a, b, difference) => {
    expect(subtractPoints(a, b)).toBe(difference);
  });

  it('undoes an addition', () => {
    fc.assert(fc.property(points, points, (a, b) => subtractPoints(addPoints([a, b]), b) === a + 0));
  });

  it('refuses what is no number', () => {
    expect(() => subtractPoints(NaN, 1)).toThrow(RangeError);
    expect(() => subtractPoints(1, 1e-5)).toThrow(RangeError);
  });
});

describe('comparePoints', () => {
  it.each([
    [0.1, 0.2, -1],
    [0.2, 0.1, 1],
    [0.3, 0.3, 0],
    [-0, 0, 0],
    [1e21, 1e22, -1],
  ])('%p against %p is %p', (a, b, order) => {
    expect(comparePoints(a, b)).toBe(order);
  });

  it('refuses what is no number', () => {
    expect(() => comparePoints(NaN, 1)).toThrow(RangeError);
    expect(() => comparePoints(1, 0.1 + 0.2)).toThrow(RangeError);
  });
});

describe('meanPoints', () => {
  it.each<[number, number, number, number]>([
    [1, 2, 4, 1.5],
    [1.5, 2, 1, 1.8],
    [1.5, 1.75, 2, 1.63],
    [0.1, 0.2, 4, 0.15],
    [0.0001, 0, 4, 0.0001],
    [0.0001, 0, 3, 0],
    [5, 6, 0, 6],
    [0, 0, 2, 0],
  ])('of %p and %p to %p decimals is %p', (a, b, decimals, mean) => {
    expect(meanPoints([a, b], decimals)).toBe(mean);
    expect(meanPoints([b, a], decimals)).toBe(mean);
  });

  it('lies between the two, and is what both are where they are the same', () => {
    const given = fc.integer({ min: 0, max: 1e9 }).map((units) => units / 10_000);
    fc.assert(
      fc.property(given, given, (a, b) => {
        const mean = meanPoints([a, b], 4);
        expect(comparePoints(Math.min(a, b), mean)).toBeLessThanOrEqual(0);
        expect(comparePoints(mean, Math.max(a, b))).toBeLessThanOrEqual(0);
        expect(meanPoints([a, a], 4)).toBe(a);
      }),
    );
  });

  it('refuses what is no number', () => {
    expect(() => meanPoints([NaN, 1], 2)).toThrow(RangeError);
  });
});
