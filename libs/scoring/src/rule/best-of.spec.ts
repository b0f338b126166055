import type { BestOfRule } from '../model/rule';
import { expectPoints, expectRefusals, ruleUnderTest } from './rule-under-test.fixture';

const rule: BestOfRule = {
  kind: 'bestOf',
  cases: [
    {
      id: 'sang-kien',
      label: 'Sáng kiến',
      rule: { kind: 'tally', start: 'zero', items: [{ id: 'cap-tinh', label: 'Cấp tỉnh', points: 1 }] },
    },
    {
      id: 'ty-le',
      label: 'Tỷ lệ',
      rule: { kind: 'proportional', measure: { type: 'ratio', numerator: 'Đã làm', denominator: 'Phải làm' } },
    },
    { id: 'trong', label: 'Trong nữa', rule: { kind: 'bestOf', cases: [{ id: 'nhap', label: 'Nhập', rule: { kind: 'direct' } }] } },
  ],
};
const tested = ruleUnderTest(rule, { max: 2 });
const cases = (given: Record<string, unknown>) => ({ cases: given });

describe('bestOf', () => {
  it.each<[Record<string, unknown>, number]>([
    [{ 'sang-kien': { counts: { 'cap-tinh': 1 } } }, 1],
    [{ 'sang-kien': { counts: {} } }, 0],
    [{ 'sang-kien': { counts: { 'cap-tinh': 1 } }, 'ty-le': { numerator: 2, denominator: 3 } }, 1.3333],
    [{ 'ty-le': { numerator: 2, denominator: 3 }, 'sang-kien': { counts: { 'cap-tinh': 2 } } }, 2],
    [{ trong: { cases: { nhap: { points: 1.5 } } } }, 1.5],
    [{ trong: { cases: { nhap: { points: 0 } } }, 'ty-le': { numerator: 0, denominator: 3 } }, 0],
  ])('%p is worth %p', (given, points) => {
    expectPoints(tested, cases(given), points);
  });

  it('is exact beyond a double', () => {
    const answer = cases({ 'ty-le': { numerator: 1e20, denominator: 3e20 }, 'sang-kien': { counts: {} } });
    expect(tested.quick(answer)).toBeNaN();
    expect(tested.points(answer)).toBe(0.6667);
  });

  it.each<[unknown, readonly string[]]>([
    [{}, ['/cases answer.missing-field']],
    [{ cases: 1 }, ['/cases answer.wrong-type']],
    [{ cases: null }, ['/cases answer.wrong-type']],
    [{ cases: [] }, ['/cases answer.wrong-type']],
    [cases({}), ['/cases answer.no-case']],
    [cases({ khac: {} }), ['/cases/khac answer.unknown-id']],
    [cases({ constructor: {} }), ['/cases/constructor answer.unknown-id']],
    [cases({ 'sang-kien': null }), ['/cases/sang-kien answer.not-object']],
    [cases({ 'sang-kien': 3 }), ['/cases/sang-kien answer.not-object']],
    [cases({ 'sang-kien': [] }), ['/cases/sang-kien answer.not-object']],
    [cases({ 'ty-le': { numerator: 2, denominator: 1 } }), ['/cases/ty-le answer.ratio-above-max']],
    [
      cases({ 'ty-le': { numerator: 1, denominator: 1 }, 'sang-kien': { counts: { x: 1 } } }),
      ['/cases/sang-kien/counts/x answer.unknown-id'],
    ],
    [cases({ trong: { cases: { nhap: { points: 3 } } } }), ['/cases/trong/cases/nhap/points answer.above-max']],
    [{ ...cases({ 'sang-kien': { counts: {} } }), note: '' }, ['/note answer.unknown-field']],
  ])('refuses %p', (answer, refusals) => {
    expectRefusals(tested, answer, refusals);
  });

  it.each([
    { awarded: 1, reason: 'Thẩm định' },
    { notApplicable: true, reason: 'Không có' },
  ])('takes no %p inside a case', (special) => {
    const [field, reason] = Object.keys(special);
    const place = '/cases/sang-kien';
    expectRefusals(tested, cases({ 'sang-kien': special }), [
      `${place}/${field} answer.unknown-field`,
      `${place}/${reason} answer.unknown-field`,
      `${place}/counts answer.missing-field`,
    ]);
  });

  it('says what is wrong', () => {
    expect(tested.findings({ cases: 1 })[0]?.params).toEqual({ field: 'cases', expected: 'object' });
    expect(tested.findings(cases({ khac: {} }))[0]?.params).toEqual({ id: 'khac' });
    expect(tested.findings(cases({}))[0]?.params).toEqual({});
    expect(tested.findings(cases({ 'sang-kien': 3 }))[0]?.params).toEqual({});
  });
});

describe('the explanation of bestOf', () => {
  it('works out each case answered, in the order of the rule, and names the best', () => {
    const answer = cases({ 'ty-le': { numerator: 2, denominator: 3 }, 'sang-kien': { counts: { 'cap-tinh': 1 } } });
    const share = { numerator: '2', denominator: '3' };
    const value = { numerator: '200', denominator: '3' };
    const points = { numerator: '4', denominator: '3' };
    expect(tested.steps(answer)).toEqual([
      {
        step: 'case', id: 'sang-kien', label: 'Sáng kiến', points: { numerator: '1', denominator: '1' },
        steps: [
          { step: 'tally-item', id: 'cap-tinh', label: 'Cấp tỉnh', count: 1, each: 1, cap: null, amount: 1 },
          { step: 'tally-total', start: 'zero', total: 1, result: 1 },
        ],
      },
      {
        step: 'case', id: 'ty-le', label: 'Tỷ lệ', points,
        steps: [
          { step: 'ratio', numerator: 2, denominator: 3, value },
          { step: 'share-of-target', value, target: 100, share, reached: false },
          { step: 'times-max', share, max: 2, result: points },
        ],
      },
      { step: 'best-case', id: 'ty-le', label: 'Tỷ lệ', points },
      { step: 'rounded', value: points, decimals: 4, points: 1.3333 },
    ]);
  });

  it('names the first of equal ones', () => {
    const answer = cases({ 'ty-le': { numerator: 1, denominator: 2 }, 'sang-kien': { counts: { 'cap-tinh': 1 } } });
    expect(tested.steps(answer).at(-1)).toMatchObject({ step: 'best-case', id: 'sang-kien', label: 'Sáng kiến' });
  });
});
