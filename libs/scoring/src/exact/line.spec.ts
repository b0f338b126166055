import * as fc from 'fast-check';
import { add, compare, decimal, divide, fraction, greatest, least, multiply, ZERO } from './fraction';
import { compareToEdge, lineAt, lineOf } from './line';
import { QUICK_LIMIT, roundedUnits } from './rounding';

const grid = (max: number, decimals = 4) => ({ max: decimal(max), decimals });

describe('a line', () => {
  const share = lineOf(decimal(0.025), ZERO, grid(2.5));

  it.each([
    [0, 1, 0],
    [90, 1, 22_500],
    [100, 1, 25_000],
    [101, 1, 25_000],
    [700, 13, 13_462],
    [-5, 1, 0],
  ])('through 0 with 2.5 points at 100 gives %p/%p its share', (n, d, units) => {
    expect(lineAt(share, { n, d })).toBe(units);
  });

  it('may start above 0', () => {
    const rising = lineOf(decimal(0.1), decimal(-7), grid(3));
    expect([69, 70, 80, 85, 95, 100, 101].map((n) => lineAt(rising, { n, d: 1 }))).toEqual([0, 0, 10_000, 15_000, 25_000, 30_000, 30_000]);
  });

  it('may fall', () => {
    const falling = lineOf(fraction(-1n, 3n), decimal(2), grid(2));
    expect([0, 1, 6, 7].map((n) => lineAt(falling, { n, d: 1 }))).toEqual([20_000, 16_667, 0, 0]);
  });

  it('rounds half up to its grid, and still answers in units', () => {
    const coarse = lineOf(fraction(1n), ZERO, grid(10, 1));
    expect([5, 14, 15, 25].map((n) => lineAt(coarse, { n, d: 100 }))).toEqual([1000, 1000, 2000, 3000]);
  });

  it('may be constant', () => {
    const level = lineOf(ZERO, decimal(0.75), grid(1));
    expect([-4, 0, 1000].map((n) => lineAt(level, { n, d: 7 }))).toEqual([7500, 7500, 7500]);
  });

  it.each([
    ['its rise', lineOf(fraction(1n), ZERO, grid(1)), { n: 2 ** 50, d: 1 }],
    ['its fall', lineOf(fraction(-1n), ZERO, grid(1)), { n: 2 ** 50, d: 1 }],
    ['its base', lineOf(ZERO, fraction(1n), grid(1)), { n: 0, d: 2 ** 50 }],
    ['a negative base', lineOf(ZERO, fraction(-1n), grid(1)), { n: 0, d: 2 ** 50 }],
    ['its divisor', lineOf(fraction(1n, 2n ** 20n), ZERO, grid(1)), { n: 1, d: 2 ** 40 }],
    ['a slope without end', lineOf(fraction(10n ** 30n, 3n), ZERO, grid(1)), { n: 1, d: 1 }],
  ])('says NaN where a double could not hold %s', (_what, line, v) => {
    expect(lineAt(line, v)).toBeNaN();
  });

  it('answers up to the last size that a double holds', () => {
    const [rising, falling] = [lineOf(fraction(1n), ZERO, grid(1_000_000, 0)), lineOf(fraction(-1n), ZERO, grid(1, 0))];
    expect(lineAt(rising, { n: 2 ** 51 - 3, d: 2 })).toBe(1e10);
    expect(lineAt(rising, { n: 2 ** 51 - 2, d: 2 })).toBeNaN();
    expect(lineAt(rising, { n: 2 ** 52, d: 1 })).toBeNaN();
    expect(lineAt(falling, { n: 2 ** 52, d: 1 })).toBe(0);
    expect(lineAt(lineOf(ZERO, fraction(-1n), grid(1, 0)), { n: 0, d: 2 ** 52 })).toBe(0);
    expect(lineAt(rising, { n: 0, d: 2 ** 52 })).toBe(0);
  });

  it('agrees with exact arithmetic wherever it answers', () => {
    const decimals = fc.integer({ min: -2_000_000, max: 2_000_000 }).map((units) => units / 10_000);
    const values = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }));
    fc.assert(
      fc.property(fc.tuple(decimals, decimals), fc.integer({ min: 0, max: 4 }), values, ([slope, offset], places, [n, d]) => {
        const [rise, base, max] = [divide(decimal(slope), fraction(7n)), decimal(offset), fraction(50n)];
        const quick = lineAt(lineOf(rise, base, { max, decimals: places }), { n, d });
        const value = add(multiply(rise, fraction(BigInt(n), BigInt(d))), base);
        if (!Number.isNaN(quick)) expect(quick).toBe(roundedUnits(least(max, greatest(ZERO, value)), places));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('compareToEdge', () => {
  it.each([
    [69, 1, -1],
    [70, 1, 0],
    [7001, 100, 1],
    [6999, 100, -1],
    [-80, 1, -1],
  ])('%p/%p against 70', (n, d, sign) => {
    expect(Math.sign(compareToEdge({ n, d }, 700_000))).toBe(sign);
  });

  it('compares with edges below 0', () => {
    expect(compareToEdge({ n: -1, d: 2 }, -5000)).toBe(0);
    expect(compareToEdge({ n: -1, d: 3 }, -5000)).toBeGreaterThan(0);
  });

  it.each([
    [{ n: 2 ** 40, d: 1 }, 10_000],
    [{ n: -(2 ** 40), d: 1 }, 10_000],
    [{ n: 1, d: 2 ** 40 }, 10_000],
    [{ n: 1, d: 2 ** 40 }, -10_000],
    [{ n: 1, d: 1 }, NaN],
  ])('says NaN where a double could not tell: %p against %p', (v, edge) => {
    expect(compareToEdge(v, edge)).toBeNaN();
  });

  it('tells up to the last size that a double holds', () => {
    expect(compareToEdge({ n: 0, d: 2 ** 52 }, 1)).toBe(-(2 ** 52));
    expect(compareToEdge({ n: 0, d: 2 ** 52 }, -1)).toBe(2 ** 52);
    expect(compareToEdge({ n: 0, d: 2 ** 52 + 2 }, 1)).toBeNaN();
  });

  it('agrees with exact comparison wherever it answers', () => {
    const values = fc.tuple(fc.integer({ min: -QUICK_LIMIT, max: QUICK_LIMIT }), fc.integer({ min: 1, max: 2 ** 45 }));
    fc.assert(
      fc.property(values, fc.integer({ min: -1e7, max: 1e7 }), ([n, d], edge) => {
        const side = compareToEdge({ n, d }, edge);
        const exact = compare(fraction(BigInt(n), BigInt(d)), fraction(BigInt(edge), 10_000n));
        if (!Number.isNaN(side)) expect(Math.sign(side) + 0).toBe(exact);
      }),
    );
  });
});
