import type { Rule } from '../model/rule';
import { expectPoints, ruleUnderTest } from '../rule/rule-under-test.fixture';
import { scoreLeaf } from '../answer/score-leaf';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { agencyOf, awarded, leafOf, notApplicable, parentOf, points, ratio, relativeLeaf, setOf } from '../tree/small-set.fixture';
import { scoreGroup } from '../totals/score-group';

const measure = { type: 'ratio', numerator: 'Đã làm', denominator: 'Phải làm' } as const;
const option = (id: string, value: number) => ({ id, label: id, points: value });
const five = ['a', 'b', 'c', 'd', 'e'];
const items = five.map((id) => option(id, 0.6));
const survey: Rule = {
  kind: 'survey',
  options: [100, 60, 20, 0].map((percent, place) => ({ id: 'ABCD'.charAt(place), label: 'Mức', percent })),
};

describe('the examples of docs/scoring-method.md, for a leaf of 2.5 points', () => {
  it.each<[Rule, unknown, number]>([
    [{ kind: 'choice', options: [option('kip-thoi', 2.5), option('cham', 1)] }, { choice: 'cham' }, 1],
    [{ kind: 'checklist', items }, { checked: five.slice(0, 4) }, 2.4],
    [{ kind: 'checklist', items }, { checked: five }, 2.5],
    [{ kind: 'checklist', items, award: 'all' }, { checked: five }, 2.5],
    [{ kind: 'checklist', items, award: 'all' }, { checked: five.slice(1) }, 0],
    [{ kind: 'proportional', measure }, ratio(7, 13), 1.3462],
    [{ kind: 'proportional', measure, zeroBelow: 80 }, ratio(79), 0],
    [{ kind: 'proportional', measure, target: 80 }, ratio(70), 2.1875],
    [
      { kind: 'bands', measure, bands: [{ above: 90, points: 2 }, { from: 70, upTo: 90, points: 1 }, { below: 70, points: 0 }] },
      ratio(90),
      1,
    ],
    [
      {
        kind: 'bands',
        measure,
        bands: [{ from: 80, below: 95, linear: { from: 1, to: 2.5 } }, { from: 95, points: 2.5 }, { below: 80, points: 0 }],
      },
      ratio(85),
      1.5,
    ],
    [{ kind: 'bands', measure, bands: [{ proportional: true }] }, ratio(65), 1.625],
    [{ kind: 'tally', start: 'max', items: [option('cham', 0.25)] }, { counts: { cham: 3 } }, 1.75],
    [{ kind: 'tally', start: 'zero', items: [{ ...option('bai', 0.05), cap: 0.4 }] }, { counts: { bai: 10 } }, 0.4],
    [survey, { responses: { A: 10, B: 5, C: 3, D: 2 } }, 1.7],
    [{ kind: 'direct', min: 0, step: 0.25 }, { points: 1.75 }, 1.75],
  ])('%j with %j', (rule, answer, expected) => {
    expectPoints(ruleUnderTest(rule, { max: 2.5 }), answer, expected);
  });

  it('a relative leaf beside the best of the group', () => {
    const set = compileCriteriaSet(setOf([relativeLeaf('1', { max: 2.5 })]));
    expect(scoreGroup(set, [agencyOf({ '1': ratio(50) }), agencyOf({ '1': ratio(75) })])[0]?.points).toBe(1.6667);
  });

  it('what stands in place of a rule', () => {
    const set = compileCriteriaSet(setOf([leafOf('1', { max: 2.5, whenNotApplicable: 'full' })]));
    expect([awarded(1.2), notApplicable, null].map((answer) => scoreLeaf(set, '1', answer).points)).toEqual([1.2, 2.5, 0]);
  });
});

describe('the examples of docs/scoring-method.md, for a group', () => {
  it('a field with a leaf that does not apply', () => {
    const field = parentOf('1', [leafOf('1.1', { max: 2, whenNotApplicable: 'exclude' }), leafOf('1.2', { max: 2 }), leafOf('1.3')]);
    const agency = agencyOf({ '1.1': notApplicable, '1.2': points(1.6), '1.3': points(0) });
    expect(scoreGroup(compileCriteriaSet(setOf([field])), [agency])[0]?.nodes['1']).toEqual({ points: 1.6, max: 3, percent: 53.33 });
  });

  it('a grade by the rounded index, ranks by the exact one', () => {
    const grades = [{ name: 'Tốt', from: 80 }];
    const [graded] = scoreGroup(compileCriteriaSet(setOf([leafOf('1', { max: 8 })], { grades })), [agencyOf({ '1': points(6.3996) })]);
    expect(graded).toMatchObject({ index: 80, grade: 'Tốt' });
    const near = [agencyOf({ '1': points(80.001) }), agencyOf({ '1': points(80.004) })];
    const ranks = (by: 'exact' | 'rounded') => scoreGroup(
      compileCriteriaSet(setOf([leafOf('1', { max: 100 })], { ranking: { by } })),
      near,
    ).map(({ rank }) => rank);
    expect([ranks('exact'), ranks('rounded')]).toEqual([[2, 1], [1, 1]]);
  });
});
