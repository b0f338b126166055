import { decimal, fraction } from '../exact/fraction';
import { shareOfTarget, timesMax } from './share-of-max';

const exact = (numerator: number, denominator = 1) => ({ numerator: `${numerator}`, denominator: `${denominator}` });

describe('shareOfTarget', () => {
  it.each<[number, number, number, bigint, bigint]>([
    [50, 100, 3, 3n, 2n],
    [80, 80, 3, 3n, 1n],
    [90, 80, 3, 3n, 1n],
    [0, 80, 3, 0n, 1n],
    [-5, 80, 3, 0n, 1n],
    [7, 13, 2.5, 35n, 26n],
    [0.0001, 100, 1, 1n, 1_000_000n],
  ])('of %p with the target %p out of %p', (...[value, target, max, n, d]) => {
    expect(shareOfTarget(decimal(value), target, max).points).toEqual(fraction(n, d));
  });

  it('explains how far the value is from its target', () => {
    expect(shareOfTarget(decimal(60), 80, 3).steps).toEqual([
      { step: 'share-of-target', value: exact(60), target: 80, share: exact(3, 4), reached: false },
      { step: 'times-max', share: exact(3, 4), max: 3, result: exact(9, 4) },
    ]);
  });

  it.each([80, 80.0001, 1000])('explains that %p reaches a target of 80', (value) => {
    const [share, last] = shareOfTarget(decimal(value), 80, 3).steps;
    expect(share).toMatchObject({ step: 'share-of-target', share: exact(1), reached: true });
    expect(last).toEqual({ step: 'times-max', share: exact(1), max: 3, result: exact(3) });
  });

  it('explains that a negative value gives nothing, and that 0 is not negative', () => {
    expect(shareOfTarget(decimal(-0.0001), 80, 3).steps).toEqual([{ step: 'negative-value', value: exact(-1, 10_000) }]);
    expect(shareOfTarget(decimal(0), 80, 3).steps.map(({ step }) => step)).toEqual(['share-of-target', 'times-max']);
  });
});

describe('timesMax', () => {
  it('gives the exact product with its step', () => {
    expect(timesMax(fraction(1n, 3n), 2.5)).toEqual({
      points: fraction(5n, 6n),
      step: { step: 'times-max', share: exact(1, 3), max: 2.5, result: exact(5, 6) },
    });
  });
});
