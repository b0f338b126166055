import { fraction } from '../exact/fraction';
import type { Answer } from '../model/answer';
import type { CriteriaSet } from '../model/criteria-set';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import type { PlanLeaf } from '../tree/plan';
import { planOf } from '../tree/scoring-set';
import { awarded, leafOf, notApplicable, points, ratio, relativeLeaf, setOf } from '../tree/small-set.fixture';
import { workLeaf } from './work-leaf';

function planLeafOf(leaf: CriteriaSet['criteria'][number], settings: Partial<CriteriaSet> = {}): PlanLeaf {
  return planOf(compileCriteriaSet(setOf([leaf], settings))).leaves[0] as PlanLeaf;
}
const work = (leaf: CriteriaSet['criteria'][number], answer: Answer | null) => workLeaf(planLeafOf(leaf), answer, null);

describe('workLeaf', () => {
  it('works out the rule, exactly and before rounding', () => {
    const measured = { kind: 'proportional', measure: { type: 'ratio', numerator: 'Tử', denominator: 'Mẫu' } } as const;
    expect(work(leafOf('1', { rule: measured }), ratio(7, 13))).toMatchObject({ outcome: 'scored', points: fraction(7n, 13n) });
  });

  it('gives an award as it is', () => {
    expect(work(leafOf('1'), awarded(0.3333))).toEqual({
      outcome: 'awarded',
      points: fraction(3333n, 10_000n),
      steps: [{ step: 'awarded', awarded: 0.3333, reason: 'Thẩm định' }],
    });
  });

  it('gives an award in place of a rule that would wait for the group', () => {
    expect(work(relativeLeaf('1'), awarded(1))).toMatchObject({ outcome: 'awarded', points: fraction(1n) });
  });

  it('excludes what does not apply, or gives it all points', () => {
    expect(work(leafOf('1', { whenNotApplicable: 'exclude' }), notApplicable)).toEqual({
      outcome: 'excluded',
      points: null,
      steps: [{ step: 'excluded', because: 'not-applicable', reason: 'Không có nhiệm vụ' }],
    });
    expect(work(leafOf('1', { whenNotApplicable: 'full', max: 2.5 }), notApplicable)).toEqual({
      outcome: 'not-applicable-full',
      points: fraction(5n, 2n),
      steps: [{ step: 'not-applicable-full', reason: 'Không có nhiệm vụ', points: 2.5 }],
    });
  });

  it.each(['self', 'appraiser', 'imported', 'survey'] as const)('gives a %s leaf without an answer nothing', (source) => {
    const missing = { outcome: 'missing', points: fraction(0n), steps: [{ step: 'missing', points: 0 }] };
    expect(work(leafOf('1', { source }), null)).toEqual(missing);
  });

  it('excludes a survey leaf without an answer where the set says so, and no other', () => {
    const strict = { withoutSurvey: 'exclude' } as const;
    expect(workLeaf(planLeafOf(leafOf('1', { source: 'survey' }), strict), null, null)).toEqual({
      outcome: 'excluded',
      points: null,
      steps: [{ step: 'excluded', because: 'without-survey', reason: null }],
    });
    expect(workLeaf(planLeafOf(leafOf('1', { source: 'survey' }), strict), points(1), null).outcome).toBe('scored');
    expect(workLeaf(planLeafOf(leafOf('1', { source: 'imported' }), strict), null, null).outcome).toBe('missing');
  });

  it('leaves a relative leaf pending until the best is known', () => {
    expect(work(relativeLeaf('1'), ratio(30))).toMatchObject({ outcome: 'pending', points: null });
    expect(workLeaf(planLeafOf(relativeLeaf('1')), ratio(30), fraction(60n))).toMatchObject({ outcome: 'scored', points: fraction(1n, 2n) });
    expect(workLeaf(planLeafOf(relativeLeaf('1')), null, fraction(60n))).toMatchObject({ outcome: 'missing' });
  });
});
