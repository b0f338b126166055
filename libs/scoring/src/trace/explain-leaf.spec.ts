import type { Answer } from '../model/answer';
import { InvalidAnswerError } from '../model/errors';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { awarded, leafOf, notApplicable, parentOf, points, ratio, relativeLeaf, setOf } from '../tree/small-set.fixture';
import { explainLeaf } from './explain-leaf';

const tree = [
  parentOf(
    '1',
    [leafOf('1.1', { max: 2 }), leafOf('1.2', { whenNotApplicable: 'exclude' }), leafOf('1.3', { whenNotApplicable: 'full', max: 2.5 })],
  ),
  leafOf('2', { source: 'survey' }),
  relativeLeaf('3', { max: 3 }),
  leafOf('10'),
];
const set = compileCriteriaSet(setOf(tree, { withoutSurvey: 'exclude', rounding: { points: 2 } }));

describe('explainLeaf', () => {
  it('tells the leaf, the answer, the rule, the steps and the points', () => {
    expect(explainLeaf(set, '1.1', points(1.25))).toEqual({
      code: '1.1',
      max: 2,
      rule: { kind: 'direct' },
      answer: { points: 1.25 },
      outcome: 'scored',
      steps: [{ step: 'direct', points: 1.25 }],
      points: 1.25,
    });
  });

  it('shows rounding where it changes the points', () => {
    expect(explainLeaf(set, '1.1', points(1.255))).toMatchObject({
      points: 1.26,
      steps: [
        { step: 'direct', points: 1.255 },
        { step: 'rounded', value: { numerator: '251', denominator: '200' }, decimals: 2, points: 1.26 },
      ],
    });
  });

  it('tells an award with its reason', () => {
    expect(explainLeaf(set, '1.1', awarded(1.335))).toMatchObject({
      outcome: 'awarded',
      points: 1.34,
      steps: [
        { step: 'awarded', awarded: 1.335, reason: 'Thẩm định' },
        { step: 'rounded', value: { numerator: '267', denominator: '200' }, decimals: 2, points: 1.34 },
      ],
    });
  });

  it('tells what does not apply with its reason', () => {
    expect(explainLeaf(set, '1.2', notApplicable)).toMatchObject({
      outcome: 'excluded',
      points: null,
      steps: [{ step: 'excluded', because: 'not-applicable', reason: 'Không có nhiệm vụ' }],
    });
    expect(explainLeaf(set, '1.3', notApplicable)).toMatchObject({
      outcome: 'not-applicable-full',
      points: 2.5,
      steps: [{ step: 'not-applicable-full', reason: 'Không có nhiệm vụ', points: 2.5 }],
    });
  });

  it('tells what is missing', () => {
    expect(explainLeaf(set, '1.1', null)).toMatchObject(
      { answer: null, outcome: 'missing', points: 0, steps: [{ step: 'missing', points: 0 }] },
    );
    expect(explainLeaf(set, '2', null)).toMatchObject({
      outcome: 'excluded',
      points: null,
      steps: [{ step: 'excluded', because: 'without-survey', reason: null }],
    });
  });

  it('tells a relative leaf once the best is known', () => {
    expect(explainLeaf(set, '3', ratio(50))).toMatchObject({ outcome: 'pending', points: null });
    expect(explainLeaf(set, '3', ratio(50), { best: { numerator: '70', denominator: '1' } })).toMatchObject({
      outcome: 'scored',
      points: 2.14,
      steps: [
        { step: 'ratio' },
        { step: 'relative', best: { numerator: '70', denominator: '1' }, share: { numerator: '5', denominator: '7' } },
        { step: 'times-max', max: 3, result: { numerator: '15', denominator: '7' } },
        { step: 'rounded', decimals: 2, points: 2.14 },
      ],
    });
  });

  it.each([['1.1'], ['1']])('tells that the agency is exempt by %s, whatever it answered', (code) => {
    expect(explainLeaf(set, '1.1', points(1), { exempt: ['2', code] })).toMatchObject({
      answer: { points: 1 },
      outcome: 'excluded',
      points: null,
      steps: [{ step: 'excluded', because: 'exempt', reason: null }],
    });
  });

  it('does not take 10 for a part of 1', () => {
    expect(explainLeaf(set, '10', points(1), { exempt: ['1'] }).points).toBe(1);
    expect(explainLeaf(set, '10', points(1), { exempt: [] }).points).toBe(1);
  });

  it.each<[string, unknown]>([
    ['1.1', { points: 3 }],
    ['1', null],
    ['7', null],
  ])('refuses at %s an answer such as %p', (code, answer) => {
    expect(() => explainLeaf(set, code, answer as Answer | null)).toThrow(InvalidAnswerError);
  });
});
