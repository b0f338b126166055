import type { TallyRule } from '../model/rule';
import { expectPoints, expectRefusals, ruleUnderTest } from './rule-under-test.fixture';

const items = [
  { id: 'cham', label: 'Báo cáo chậm', points: 0.25 },
  { id: 'thieu', label: 'Báo cáo thiếu', points: 0.2, cap: 0.6 },
];
const rule = (start: TallyRule['start']): TallyRule => ({ kind: 'tally', start, items });
const added = ruleUnderTest(rule('zero'), { max: 2 });
const deducted = ruleUnderTest(rule('max'), { max: 2 });

describe('tally', () => {
  it.each<[Record<string, number>, number, number]>([
    [{}, 0, 2],
    [{ cham: 0, thieu: 0 }, 0, 2],
    [{ cham: 1 }, 0.25, 1.75],
    [{ thieu: 3 }, 0.6, 1.4],
    [{ thieu: 5 }, 0.6, 1.4],
    [{ thieu: 2, cham: 2 }, 0.9, 1.1],
    [{ cham: 8 }, 2, 0],
    [{ cham: 9 }, 2, 0],
    [{ cham: 1000, thieu: 1000 }, 2, 0],
  ])('%p adds up to %p from zero, and leaves %p from max', (counts, fromZero, fromMax) => {
    expectPoints(added, { counts }, fromZero);
    expectPoints(deducted, { counts }, fromMax);
  });

  it('is exact beyond a double', () => {
    expect(added.quick({ counts: { cham: 1e15 } })).toBeNaN();
    expect(added.points({ counts: { cham: 1e300 } })).toBe(2);
    expect(deducted.points({ counts: { cham: 1e300, thieu: 1e300 } })).toBe(0);
    expect(added.quick({ counts: { thieu: 1e15 } })).toBeNaN();
    expect(added.points({ counts: { thieu: 1e15 } })).toBe(0.6);
  });

  it('counts up to the last size that a double holds', () => {
    const fine = ruleUnderTest({ kind: 'tally', start: 'zero', items: ['a', 'b'].map((id) => ({ id, label: id, points: 0.0001 })) }, { max: 2 });
    expect(fine.quick({ counts: { a: 2 ** 52 } })).toBe(20_000);
    expect(fine.quick({ counts: { a: 2 ** 52, b: 0 } })).toBe(20_000);
    expect(fine.quick({ counts: { a: 2 ** 52, b: 1 } })).toBeNaN();
    expect(fine.quick({ counts: { a: 2 ** 52 + 1 } })).toBeNaN();
  });

  it('leaves the sum of many to the exact way too', () => {
    const many = ruleUnderTest({ kind: 'tally', start: 'zero', items: ['a', 'b'].map((id) => ({ id, label: id, points: 1 })) }, { max: 2 });
    expect(many.quick({ counts: { a: 4e11 } })).toBe(20_000);
    expect(many.quick({ counts: { a: 4e11, b: 4e11 } })).toBeNaN();
    expect(many.points({ counts: { a: 4e11, b: 4e11 } })).toBe(2);
  });

  it.each<[unknown, readonly string[]]>([
    [{}, ['/counts answer.missing-field']],
    [{ counts: 3 }, ['/counts answer.wrong-type']],
    [{ counts: null }, ['/counts answer.wrong-type']],
    [{ counts: [1] }, ['/counts answer.wrong-type']],
    [{ counts: { tre: 1 } }, ['/counts/tre answer.unknown-id']],
    [
      { counts: JSON.parse('{"__proto__": 1, "constructor": 2}') as unknown },
      ['/counts/__proto__ answer.unknown-id', '/counts/constructor answer.unknown-id'],
    ],
    [{ counts: { cham: '1' } }, ['/counts/cham answer.wrong-type']],
    [{ counts: { cham: null } }, ['/counts/cham answer.wrong-type']],
    [{ counts: { cham: 1.5 } }, ['/counts/cham answer.not-whole']],
    [{ counts: { cham: -1 } }, ['/counts/cham answer.below-min']],
    [{ counts: { cham: NaN } }, ['/counts/cham answer.not-decimal']],
    [{ counts: { cham: Infinity } }, ['/counts/cham answer.not-decimal']],
    [
      { counts: { cham: -1, thieu: 0.5, 'a/b': 1 } },
      ['/counts/cham answer.below-min', '/counts/thieu answer.not-whole', '/counts/a~1b answer.unknown-id'],
    ],
    [{ counts: {}, total: 3 }, ['/total answer.unknown-field']],
  ])('refuses %p', (answer, refusals) => {
    expectRefusals(added, answer, refusals);
    expectRefusals(deducted, answer, refusals);
  });

  it('says what is wrong', () => {
    expect(added.findings({ counts: 3 })[0]?.params).toEqual({ field: 'counts', expected: 'object' });
    expect(added.findings({ counts: { cham: '1' } })[0]?.params).toEqual({ field: 'cham', expected: 'number' });
    expect(added.findings({ counts: { cham: 1.5 } })[0]?.params).toEqual({ field: 'cham', value: 1.5 });
    expect(added.findings({ counts: { cham: -1 } })[0]?.params).toEqual({ field: 'cham', value: -1, min: 0 });
    expect(added.findings({ counts: { cham: NaN } })[0]?.params).toEqual({ field: 'cham', value: 'NaN' });
    expect(added.findings({ counts: { tre: 1 } })[0]?.params).toEqual({ id: 'tre' });
  });
});

describe('the explanation of a tally', () => {
  it('lists the items that were counted, capped, and the total', () => {
    expect(deducted.steps({ counts: { thieu: 5, cham: 1 } })).toEqual([
      { step: 'tally-item', id: 'cham', label: 'Báo cáo chậm', count: 1, each: 0.25, cap: null, amount: 0.25 },
      { step: 'tally-item', id: 'thieu', label: 'Báo cáo thiếu', count: 5, each: 0.2, cap: 0.6, amount: 0.6 },
      { step: 'tally-total', start: 'max', total: 0.85, result: 1.15 },
    ]);
  });

  it('leaves out what was not', () => {
    expect(added.steps({ counts: { cham: 0, thieu: 1 } })).toEqual([
      { step: 'tally-item', id: 'thieu', label: 'Báo cáo thiếu', count: 1, each: 0.2, cap: 0.6, amount: 0.2 },
      { step: 'tally-total', start: 'zero', total: 0.2, result: 0.2 },
    ]);
    expect(added.steps({ counts: {} })).toEqual([{ step: 'tally-total', start: 'zero', total: 0, result: 0 }]);
  });

  it('shows the total before max and 0 stop it', () => {
    expect(added.steps({ counts: { cham: 12 } }).at(-1)).toEqual({ step: 'tally-total', start: 'zero', total: 3, result: 2 });
    expect(deducted.steps({ counts: { cham: 12 } }).at(-1)).toEqual({ step: 'tally-total', start: 'max', total: 3, result: 0 });
  });
});
