import * as fc from 'fast-check';
import { DECIMALS, exactUnitsOf, numberOf, SCALE, unitsOf } from './decimal';

describe('unitsOf', () => {
  it.each([
    [0, 0],
    [1, 10_000],
    [0.1, 1000],
    [0.3, 3000],
    [2.5, 25_000],
    [0.0001, 1],
    [-0.0001, -1],
    [-7.25, -72_500],
    [1.0001, 10_001],
    [90.05, 900_500],
    [99_999_999_999.9999, 999_999_999_999_999],
    [1e11, 1e15],
    [-1e11, -1e15],
  ])('%p is %p units', (value, units) => {
    expect(unitsOf(value)).toBe(units);
  });

  it('gives a plain zero for −0', () => {
    expect(Object.is(unitsOf(-0), 0)).toBe(true);
  });

  it.each(
    [0.00001, 0.12345, 1 / 3, 0.1 + 0.2, 1e-7, NaN, Infinity, -Infinity],
  )('is NaN for %p, which has more than 4 decimals or is no number', (value) => {
    expect(unitsOf(value)).toBeNaN();
  });

  it.each([1e11 + 1, -1e11 - 1, 1e21, 2 ** 53])('is NaN for %p, which is too large to be sure', (value) => {
    expect(unitsOf(value)).toBeNaN();
  });

  it('finds again every decimal that it can hold', () => {
    fc.assert(fc.property(fc.integer({ min: -1e15, max: 1e15 }), (units) => unitsOf(Number(`${units}e-4`)) === units + 0));
  });

  it('agrees with the exact way on every number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer().map((whole) => whole / 10_000)), (value) => {
        const quick = unitsOf(value);
        if (!Number.isNaN(quick)) expect(exactUnitsOf(value)).toBe(BigInt(quick));
      }),
    );
  });
});

describe('exactUnitsOf', () => {
  it.each<[number, bigint]>([
    [0, 0n],
    [-0, 0n],
    [0.1, 1000n],
    [-0.25, -2500n],
    [12.3456, 123_456n],
    [1e21, 10n ** 25n],
    [1.5e22, 15n * 10n ** 25n],
    [-1.25e21, -125n * 10n ** 23n],
    [9_007_199_254_740_991, 90_071_992_547_409_910_000n],
    [1_234_567_890_123.25, 12_345_678_901_232_500n],
    [Number.MAX_VALUE, BigInt(Number.MAX_VALUE.toString().replace('.', '').replace('e+308', '')) * 10n ** (308n - 16n + 4n)],
  ])('%p is %p units', (value, units) => {
    expect(exactUnitsOf(value)).toBe(units);
  });

  it.each([0.00001, 1e-7, 1.5e-7, 0.12345, 5e-324, 0.1 + 0.2, NaN, Infinity, -Infinity])('is null for %p', (value) => {
    expect(exactUnitsOf(value)).toBeNull();
  });
});

describe('numberOf', () => {
  it.each<[bigint, number | undefined, number]>([
    [0n, undefined, 0],
    [1n, undefined, 0.0001],
    [-25_000n, undefined, -2.5],
    [8333n, 2, 83.33],
    [7n, 0, 7],
    [10n ** 25n, undefined, 1e21],
  ])('%p with %p decimals is %p', (units, decimals, number) => {
    expect(numberOf(units, decimals)).toBe(number);
  });

  it('turns units back into the number that they came from', () => {
    fc.assert(fc.property(fc.integer({ min: -1e15, max: 1e15 }), (units) => exactUnitsOf(numberOf(BigInt(units))) === BigInt(units)));
  });
});

it('has as many units in one as its decimals say', () => {
  expect(SCALE).toBe(10 ** DECIMALS);
});
