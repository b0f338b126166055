import type { Answer } from '../model/answer';
import { InvalidAnswerError } from '../model/errors';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { awarded, leafOf, notApplicable, parentOf, points, ratio, relativeLeaf, setOf } from '../tree/small-set.fixture';
import { scoreLeaf } from './score-leaf';

const tree = [
  parentOf(
    '1',
    [leafOf('1.1', { max: 2 }), leafOf('1.2', { whenNotApplicable: 'exclude' }), leafOf('1.3', { whenNotApplicable: 'full', max: 2.5 })],
  ),
  leafOf('2', { source: 'survey' }),
  relativeLeaf('3', { whenNotApplicable: 'exclude' }),
];
const set = compileCriteriaSet(setOf(tree));
const strict = compileCriteriaSet(setOf(tree, { withoutSurvey: 'exclude', rounding: { points: 2 } }));

const scored = (value: number) => ({ points: value, excluded: false, pending: false });
const excluded = { points: null, excluded: true, pending: false };

describe('scoreLeaf', () => {
  it('gives the points of the rule', () => {
    expect(scoreLeaf(set, '1.1', points(1.25))).toEqual(scored(1.25));
  });

  it('gives 0 where there is no answer, and leaves a survey leaf out where the set says so', () => {
    expect(scoreLeaf(set, '1.1', null)).toEqual(scored(0));
    expect(scoreLeaf(set, '2', null)).toEqual(scored(0));
    expect(scoreLeaf(strict, '2', null)).toEqual(excluded);
    expect(scoreLeaf(strict, '1.1', null)).toEqual(scored(0));
    expect(scoreLeaf(strict, '2', points(1))).toEqual(scored(1));
  });

  it('puts an award in place of the rule, rounded as any points', () => {
    expect(scoreLeaf(set, '1.1', awarded(1.3333))).toEqual(scored(1.3333));
    expect(scoreLeaf(strict, '1.1', awarded(1.335))).toEqual(scored(1.34));
    expect(scoreLeaf(set, '3', awarded(1))).toEqual(scored(1));
  });

  it('leaves a leaf that does not apply out, or gives it full points', () => {
    expect(scoreLeaf(set, '1.2', notApplicable)).toEqual(excluded);
    expect(scoreLeaf(set, '1.3', notApplicable)).toEqual(scored(2.5));
    expect(scoreLeaf(set, '3', notApplicable)).toEqual(excluded);
  });

  it('is pending for a relative leaf, which has no points by itself', () => {
    expect(scoreLeaf(set, '3', ratio(40))).toEqual({ points: null, excluded: false, pending: true });
    expect(scoreLeaf(set, '3', null)).toEqual(scored(0));
  });

  it.each<[string, unknown, string]>([
    ['1.1', { points: 3 }, 'answer.above-max at "/points"'],
    ['1.1', { notApplicable: true, reason: 'x' }, 'answer.not-applicable-forbidden at "/notApplicable"'],
    ['1', { points: 1 }, 'answer.not-a-leaf at ""'],
    ['9', { points: 1 }, 'answer.unknown-criterion at ""'],
    ['9', null, 'answer.unknown-criterion at ""'],
  ])('refuses at %s an answer such as %p', (code, answer, message) => {
    const score = () => scoreLeaf(set, code, answer as Answer | null);
    expect(score).toThrow(InvalidAnswerError);
    expect(score).toThrow(`The answers are refused: ${message}`);
  });

  it('names its refusal, with the findings', () => {
    try {
      scoreLeaf(set, '1.1', points(-1));
    } catch (error) {
      expect(error).toMatchObject({ name: 'InvalidAnswerError', findings: [{ code: 'answer.below-min', pointer: '/points' }] });
    }
    expect.assertions(1);
  });
});
