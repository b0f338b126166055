import fc from 'fast-check';
import { addPoints } from './points';
import { splitPoints } from './split-points';

describe('Points divided over children', () => {
  it.each([
    [10, [1, 1, 1], 2, [3.34, 3.33, 3.33]],
    [5, [2, 1], 1, [3.3, 1.7]],
    [1, [1, 1, 1, 1], 2, [0.25, 0.25, 0.25, 0.25]],
    [0.3, [1, 2], 4, [0.1, 0.2]],
    [7, [0, 0], 0, [4, 3]],
    [7, [0, 3.5], 1, [0, 7]],
    [0, [5, 1], 2, [0, 0]],
    [100, [30, 12.5, 7.5], 2, [60, 25, 15]],
  ])('gives of %p by weights %p with %p decimals %p', (total, weights, decimals, shares) => {
    expect(splitPoints(total, weights, decimals)).toEqual(shares);
  });

  it('gives nothing to nobody', () => {
    expect(splitPoints(5, [], 2)).toEqual([]);
  });

  it.each([
    ['more decimals than the set has', () => splitPoints(0.05, [1, 1], 1)],
    ['a negative total', () => splitPoints(-1, [1], 2)],
    ['a negative weight', () => splitPoints(1, [1, -1], 2)],
    ['what is no number', () => splitPoints(NaN, [1], 2)],
    ['a weight with five decimals', () => splitPoints(1, [0.00001], 2)],
  ])('refuses %s', (_what, split) => {
    expect(split).toThrow(RangeError);
  });

  const tenths = (most: number) => fc.integer({ min: 0, max: most }).map((whole) => whole / 10);

  it('always sums to the total, exactly', () => {
    fc.assert(
      fc.property(tenths(10_000), fc.array(tenths(500), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (total, weights, decimals) => {
        const shares = splitPoints(total, weights, decimals);
        expect(shares).toHaveLength(weights.length);
        expect(addPoints(shares)).toBe(total);
      }),
    );
  });

  it('is never more than a step away from the share by weight, and keeps the order of the weights', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }), (total, weights) => {
        const shares = splitPoints(total, weights, 0);
        const sum = weights.reduce((all, weight) => all + weight, 0);
        shares.forEach((share, place) => expect(Math.abs(share * sum - total * (weights[place] ?? 0))).toBeLessThan(sum));
        shares.forEach((share, one) => shares.forEach((other, two) => {
          if ((weights[one] ?? 0) > (weights[two] ?? 0)) expect(share).toBeGreaterThanOrEqual(other);
        }));
      }),
    );
  });
});
