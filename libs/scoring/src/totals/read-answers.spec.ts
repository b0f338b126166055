import type { Answer } from '../model/answer';
import type { AgencyAnswers } from '../model/result';
import { fraction } from '../exact/fraction';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { planOf } from '../tree/scoring-set';
import { agencyOf, awarded, leafOf, notApplicable, parentOf, points, ratio, relativeLeaf, setOf } from '../tree/small-set.fixture';
import { readAnswers } from './read-answers';
import { scorersFor } from './scorers';
import { EXCLUDED, Sheet } from './sheet';

const criteria = [
  parentOf('1', [leafOf('1.1', { max: 2, whenNotApplicable: 'exclude' }), leafOf('1.2', { whenNotApplicable: 'full' })]),
  leafOf('2', { source: 'survey' }),
  relativeLeaf('3', { max: 4 }),
];
const plan = planOf(compileCriteriaSet(setOf(criteria, { withoutSurvey: 'exclude' })));

/** The units of the four leaves, or null where the answers are refused. */
function unitsOf(agency: AgencyAnswers, best: bigint | null = null): readonly number[] | null {
  const sheet = new Sheet(plan);
  const bests = new Map(best === null ? [] : [['3', fraction(best)]]);
  return readAnswers(plan, agency, scorersFor(plan, bests), sheet) ? plan.leaves.map(({ at }) => sheet.units[at] as number) : null;
}

describe('readAnswers', () => {
  it('fills in what is answered, 0 for what is not, and leaves an unanswered survey out', () => {
    expect(unitsOf(agencyOf({ '1.1': points(1.5), '2': points(0.5) }))).toEqual([15_000, 0, 5000, 0]);
    expect(unitsOf(agencyOf({}))).toEqual([0, 0, EXCLUDED, 0]);
  });

  it('takes the exact way for awards and for what does not apply', () => {
    expect(unitsOf(agencyOf({ '1.1': awarded(1.2345), '1.2': notApplicable }))).toEqual([12_345, 10_000, EXCLUDED, 0]);
    expect(unitsOf(agencyOf({ '1.1': notApplicable, '1.2': awarded(0) }))).toEqual([EXCLUDED, 0, EXCLUDED, 0]);
  });

  it('leaves a relative leaf out while the best is not known', () => {
    expect(unitsOf(agencyOf({ '3': ratio(30) }))).toEqual([0, 0, EXCLUDED, EXCLUDED]);
    expect(unitsOf(agencyOf({ '3': ratio(30) }), 60n)).toEqual([0, 0, EXCLUDED, 20_000]);
    expect(unitsOf(agencyOf({ '3': ratio(30e20, 100e20) }), 60n)).toEqual([0, 0, EXCLUDED, 20_000]);
    expect(unitsOf(agencyOf({ '3': awarded(1) }))).toEqual([0, 0, EXCLUDED, 10_000]);
  });

  it('leaves out what the agency is exempt from', () => {
    expect(unitsOf(agencyOf({ '1.1': points(2), '1.2': points(1) }, { exempt: ['1'] }))).toEqual([EXCLUDED, EXCLUDED, EXCLUDED, 0]);
    expect(unitsOf(agencyOf({ '1.1': points(2) }, { exempt: ['1.2', '3'] }))).toEqual([20_000, EXCLUDED, EXCLUDED, EXCLUDED]);
  });

  it('forgets what the agency before was exempt from', () => {
    const sheet = new Sheet(plan);
    const scorers = scorersFor(plan, new Map());
    readAnswers(plan, agencyOf({}, { exempt: ['1'] }), scorers, sheet);
    readAnswers(plan, agencyOf({ '1.1': points(1) }), scorers, sheet);
    expect(plan.leaves.map(({ at }) => sheet.units[at])).toEqual([10_000, 0, EXCLUDED, 0]);
  });

  it('does not mind an answer that is undefined', () => {
    expect(unitsOf(agencyOf({ '1.1': undefined as unknown as Answer, '1.2': points(1) }))).toEqual([0, 10_000, EXCLUDED, 0]);
  });

  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['a wrong answer', { '1.1': { points: 3 } }, []],
    ['no object', { '1.1': 3 }, []],
    ['null', { '1.1': null }, []],
    ['a list', { '1.1': [] }, []],
    ['an unknown code', { '9': { points: 1 } }, []],
    ['a code that is unknown beside one that is undefined', { '1.1': undefined, '9': { points: 1 } }, []],
    ['an answer to a parent', { '1': { points: 1 } }, []],
    ['an unknown exemption', { '1.1': { points: 1 } }, ['9']],
    ['a wrong answer to a leaf that is exempt', { '1.1': { points: 3 } }, ['1.1']],
    ['a wrong answer to a relative leaf', { '3': { numerator: 1 } }, []],
  ])('refuses %s', (_what, answers, exempt) => {
    expect(unitsOf(agencyOf(answers as Record<string, Answer>, { exempt }))).toBeNull();
  });
});
