import type { Answer } from '../model/answer';
import { InvalidAnswerError } from '../model/errors';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { agencyOf, awarded, leafOf, notApplicable, points, ratio, relativeLeaf, setOf } from '../tree/small-set.fixture';
import { bestOfRelative } from './best-of-relative';

const growth = { kind: 'relative', measure: { type: 'growth', current: 'Nay', previous: 'Trước' } } as const;
const set = compileCriteriaSet(setOf([relativeLeaf('1', { whenNotApplicable: 'exclude' }), leafOf('2', { rule: growth }), leafOf('3')]));

describe('bestOfRelative', () => {
  it('gives the best exact value of each relative leaf', () => {
    const agencies = [
      agencyOf({ '1': ratio(1, 3), '2': { current: 95, previous: 100 } }),
      agencyOf({ '1': ratio(1, 4), '2': { current: 90, previous: 100 } }),
    ];
    expect(bestOfRelative(set, agencies)).toEqual(
      { '1': { numerator: '100', denominator: '3' }, '2': { numerator: '-5', denominator: '1' } },
    );
    expect(bestOfRelative(set, agencies.toReversed())).toEqual(bestOfRelative(set, agencies));
  });

  it('says nothing of a leaf where no answer counts', () => {
    const agencies = [
      agencyOf({ '1': awarded(1) }),
      agencyOf({ '1': notApplicable }),
      agencyOf({ '1': ratio(9) }, { exempt: ['1'] }),
      agencyOf({ '3': points(1) }),
    ];
    expect(bestOfRelative(set, agencies)).toEqual({});
    expect(bestOfRelative(set, [])).toEqual({});
  });

  it('takes 0 for a best', () => {
    expect(bestOfRelative(set, [agencyOf({ '1': ratio(0) }), agencyOf({})])).toEqual({ '1': { numerator: '0', denominator: '1' } });
  });

  it('compares exactly what a double could not', () => {
    const [small, large] = [agencyOf({ '1': ratio(1e20, 3e20) }), agencyOf({ '1': ratio(33.3333) })];
    const third = { '1': { numerator: '100', denominator: '3' } };
    expect(bestOfRelative(set, [small, large])).toEqual(third);
    expect(bestOfRelative(set, [large, small])).toEqual(third);
    const nearly = agencyOf({ '1': ratio(2 ** 40 - 1, 3 * 2 ** 40) });
    expect(bestOfRelative(set, [nearly, small])).toEqual(third);
    const close = [agencyOf({ '1': ratio(94_906_265, 94_906_266) }), agencyOf({ '1': ratio(94_906_264, 94_906_265) })];
    expect(bestOfRelative(set, close)).toEqual({ '1': { numerator: '4745313250', denominator: '47453133' } });
  });

  it('refuses a wrong answer to a relative leaf, and does not look at others', () => {
    const wrong = agencyOf({ '1': { numerator: 2, denominator: 1 }, '3': points(7) });
    const refused = () => bestOfRelative(set, [agencyOf({}), wrong]);
    expect(refused).toThrow(InvalidAnswerError);
    expect(refused).toThrow('answer.ratio-above-max at "/agencies/1/answers/1"');
    expect(bestOfRelative(set, [agencyOf({ '3': points(7) })])).toEqual({});
    expect(
      () => bestOfRelative(set, [agencyOf({ '1': null as unknown as Answer })]),
    ).toThrow('answer.not-object at "/agencies/0/answers/1"');
  });
});
