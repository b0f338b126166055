import type { CriteriaSet, CriterionNode, LeafSource } from '../index';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { maxOfSource } from './max-of-source';
import { runningTotals } from './running-totals';

const leaf = (code: string, max: number, source: LeafSource = 'self'): CriterionNode => ({
  ...{ code, title: code, max, source, whenNotApplicable: 'exclude' },
  rule: source === 'survey' ? { kind: 'survey', options: [{ id: 'a', label: 'A', percent: 100 }] } : { kind: 'direct' },
});

const SET: CriteriaSet = {
  ...{ format: 'par-criteria-set/1', code: 's', title: 'S', year: 2026, appliesTo: 'so' },
  criteria: [
    { code: '1', title: '1', max: 60.5, children: [leaf('1.1', 30.25), leaf('1.2', 20.25, 'survey'), leaf('1.3', 10, 'imported')] },
    {
      ...{ code: '2', title: '2', max: 39.5 },
      children: [
        { code: '2.1', title: '2.1', max: 30, combine: 'best', children: [leaf('2.1.1', 30), leaf('2.1.2', 20)] },
        { code: '2.2', title: '2.2', max: 9.5, combine: 'all', children: [leaf('2.2.1', 4, 'survey'), leaf('2.2.2', 5, 'survey')] },
      ],
    },
    { code: '3', title: '3', max: 3, section: 'bonus', children: [leaf('3.1', 3)] },
  ],
};

describe('the maximum that a source can give', () => {
  const set = compileCriteriaSet(SET);
  const nodesOf = (exempt: readonly string[] = [], notApplicable: readonly string[] = []) => {
    const answers = Object.fromEntries(notApplicable.map((code) => [code, { notApplicable: true as const, reason: 'không có' }]));
    return runningTotals(set, { code: 'a', exempt, answers }).nodes;
  };

  it.each<[LeafSource, number]>([
    ['self', 60.25],
    ['survey', 29.75],
    ['imported', 10],
    ['appraiser', 0],
  ])('is, of %s, %d', (source, expected) => {
    expect(maxOfSource(set, nodesOf(), source)).toBe(expected);
  });

  it('counts a node that takes the best of its children once, with its own max', () => {
    expect(maxOfSource(set, nodesOf(['1']), 'self')).toBe(30);
  });

  it('leaves out what is exempt or not applicable', () => {
    expect(maxOfSource(set, nodesOf([], ['1.1']), 'self')).toBe(30);
    expect(maxOfSource(set, nodesOf(['2']), 'self')).toBe(30.25);
    expect(maxOfSource(set, nodesOf(['1', '2']), 'self')).toBe(0);
  });

  it('takes a node that the result does not name for excluded', () => {
    expect(maxOfSource(set, {}, 'self')).toBe(0);
  });
});
