import type { Answer } from '../model/answer';
import type { LeafNode, LeafSource } from '../model/criteria-set';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import type { PlanLeaf } from '../tree/plan';
import { planOf } from '../tree/scoring-set';
import { agencyOf, awarded, leafOf, notApplicable, parentOf, points, ratio, relativeLeaf, setOf } from '../tree/small-set.fixture';
import { scoredCodes, standingOf, type Standing } from './standing';

function standingIn(leaf: LeafNode, answer: Answer | null, withoutSurvey: 'zero' | 'exclude' = 'zero'): Standing {
  const plan = planOf(compileCriteriaSet(setOf([leaf], { withoutSurvey })));
  return standingOf(plan.leaves[0] as PlanLeaf, agencyOf(answer === null ? {} : { [leaf.code]: answer }));
}

describe('standingOf', () => {
  it.each<[LeafSource, Standing]>([
    ['self', 'missing'],
    ['survey', 'open'],
    ['appraiser', 'open'],
    ['imported', 'open'],
  ])('without an answer a %s leaf is %s', (source, standing) => {
    expect(standingIn(leafOf('1', { source }), null)).toBe(standing);
  });

  it('without an answer a survey leaf is excluded where the set says so, and no other leaf', () => {
    expect(standingIn(leafOf('1', { source: 'survey' }), null, 'exclude')).toBe('excluded');
    expect(standingIn(leafOf('1', { source: 'appraiser' }), null, 'exclude')).toBe('open');
    expect(standingIn(leafOf('1'), null, 'exclude')).toBe('missing');
    expect(standingIn(leafOf('1', { source: 'survey' }), points(1), 'exclude')).toBe('answered');
  });

  it('with an answer by its rule or an award a leaf is answered', () => {
    expect(standingIn(leafOf('1'), points(0))).toBe('answered');
    expect(standingIn(leafOf('1', { source: 'appraiser' }), points(1))).toBe('answered');
    expect(standingIn(leafOf('1'), awarded(0))).toBe('answered');
  });

  it('is answered or excluded where it does not apply', () => {
    expect(standingIn(leafOf('1', { whenNotApplicable: 'full' }), notApplicable)).toBe('answered');
    expect(standingIn(leafOf('1', { whenNotApplicable: 'exclude' }), notApplicable)).toBe('excluded');
  });

  it('is pending for an answer to a relative leaf, and for nothing else there', () => {
    expect(standingIn(relativeLeaf('1'), ratio(1))).toBe('pending');
    expect(standingIn(relativeLeaf('1'), awarded(1))).toBe('answered');
    expect(standingIn(relativeLeaf('1', { whenNotApplicable: 'full' }), notApplicable)).toBe('answered');
    expect(standingIn(relativeLeaf('1', { whenNotApplicable: 'exclude' }), notApplicable)).toBe('excluded');
    expect(standingIn(relativeLeaf('1'), null)).toBe('missing');
  });

  it('is excluded where the agency is exempt, whatever the answer', () => {
    const plan = planOf(compileCriteriaSet(setOf([parentOf('1', [leafOf('1.1'), leafOf('1.2')])])));
    const standings = (exempt: readonly string[]) => plan.leaves.map((leaf) => standingOf(leaf, agencyOf({ '1.1': points(1) }, { exempt })));
    expect(standings([])).toEqual(['answered', 'missing']);
    expect(standings(['1.1'])).toEqual(['excluded', 'missing']);
    expect(standings(['1'])).toEqual(['excluded', 'excluded']);
  });
});

describe('scoredCodes', () => {
  const plan = planOf(
    compileCriteriaSet(
      setOf([
        parentOf('1', [leafOf('1.1'), leafOf('1.2', { source: 'survey' }), leafOf('1.3')]),
        leafOf('2', { section: 'bonus' }),
        leafOf('3', { section: 'penalty' }),
        relativeLeaf('4'),
      ]),
    ),
  );
  const agency = agencyOf({ '1.3': points(1), '2': points(1), '4': ratio(1) });

  it.each<[readonly Standing[], readonly string[]]>([
    [['missing'], ['1.1']],
    [['open'], ['1.2']],
    [['missing', 'open'], ['1.1', '1.2']],
    [['answered'], ['1.3']],
    [['pending'], ['4']],
    [['excluded'], []],
    [[], []],
  ])('lists the scored leaves that are %p: %p', (standings, codes) => {
    expect(scoredCodes(plan, agency, standings)).toEqual(codes);
  });
});
