import * as fc from 'fast-check';
import { decimal, fraction, multiply } from './fraction';
import { pointsOf, QUICK_LIMIT, quickRoundHalfUp, roundedUnits, roundHalfUp, unitsPerStep } from './rounding';

describe('roundHalfUp', () => {
  it.each<[bigint, bigint, number, bigint]>([
    [1n, 3n, 4, 3333n],
    [2n, 3n, 4, 6667n],
    [1n, 2n, 0, 1n],
    [1n, 20_000n, 4, 1n],
    [1n, 20_001n, 4, 0n],
    [49_999n, 100_000n, 0, 0n],
    [80_005n, 1000n, 2, 8001n],
    [80_0049n, 10_000n, 2, 8000n],
    [0n, 1n, 4, 0n],
    [7n, 1n, 2, 700n],
  ])('%p/%p to %p decimals is %p steps', (n, d, decimals, steps) => {
    expect(roundHalfUp(fraction(n, d), decimals)).toBe(steps);
  });
});

describe('quickRoundHalfUp', () => {
  it.each([
    [1, 2, 1],
    [1, 3, 0],
    [2, 3, 1],
    [3, 2, 2],
    [0, 5, 0],
    [10, 5, 2],
    [12, 5, 2],
    [13, 5, 3],
  ])('%p / %p is %p', (n, d, expected) => {
    expect(quickRoundHalfUp(n, d)).toBe(expected);
  });

  it('says NaN where a double could not hold every step', () => {
    expect(quickRoundHalfUp(2 ** 51, 1)).toBeNaN();
    expect(quickRoundHalfUp(2 ** 51 - 2, 1)).toBe(2 ** 51 - 2);
    expect(quickRoundHalfUp(2 ** 51 - 3, 2)).toBe(2 ** 50 - 1);
    expect(quickRoundHalfUp(0, 2 ** 51)).toBeNaN();
    expect(quickRoundHalfUp(NaN, 1)).toBeNaN();
    expect(quickRoundHalfUp(1, NaN)).toBeNaN();
  });

  it('agrees with the exact way wherever it answers', () => {
    const size = fc.integer({ min: 0, max: QUICK_LIMIT });
    const sizes = fc.oneof(size, fc.integer({ min: 0, max: 100_000 }));
    fc.assert(
      fc.property(sizes, sizes.filter((d) => d > 0), (n, d) => {
        const quick = quickRoundHalfUp(n, d);
        if (!Number.isNaN(quick)) expect(BigInt(quick)).toBe(roundHalfUp(fraction(BigInt(n), BigInt(d)), 0));
      }),
      { numRuns: 2000 },
    );
  });

  it('is right just below, at and above every half, up to the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 24 }), fc.integer({ min: 0, max: 2 ** 24 }), (d, q) => {
        expect(quickRoundHalfUp(q * 2 * d + d, 2 * d)).toBe(q + 1);
        expect(quickRoundHalfUp(q * 2 * d + d - 1, 2 * d)).toBe(q);
      }),
    );
  });
});

describe('units', () => {
  it.each([
    [4, 1],
    [3, 10],
    [2, 100],
    [0, 10_000],
  ])('%p decimals make steps of %p', (decimals, units) => {
    expect(unitsPerStep(decimals)).toBe(units);
  });

  it('are rounded to the grid of the points', () => {
    const value = multiply(decimal(2.5), fraction(7n, 13n));
    expect([4, 3, 2, 1, 0].map((decimals) => roundedUnits(value, decimals))).toEqual([13_462, 13_460, 13_500, 13_000, 10_000]);
  });

  it('are ten thousand to a point', () => {
    expect([0, 1, 3000, 13_462, 1e10].map(pointsOf)).toEqual([0, 0.0001, 0.3, 1.3462, 1e6]);
  });
});
