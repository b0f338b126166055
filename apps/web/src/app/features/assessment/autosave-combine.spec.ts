import type { Answer, Rule } from '@par-index/scoring';
import fc from 'fast-check';
import { combineBy } from './autosave-combine';

const item = (id: string) => ({ id, label: id, points: 1 });
const CHECKLIST: Rule = { kind: 'checklist', items: ['a', 'b', 'c'].map(item) };
const TALLY: Rule = { kind: 'tally', start: 'max', items: ['a', 'b', 'c'].map(item) };
const RATIO: Rule = { kind: 'proportional', measure: { type: 'ratio', numerator: 'Đúng hạn', denominator: 'Tổng số' } };
const CASES: Rule = { kind: 'bestOf', cases: [{ id: 'one', label: 'Một', rule: RATIO }, { id: 'two', label: 'Hai', rule: CHECKLIST }] };

const ticks = (...checked: readonly string[]): Answer => ({ checked });
const counts = (given: Readonly<Record<string, number>>): Answer => ({ counts: given });

describe('ticks of a checklist by two people', () => {
  const combine = combineBy(CHECKLIST);

  it('are brought together item by item, in the order of the rule', () => {
    expect(combine({ base: null, mine: ticks('c'), theirs: ticks('a') })).toEqual(ticks('a', 'c'));
    expect(combine({ base: ticks('a', 'b'), mine: ticks('b'), theirs: ticks('a', 'b', 'c') })).toEqual(ticks('b', 'c'));
  });

  it('are for a person to choose where one says that nothing is met, or takes the answer back', () => {
    expect(combine({ base: ticks('a'), mine: ticks(), theirs: ticks('a', 'b') })).toBeUndefined();
    expect(combine({ base: ticks('a'), mine: null, theirs: ticks('a', 'b') })).toBeUndefined();
    expect(combine({ base: ticks('a'), mine: { notApplicable: true, reason: 'x' }, theirs: ticks('b') })).toBeUndefined();
  });

  it('are for a person to choose where together they would leave none', () => {
    expect(combine({ base: ticks('a', 'b'), mine: ticks('a'), theirs: ticks('b') })).toBeUndefined();
  });

  it('give the same whoever comes second, and keep every tick that one has set and every one that one has taken away', () => {
    const some = fc.subarray(['a', 'b', 'c']);
    fc.assert(
      fc.property(some, some, some, (base, mine, theirs) => {
        const there = combine({ base: ticks(...base), mine: ticks(...mine), theirs: ticks(...theirs) });
        expect(combine({ base: ticks(...base), mine: ticks(...theirs), theirs: ticks(...mine) })).toEqual(there);
        if (!there || !('checked' in there)) return;
        for (const side of [mine, theirs]) {
          expect(side.filter((id) => !base.includes(id)).every((id) => there.checked.includes(id))).toBe(true);
          expect(base.filter((id) => !side.includes(id)).some((id) => there.checked.includes(id))).toBe(false);
        }
      }),
    );
  });
});

describe('rows of a tally by two people', () => {
  const combine = combineBy(TALLY);

  it('are brought together row by row', () => {
    expect(combine({ base: counts({ a: 1 }), mine: counts({ a: 1, c: 3 }), theirs: counts({ a: 2 }) })).toEqual(counts({ a: 2, c: 3 }));
    expect(combine({ base: counts({ a: 1, b: 1 }), mine: counts({ b: 1 }), theirs: counts({ a: 1, b: 5 }) })).toEqual(counts({ b: 5 }));
  });

  it('are for a person to choose where both counted the same thing differently', () => {
    expect(combine({ base: counts({ a: 1 }), mine: counts({ a: 2, b: 1 }), theirs: counts({ a: 3 }) })).toBeUndefined();
    expect(combine({ base: null, mine: counts({ a: 0, b: 0, c: 0 }), theirs: counts({ b: 2 }) })).toBeUndefined();
  });
});

describe('a part that was sent from here without an answer', () => {
  it('is no change of somebody else when it stands on the other side', () => {
    const sides = { base: null, mine: counts({ c: 4 }), theirs: counts({ a: 1, c: 2 }) };
    expect(combineBy(TALLY)(sides)).toBeUndefined();
    expect(combineBy(TALLY)({ ...sides, sent: [counts({ c: 2 })] })).toEqual(counts({ a: 1, c: 4 }));
  });
});

describe('cases by two people', () => {
  const combine = combineBy(CASES);
  const one = (numerator: number): Answer => ({ numerator, denominator: 9 });

  it('are brought together case by case, and within a case by its own rule', () => {
    expect(combine({ base: null, mine: { cases: { one: one(1) } }, theirs: { cases: { two: ticks('a') } } })).toEqual({ cases: { one: one(1), two: ticks('a') } });
    expect(combine({ base: null, mine: { cases: { two: ticks('b') } }, theirs: { cases: { two: ticks('a') } } })).toEqual({ cases: { two: ticks('a', 'b') } });
  });

  it('are for a person to choose where both stated one case', () => {
    expect(combine({ base: null, mine: { cases: { one: one(1) } }, theirs: { cases: { one: one(2), two: ticks('a') } } })).toBeUndefined();
  });
});

describe('an answer that is one statement', () => {
  it('is never put together from two: a numerator belongs to its denominator', () => {
    const base: Answer = { numerator: 1, denominator: 2 };
    expect(combineBy(RATIO)({ base, mine: { numerator: 3, denominator: 2 }, theirs: { numerator: 1, denominator: 4 } })).toBeUndefined();
    expect(combineBy({ kind: 'direct' })({ base: null, mine: { points: 1 }, theirs: { points: 2 } })).toBeUndefined();
  });
});
