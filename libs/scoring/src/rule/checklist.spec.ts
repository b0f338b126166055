import type { ChecklistRule } from '../model/rule';
import { expectPoints, expectRefusals, ruleUnderTest } from './rule-under-test.fixture';

const items = ['ke-hoach', 'phan-cong', 'kinh-phi', 'bao-cao'].map((id, place) => ({ id, label: `Mục ${place}`, points: 0.3 }));
const rule: ChecklistRule = { kind: 'checklist', items };
const summed = ruleUnderTest(rule);
const all = ruleUnderTest({ ...rule, award: 'all' });

describe('a checklist that sums', () => {
  it.each<[readonly string[], number]>([
    [[], 0],
    [['kinh-phi'], 0.3],
    [['kinh-phi', 'ke-hoach', 'phan-cong'], 0.9],
    [['kinh-phi', 'ke-hoach', 'phan-cong', 'bao-cao'], 1],
  ])('%p is worth %p, never more than max', (checked, points) => {
    expectPoints(summed, { checked }, points);
  });

  it('says so or not: it is the usual award', () => {
    expectPoints(ruleUnderTest({ ...rule, award: 'sum' }), { checked: ['kinh-phi'] }, 0.3);
  });

  it('is explained by the items in the order of the rule', () => {
    expect(summed.steps({ checked: ['kinh-phi', 'ke-hoach'] })).toEqual([
      { step: 'items-ticked', items: [items[0], items[2]], of: 4, award: 'sum', sum: 0.6 },
    ]);
  });

  it('shows the cap where it is met, not where it is just reached', () => {
    expect(summed.steps({ checked: items.map(({ id }) => id) })).toEqual([
      { step: 'items-ticked', items, of: 4, award: 'sum', sum: 1.2 },
      { step: 'capped', value: 1.2, cap: 1 },
    ]);
    const exact = ruleUnderTest({ kind: 'checklist', items: [{ id: 'a', label: 'A', points: 1 }] });
    expect(exact.steps({ checked: ['a'] })).toHaveLength(1);
  });
});

describe('a checklist that wants all', () => {
  it.each<[readonly string[], number]>([
    [[], 0],
    [['kinh-phi', 'ke-hoach', 'phan-cong'], 0],
    [['kinh-phi', 'ke-hoach', 'phan-cong', 'bao-cao'], 1],
  ])('%p is worth %p', (checked, points) => {
    expectPoints(all, { checked }, points);
  });

  it('is explained by what was granted', () => {
    expect(all.steps({ checked: ['ke-hoach'] })).toEqual([{ step: 'items-ticked', items: [items[0]], of: 4, award: 'all', sum: 0 }]);
    expect(all.steps({ checked: items.map(({ id }) => id) })).toEqual([{ step: 'items-ticked', items, of: 4, award: 'all', sum: 1 }]);
  });
});

describe.each([
  ['sums', summed],
  ['wants all', all],
])('a checklist that %s', (_name, tested) => {
  it.each<[unknown, readonly string[]]>([
    [{}, ['/checked answer.missing-field']],
    [{ checked: 'kinh-phi' }, ['/checked answer.wrong-type']],
    [{ checked: { 0: 'kinh-phi' } }, ['/checked answer.wrong-type']],
    [{ checked: ['kinh-phi', 7] }, ['/checked/1 answer.wrong-type']],
    [{ checked: ['tien'] }, ['/checked/0 answer.unknown-id']],
    [{ checked: ['constructor'] }, ['/checked/0 answer.unknown-id']],
    [{ checked: ['kinh-phi', 'kinh-phi'] }, ['/checked/1 answer.doubled-id']],
    [
      { checked: ['kinh-phi', 'tien', 'kinh-phi', 'kinh-phi'] },
      ['/checked/1 answer.unknown-id', '/checked/2 answer.doubled-id', '/checked/3 answer.doubled-id'],
    ],
    [{ checked: [], note: '' }, ['/note answer.unknown-field']],
  ])('refuses %p', (answer, refusals) => {
    expectRefusals(tested, answer, refusals);
  });

  it('says what is wrong', () => {
    expect(tested.findings({ checked: 'x' })[0]?.params).toEqual({ field: 'checked', expected: 'list' });
    expect(tested.findings({ checked: [7, 'x', 'kinh-phi', 'kinh-phi'] }).map(({ params }) => params)).toEqual([
      { field: 'checked', expected: 'text' },
      { id: 'x' },
      { id: 'kinh-phi' },
    ]);
  });
});
