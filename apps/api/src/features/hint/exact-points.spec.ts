import * as fc from 'fast-check';
import { distance, medianOf, numberOf, spreadOf, unitsOf } from './exact-points';

const units = fc.bigInt({ min: -10_000_000n, max: 10_000_000n });
const list = fc.array(units, { minLength: 1, maxLength: 40 });

describe('exact points', () => {
  it.each([['0', 0n], ['1', 10_000n], ['1.25', 12_500n], ['0.0001', 1n], ['-2.5', -25_000n], [0.1, 1_000n], [19, 190_000n]] as const)('reads %s', (decimal, expected) => {
    expect(unitsOf(decimal)).toBe(expected);
  });

  it('loses nothing of a number with four decimals', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (value) => unitsOf(String(numberOf(BigInt(value)))) === BigInt(value)));
  });

  it('takes the middle one, of an even number the half of two, of none nothing', () => {
    expect(medianOf([3n, 1n, 2n])).toBe(2n);
    expect(medianOf([1n, 3n])).toBe(2n);
    expect(medianOf([])).toBeNull();
  });

  it('has as many values on one side of the median as on the other, whatever their order', () => {
    fc.assert(
      fc.property(list, (values) => {
        const median = medianOf(values) ?? 0n;
        expect(medianOf(values.toReversed())).toBe(median);
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > median + 1n).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it('has no spread where more than half are the same, however far one lies', () => {
    expect(spreadOf([5n, 5n, 5n, 1_000_000n], 5n)).toBe(0n);
    fc.assert(fc.property(list, units, (values, by) => spreadOf(values.map((value) => value + by), (medianOf(values) ?? 0n) + by) === spreadOf(values, medianOf(values) ?? 0n)));
  });

  it('has a distance that is the same from either end', () => {
    fc.assert(fc.property(units, units, (one, other) => distance(one, other) === distance(other, one) && distance(one, other) >= 0n));
  });
});
