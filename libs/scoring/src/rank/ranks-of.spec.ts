import * as fc from 'fast-check';
import { compareQuotients } from './compare-quotients';
import { ranksOf } from './ranks-of';

const key = (...parts: readonly number[]) => Float64Array.from(parts);

describe('ranksOf', () => {
  it('puts the highest first', () => {
    expect(ranksOf([key(1, 2), key(2, 3), key(1, 3)])).toEqual([2, 1, 3]);
  });

  it('shares a rank and skips the next', () => {
    expect(ranksOf([key(1, 2), key(9, 10), key(2, 4), key(0, 1)])).toEqual([2, 1, 2, 4]);
    expect(ranksOf([key(1, 1), key(1, 1), key(1, 1)])).toEqual([1, 1, 1]);
  });

  it('breaks ties by what follows, in its order', () => {
    expect(ranksOf([key(1, 2, 1, 3, 1, 1), key(1, 2, 1, 2, 0, 1), key(2, 4, 1, 3, 1, 2)])).toEqual([2, 1, 3]);
  });

  it('ranks nobody', () => {
    expect(ranksOf([])).toEqual([]);
  });

  it('gives each agency one more than the number of those before it', () => {
    const keys = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 4 })).map(([n, d]) => key(n, d)));
    fc.assert(
      fc.property(keys, (list) => {
        const before = (a: Float64Array, b: Float64Array) => Number(a[0]) * Number(b[1]) > Number(b[0]) * Number(a[1]);
        expect(ranksOf(list)).toEqual(list.map((own) => 1 + list.filter((other) => before(other, own)).length));
      }),
    );
  });
});

describe('compareQuotients', () => {
  it.each([
    [1, 2, 1, 3, 1],
    [1, 3, 1, 2, -1],
    [1, 2, 2, 4, 0],
    [2 ** 52, 3, 2 ** 52 - 1, 3, 1],
    [2 ** 52 - 1, 3, 2 ** 52, 3, -1],
    [2 ** 53 - 1, 2 ** 53 - 2, 2 ** 53 - 2, 2 ** 53 - 3, -1],
  ])('%p/%p against %p/%p', (...[an, ad, bn, bd, sign]) => {
    expect(Math.sign(compareQuotients(an, ad, bn, bd))).toBe(sign);
  });

  it('is exact at any size', () => {
    const part = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    const whole = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(part, whole, part, whole, (an, ad, bn, bd) => {
        const difference = BigInt(an) * BigInt(bd) - BigInt(bn) * BigInt(ad);
        expect(Math.sign(compareQuotients(an, ad, bn, bd))).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0);
      }),
    );
  });
});
