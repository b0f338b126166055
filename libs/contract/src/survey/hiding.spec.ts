import * as fc from 'fast-check';
import { hiddenCells, releasable } from './hiding';

const cells = (...counts: readonly number[]) => counts.map((count, place) => ({ key: `c${place}`, count }));
const hidden = (counts: readonly number[], least = 5) => [...hiddenCells(cells(...counts), least)].sort();

describe('parts of a whole', () => {
  it.each<[readonly number[], readonly string[]]>([
    [[], []],
    [[5, 7, 0], []],
    [[3], ['c0']],
    [[10, 3], ['c0', 'c1']],
    [[10, 6, 3], ['c1', 'c2']],
    [[10, 3, 2], ['c1', 'c2']],
    [[10, 7, 1, 1], ['c1', 'c2', 'c3']],
    [[4, 0, 20], ['c0', 'c2']],
  ])('of %j forms hide %j', (counts, expected) => expect(hidden(counts)).toEqual(expected));

  it('never show fewer than the least, neither themselves nor by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 }), fc.integer({ min: 3, max: 9 }), (counts, least) => {
        const away = hiddenCells(cells(...counts), least);
        const shown = counts.filter((_, place) => !away.has(`c${place}`));
        const total = counts.reduce((sum, count) => sum + count, 0);
        const rest = total - shown.reduce((sum, count) => sum + count, 0);
        expect(shown.every((count) => count === 0 || count >= least)).toBe(true);
        expect(rest === 0 || rest >= least || total < least).toBe(true);
      }),
    );
  });

  it('do not depend on their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }), (counts) => {
        const listed = cells(...counts);
        expect(hiddenCells([...listed].reverse(), 5)).toEqual(hiddenCells(listed, 5));
      }),
    );
  });
});

describe('forms that wait', () => {
  it.each([[0, 0], [4, 0], [9, 0], [10, 5], [23, 18]])('of %p let out %p', (waiting, out) => expect(releasable(waiting, 5)).toBe(out));

  it('are let out in steps that hide everybody, and so is the last step', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }), fc.integer({ min: 3, max: 9 }), (arrivals, least) => {
        let [waiting, out] = [0, 0];
        for (const arrived of arrivals) {
          waiting += arrived;
          const step = releasable(waiting, least);
          expect(step === 0 || step >= least).toBe(true);
          [waiting, out] = [waiting - step, out + step];
        }
        expect(out === 0 || waiting >= least).toBe(true);
      }),
    );
  });
});
