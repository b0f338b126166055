import { InvalidAnswerError } from '../model/errors';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { agencyOf, awarded, leafOf, notApplicable, parentOf, points, ratio, relativeLeaf, setOf } from '../tree/small-set.fixture';
import { runningTotals } from './running-totals';

const tree = [
  parentOf('1', [leafOf('1.1', { max: 4 }), leafOf('1.2', { whenNotApplicable: 'exclude' }), leafOf('1.3', { whenNotApplicable: 'full' })]),
  parentOf('2', [relativeLeaf('2.1', { max: 3, whenNotApplicable: 'full' })]),
  parentOf('3', [leafOf('3.1', { source: 'survey' }), leafOf('3.2', { source: 'appraiser' }), leafOf('3.3', { source: 'imported' })]),
  leafOf('4', { section: 'bonus', source: 'appraiser' }),
  leafOf('5', { section: 'penalty' }),
];
const set = compileCriteriaSet(setOf(tree));

describe('runningTotals', () => {
  it('starts with everything missing or open, and the relative leaf outside', () => {
    const totals = runningTotals(set, agencyOf({}));
    expect(totals).toMatchObject({ points: 0, applicableMax: 9, index: 0, bonus: 0, penalty: 0, answered: 0, total: 7 });
    expect(totals.missing).toEqual(['1.1', '1.2', '1.3', '2.1']);
    expect(totals.open).toEqual(['3.1', '3.2', '3.3']);
    expect(totals.pending).toEqual([]);
    expect(totals.nodes['2']).toEqual({ excluded: true });
    expect(totals.nodes['2.1']).toEqual({ excluded: true });
  });

  it('does not move when a relative leaf is answered, but counts it', () => {
    const totals = runningTotals(set, agencyOf({ '1.1': points(3), '2.1': ratio(40) }));
    expect(totals).toMatchObject(
      { points: 3, applicableMax: 9, index: 33.33, answered: 2, total: 7, pending: ['2.1'], missing: ['1.2', '1.3'] },
    );
    expect(totals.nodes['2.1']).toEqual({ excluded: true });
    expect(totals.nodes['1']).toEqual({ points: 3, max: 6, percent: 50 });
  });

  it('takes a relative leaf in once points are awarded or it does not apply', () => {
    expect(runningTotals(set, agencyOf({ '2.1': awarded(2) }))).toMatchObject({ points: 2, applicableMax: 12, answered: 1, pending: [] });
    expect(runningTotals(set, agencyOf({ '2.1': notApplicable }))).toMatchObject(
      { points: 3, applicableMax: 12, answered: 1, pending: [] },
    );
  });

  it('leaves out what does not apply', () => {
    const totals = runningTotals(set, agencyOf({ '1.2': notApplicable, '1.3': notApplicable }, { exempt: ['2', '3.2'] }));
    expect(totals).toMatchObject(
      { points: 1, applicableMax: 7, answered: 1, total: 4, missing: ['1.1'], open: ['3.1', '3.3'], pending: [] },
    );
  });

  it('takes in what the survey and the appraisers give, bonus and penalty too', () => {
    const answers = { '3.1': points(1), '3.2': points(1), '3.3': points(1), '4': points(0.5), '5': points(1) };
    expect(runningTotals(set, agencyOf(answers))).toMatchObject(
      { points: 3, bonus: 0.5, penalty: 1, index: 27.78, open: [], answered: 3, total: 7 },
    );
  });

  it('leaves an unanswered survey out where the set says so', () => {
    const strict = compileCriteriaSet(setOf(tree, { withoutSurvey: 'exclude' }));
    expect(runningTotals(strict, agencyOf({}))).toMatchObject({ applicableMax: 8, total: 6, open: ['3.2', '3.3'] });
  });

  it('has no index while nothing applies', () => {
    expect(
      runningTotals(set, agencyOf({ '4': points(1) }, { exempt: ['1', '2', '3'] })),
    ).toMatchObject({ index: null, applicableMax: 0, bonus: 1, total: 0 });
  });

  it('refuses wrong answers', () => {
    const agency = agencyOf({ '1.1': points(5), '2.1': { numerator: 3, denominator: 2 } }, { exempt: ['8'] });
    try {
      runningTotals(set, agency);
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidAnswerError);
      expect(
        (error as InvalidAnswerError).findings.map(({ pointer }) => pointer),
      ).toEqual(['/exempt/0', '/answers/1.1/points', '/answers/2.1']);
    }
    expect.assertions(2);
  });
});
