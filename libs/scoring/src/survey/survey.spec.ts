import * as fc from 'fast-check';
import { percentText, quotientText } from './exact-share';
import { sampleSize } from './sample-size';
import { wilsonInterval } from './wilson';

describe('the size of a sample', () => {
  it.each([
    [1, 5, 1],
    [20, 5, 20],
    [100, 5, 80],
    [400, 5, 200],
    [1000, 5, 286],
    [10_000, 5, 385],
    [1_000_000, 5, 400],
    [1000, 10, 91],
    [1000, 1, 910],
  ])('of %p people with an error of %p %% is %p', (population, error, size) => expect(sampleSize(population, error)).toBe(size));

  it('is the least whole number that is not below N / (1 + N·e²), exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.integer({ min: 1, max: 100 }), (population, error) => {
        const size = BigInt(sampleSize(population, error));
        const [above, below] = [BigInt(population) * 10_000n, 10_000n + BigInt(population) * BigInt(error * error)];
        expect(size * below >= above && (size - 1n) * below < above).toBe(true);
      }),
    );
  });

  it('is never more than there are, and grows with them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (population) => {
        expect(sampleSize(population, 5)).toBeLessThanOrEqual(population);
        expect(sampleSize(population, 5)).toBeLessThanOrEqual(sampleSize(population + 1, 5));
      }),
    );
  });

  it.each([[0, 5], [-1, 5], [1.5, 5], [10, 0], [10, 101], [10, 2.5], [NaN, 5]])('is not asked of %p with %p', (population, error) =>
    expect(() => sampleSize(population, error)).toThrow(RangeError));
});

describe('the interval of a share', () => {
  it('is Wilson’s without N', () => {
    const interval = wilsonInterval(8, 10);
    expect(interval?.low).toBeCloseTo(0.4901625, 6);
    expect(interval?.high).toBeCloseTo(0.9433178, 6);
  });

  it('is narrower where a known part of everybody was asked: n·(N − 1)/(N − n) stands for n', () => {
    const [free, bound] = [wilsonInterval(80, 100), wilsonInterval(80, 100, 200)];
    expect(bound?.low).toBeCloseTo(wilsonInterval(159.2, 199)?.low ?? 0, 12);
    expect(bound?.low).toBeGreaterThan(free?.low ?? 1);
    expect(bound?.high).toBeLessThan(free?.high ?? 0);
  });

  it('is the share itself where everybody was asked', () => {
    expect(wilsonInterval(3, 4, 4)).toEqual({ low: 0.75, high: 0.75 });
    expect(wilsonInterval(3, 4, 3)).toEqual({ low: 0.75, high: 0.75 });
  });

  it('does not end below nothing or above all', () => {
    expect(wilsonInterval(0, 10)?.low).toBe(0);
    expect(wilsonInterval(10, 10)?.high).toBe(1);
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('holds the share, whatever the counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.option(fc.integer({ min: 1, max: 1e7 })), (trials, part, population) => {
        const successes = Math.round(trials * part);
        const { low, high } = wilsonInterval(successes, trials, population) ?? { low: 2, high: -1 };
        expect(low - 1e-12 <= successes / trials && successes / trials <= high + 1e-12 && low >= 0 && high <= 1).toBe(true);
      }),
    );
  });
});

describe('a share as text', () => {
  it.each([
    [2, 3, 2, '66.67'],
    [1, 8, 2, '12.50'],
    [0, 7, 2, '0.00'],
    [7, 7, 4, '100.0000'],
    [1, 3, 0, '33'],
    [1, 200, 0, '1'],
    [1, 1000, 1, '0.1'],
    [12_345, 100_000, 3, '12.345'],
  ])('of %p in %p with %p decimals is %p', (part, whole, decimals, text) => expect(percentText(part, whole, decimals)).toBe(text));

  it('is none of nothing', () => expect(percentText(0, 0, 2)).toBeNull());
  it('rounds half up, once', () => expect([quotientText(1, 8, 2), quotientText(5, 2, 0), quotientText(9, 2, 2)]).toEqual(['0.13', '3', '4.50']));
});
