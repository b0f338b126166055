import fc from 'fast-check';
import { evenSplit, type SplitUnit } from './even-split';

const unit = (key: string, weight: number, overrides: Partial<SplitUnit> = {}): SplitUnit => ({ key, weight, personId: null, isBegun: false, refused: new Set(), ...overrides });

function loadsOf(people: readonly string[], units: readonly SplitUnit[], holders: ReadonlyMap<string, string>): readonly number[] {
  return people.map((person) => units.filter(({ key }) => holders.get(key) === person).reduce((sum, { weight }) => sum + weight, 0));
}
const gapOf = (loads: readonly number[]): number => Math.max(...loads) - Math.min(...loads);
const largest = (units: readonly SplitUnit[]): number => Math.max(0, ...units.map(({ weight }) => weight));
const held = (units: readonly SplitUnit[], holders: ReadonlyMap<string, string>): readonly SplitUnit[] => units.map((one) => ({ ...one, personId: holders.get(one.key) ?? null }));

const NAMES: readonly string[] = ['an', 'binh', 'chi', 'dung', 'em'];
const people = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 5 });
const weights = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 40 });
/** Units that anybody may be given; some have somebody already, also somebody who does not share. */
const free = fc.tuple(weights, fc.infiniteStream(fc.constantFrom(null, 'an', 'binh', 'chi', 'x'))).map(([all, names]) => all.map((weight, place) => unit(`u${place}`, weight, { personId: names.next().value ?? null })));

describe('evenSplit', () => {
  it('shares three communes of a kind among three people', () => {
    const holders = evenSplit(['an', 'binh', 'chi'], [unit('x', 60), unit('y', 60), unit('z', 60)]);
    expect([...holders].sort()).toEqual([['x', 'an'], ['y', 'binh'], ['z', 'chi']]);
  });

  it('moves no more than it has to', () => {
    const units = [unit('a', 10, { personId: 'an' }), unit('b', 10, { personId: 'an' }), unit('c', 10, { personId: 'an' }), unit('d', 10, { personId: 'binh' })];
    const holders = evenSplit(['an', 'binh'], units);
    expect(units.filter(({ key, personId }) => holders.get(key) !== personId)).toHaveLength(1);
  });

  it('leaves what is begun where it is, even where that is uneven', () => {
    const units = [unit('a', 50, { personId: 'an', isBegun: true }), unit('b', 50, { personId: 'an', isBegun: true }), unit('c', 10)];
    expect([...evenSplit(['an', 'binh'], units)].sort()).toEqual([['a', 'an'], ['b', 'an'], ['c', 'binh']]);
  });

  it('gives nobody what they must not have, and leaves out what nobody may have', () => {
    const units = [unit('own', 10, { refused: new Set(['an']) }), unit('nobodys', 10, { refused: new Set(['an', 'binh']) })];
    expect([...evenSplit(['an', 'binh'], units)]).toEqual([['own', 'binh']]);
  });

  it('shares whatever there is so that two loads differ by the largest unit at most', () => {
    fc.assert(
      fc.property(people, free, (sharers, units) => {
        const holders = evenSplit(sharers, units);
        expect(holders.size).toBe(units.length);
        expect(gapOf(loadsOf(sharers, units, holders))).toBeLessThanOrEqual(largest(units));
      }),
    );
  });

  it('does the same again without moving anything, however the units are ordered', () => {
    fc.assert(
      fc.property(people, free, (sharers, units) => {
        const holders = evenSplit(sharers, units);
        expect(new Map([...evenSplit(sharers, held(units, holders))].sort())).toEqual(new Map([...holders].sort()));
        expect(new Map([...evenSplit(sharers, [...units].reverse())].sort())).toEqual(new Map([...holders].sort()));
      }),
    );
  });

  it('never moves what is begun, and never gives what is refused', () => {
    const pinned = fc.tuple(free, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.subarray([...NAMES]))).map(([units, begun, refused]) =>
      units.map((one) => ({ ...one, isBegun: begun.next().value === true && one.personId !== null, refused: new Set<string>((refused.next().value as readonly string[]).filter((person) => person !== one.personId)) })),
    );
    fc.assert(
      fc.property(people, pinned, (sharers, units) => {
        const holders = evenSplit(sharers, units);
        for (const { key, personId, isBegun, refused } of units) {
          const holder = holders.get(key);
          expect(holder !== undefined && refused.has(holder)).toBe(false);
          expect(holder === undefined).toBe(sharers.every((person) => refused.has(person)));
          if (isBegun && personId !== null && sharers.includes(personId)) {
            expect(holder).toBe(personId);
          }
        }
      }),
    );
  });
});
