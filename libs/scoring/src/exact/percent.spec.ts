import * as fc from 'fast-check';
import { fraction } from './fraction';
import { percentOf } from './percent';
import { roundHalfUp } from './rounding';

describe('percentOf', () => {
  it.each([
    [1, 3, 2, 33.33],
    [2, 3, 2, 66.67],
    [64_004, 80_000, 2, 80.01],
    [63_996, 80_000, 2, 80],
    [63_995, 80_000, 2, 79.99],
    [13_000, 43_000, 4, 30.2326],
    [1, 8, 0, 13],
    [0, 8, 2, 0],
    [8, 8, 2, 100],
    [0, 0, 2, 0],
    [1e10, 3e10, 4, 33.3333],
  ])('%p of %p to %p decimals is %p', (part, whole, decimals, percent) => {
    expect(percentOf(part, whole, decimals)).toBe(percent);
  });

  it('is exact at any size', () => {
    const size = fc.oneof(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), fc.integer({ min: 0, max: 1e6 }));
    fc.assert(
      fc.property(size, size, fc.integer({ min: 0, max: 4 }), (a, b, decimals) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b, 1)];
        const exact = roundHalfUp(fraction(100n * BigInt(part), BigInt(whole)), decimals);
        expect(percentOf(part, whole, decimals)).toBe(Number(`${exact}e-${decimals}`));
      }),
    );
  });
});
