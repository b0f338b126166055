import type { Answer } from '../model/answer';
import type { CriteriaSet, CriterionNode } from '../model/criteria-set';
import { InvalidAnswerError } from '../model/errors';
import type { AgencyAnswers, AgencyResult } from '../model/result';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { agencyOf, awarded, leafOf, notApplicable, parentOf, points, ratio, relativeLeaf, setOf } from '../tree/small-set.fixture';
import { rankGroup } from './rank-group';
import { scoreGroup } from './score-group';

function resultOf(criteria: readonly CriterionNode[], agency: AgencyAnswers, settings: Partial<CriteriaSet> = {}): AgencyResult {
  return scoreGroup(compileCriteriaSet(setOf(criteria, settings)), [agency])[0] as AgencyResult;
}

const open = (code: string, max = 1) => leafOf(code, { max, whenNotApplicable: 'exclude' });
const full = (max: number) => ({ points: max, max, percent: 100 });

describe('a sum node', () => {
  const tree = [parentOf('1', [open('1.1', 2), open('1.2', 3), parentOf('1.3', [open('1.3.1', 0.1), open('1.3.2', 0.2)])])];

  it('adds its children exactly', () => {
    const result = resultOf(tree, agencyOf({ '1.1': points(1), '1.2': points(3), '1.3.1': points(0.1), '1.3.2': points(0.2) }));
    expect(result.nodes['1.3']).toEqual(full(0.3));
    expect(result.nodes['1']).toEqual({ points: 4.3, max: 5.3, percent: 81.13 });
    expect(result).toMatchObject({ points: 4.3, applicableMax: 5.3, index: 81.13 });
  });

  it('is measured against what applies', () => {
    const result = resultOf(tree, agencyOf({ '1.1': points(1), '1.2': notApplicable, '1.3.1': notApplicable, '1.3.2': notApplicable }));
    expect(result.nodes).toEqual({
      '1': { points: 1, max: 2, percent: 50 },
      '1.1': { points: 1, max: 2, percent: 50 },
      '1.2': { excluded: true },
      '1.3': { excluded: true },
      '1.3.1': { excluded: true },
      '1.3.2': { excluded: true },
    });
    expect(result).toMatchObject({ points: 1, applicableMax: 2, index: 50, missing: [] });
  });
});

describe('an all node', () => {
  const tree = [parentOf('1', [open('1.1'), open('1.2', 2)], { combine: 'all', max: 5 }), open('2')];
  const nodeFor = (answers: Record<string, Answer>) => resultOf(tree, agencyOf(answers)).nodes['1'];

  it('has its max where every child has full points, else 0', () => {
    expect(nodeFor({ '1.1': points(1), '1.2': points(2) })).toEqual(full(5));
    expect(nodeFor({ '1.1': points(0.9999), '1.2': points(2) })).toEqual({ points: 0, max: 5, percent: 0 });
    expect(nodeFor({ '1.1': points(1) })).toEqual({ points: 0, max: 5, percent: 0 });
  });

  it('looks at the children that apply, and keeps its own max', () => {
    expect(nodeFor({ '1.1': notApplicable, '1.2': points(2) })).toEqual(full(5));
    expect(nodeFor({ '1.1': notApplicable, '1.2': points(1) })).toEqual({ points: 0, max: 5, percent: 0 });
    expect(nodeFor({ '1.1': notApplicable, '1.2': notApplicable })).toEqual({ excluded: true });
  });

  it('takes a child with exclusions of its own as full where all that applies is', () => {
    const inner = parentOf('1.1', [open('1.1.1'), open('1.1.2')]);
    const outer = [parentOf('1', [inner, open('1.2')], { combine: 'all', max: 3 })];
    expect(resultOf(outer, agencyOf({ '1.1.1': points(1), '1.1.2': notApplicable, '1.2': points(1) })).nodes['1']).toEqual(full(3));
    expect(resultOf(outer, agencyOf({ '1.1.1': points(1), '1.1.2': points(0), '1.2': points(1) })).nodes['1']).toMatchObject({ points: 0 });
  });
});

describe('a best node', () => {
  const tree = [parentOf('1', [open('1.1', 3), open('1.2', 2)], { combine: 'best', max: 3 })];
  const nodeFor = (answers: Record<string, Answer>) => resultOf(tree, agencyOf(answers)).nodes['1'];

  it('has the highest child, out of its own max', () => {
    expect(nodeFor({ '1.1': points(1), '1.2': points(1.5) })).toEqual({ points: 1.5, max: 3, percent: 50 });
    expect(nodeFor({ '1.1': points(2.5), '1.2': points(1.5) })).toEqual({ points: 2.5, max: 3, percent: 83.33 });
    expect(nodeFor({})).toEqual({ points: 0, max: 3, percent: 0 });
  });

  it('keeps its own max where a child does not apply', () => {
    expect(nodeFor({ '1.1': notApplicable, '1.2': points(2) })).toEqual({ points: 2, max: 3, percent: 66.67 });
    expect(nodeFor({ '1.1': notApplicable, '1.2': notApplicable })).toEqual({ excluded: true });
  });
});

describe('bonus and penalty', () => {
  const tree = [
    leafOf('1', { max: 10 }),
    parentOf('2', [open('2.1', 3), open('2.2', 2)], { section: 'bonus', max: 4 }),
    parentOf('3', [open('3.1', 6), parentOf('3.2', [open('3.2.1', 2), open('3.2.2', 2)], { max: 3 })], { section: 'penalty', max: 8 }),
    leafOf('4', { section: 'bonus', max: 0.5 }),
  ];

  it('stand outside the maximum and are capped by their nodes', () => {
    const result = resultOf(
      tree,
      agencyOf({ '1': points(5), '2.1': points(3), '2.2': points(2), '3.2.1': points(2), '3.2.2': points(2), '4': points(0.5) }),
    );
    expect(result).toMatchObject(
      { points: 5, applicableMax: 10, bonus: 4.5, penalty: 3, index: 65, selfPoints: 5, surveyPoints: 0, missing: [] },
    );
    expect(result.nodes['2']).toEqual(full(4));
    expect(result.nodes['3.2']).toEqual(full(3));
    expect(result.nodes['3']).toEqual({ points: 3, max: 8, percent: 37.5 });
  });

  it('have a maximum of what applies, at most their cap', () => {
    const result = resultOf(tree, agencyOf({ '1': points(5), '2.1': notApplicable, '2.2': points(1), '3.1': notApplicable }));
    expect(result.nodes['2']).toEqual({ points: 1, max: 2, percent: 50 });
    expect(result.nodes['3']).toEqual({ points: 0, max: 3, percent: 0 });
  });

  it('keep the index within 0…100', () => {
    expect(resultOf(tree, agencyOf({ '1': points(9), '2.1': points(3) })).index).toBe(100);
    expect(resultOf(tree, agencyOf({ '1': points(1), '3.1': points(6) })).index).toBe(0);
    expect(resultOf(tree, agencyOf({ '1': points(1), '3.1': points(0.5) })).index).toBe(5);
  });
});

describe('self and survey points', () => {
  it('share the scored points by source', () => {
    const tree = [
      leafOf('1', { max: 3 }),
      leafOf('2', { max: 3, source: 'survey' }),
      leafOf('3', { max: 3, source: 'imported' }),
      leafOf('4', { max: 3, source: 'appraiser' }),
      parentOf(
        '5',
        [leafOf('5.1', { source: 'survey', max: 3 }), leafOf('5.2', { source: 'survey', max: 3 })],
        { combine: 'best', max: 3 },
      ),
      parentOf('6', [leafOf('6.1'), leafOf('6.2')], { combine: 'all', max: 2 }),
    ];
    const answers = {
      '1': points(1),
      '2': points(2),
      '3': points(0.5),
      '4': points(0.25),
      '5.1': points(1.5),
      '5.2': points(3),
      '6.1': points(1),
      '6.2': points(1),
    };
    const result = resultOf(tree, agencyOf(answers));
    expect(result).toMatchObject({ selfPoints: 3.75, surveyPoints: 5, points: 8.75 });
    expect(resultOf(tree, agencyOf(answers, { exempt: ['5', '1'] }))).toMatchObject({ selfPoints: 2.75, surveyPoints: 2, points: 4.75 });
  });
});

describe('missing', () => {
  const tree = [
    parentOf('1', [leafOf('1.1'), leafOf('1.2', { source: 'survey' }), open('1.3')]),
    leafOf('2', { section: 'bonus' }),
    relativeLeaf('3'),
  ];

  it('lists the scored leaves without an answer, in document order', () => {
    expect(resultOf(tree, agencyOf({})).missing).toEqual(['1.1', '1.2', '1.3', '3']);
    expect(resultOf(tree, agencyOf({ '1.3': notApplicable, '1.1': points(0), '3': ratio(1) })).missing).toEqual(['1.2']);
  });

  it('leaves out what is outside the maximum', () => {
    expect(resultOf(tree, agencyOf({}, { exempt: ['1.1', '3'] })).missing).toEqual(['1.2', '1.3']);
    expect(resultOf(tree, agencyOf({}), { withoutSurvey: 'exclude' }).missing).toEqual(['1.1', '1.3', '3']);
  });

  it('takes an answer that is undefined for none', () => {
    const agency = agencyOf({ '1.1': undefined as unknown as Answer });
    expect(resultOf(tree, agency).missing).toEqual(['1.1', '1.2', '1.3', '3']);
  });

  it('takes no answer from the prototype', () => {
    const answers = Object.create({ '1.1': points(1) }) as Record<string, Answer>;
    const result = resultOf(tree, agencyOf(answers));
    expect(result.missing).toEqual(['1.1', '1.2', '1.3', '3']);
  });
});

describe('exemptions', () => {
  const tree = [parentOf('1', [leafOf('1.1'), leafOf('1.2')]), parentOf('10', [leafOf('10.1'), leafOf('10.2')])];

  it('take out a leaf, or a whole subtree, whatever was answered', () => {
    const answers = { '1.1': points(1), '1.2': points(0), '10.1': points(1), '10.2': points(1) };
    expect(resultOf(tree, agencyOf(answers, { exempt: ['1'] })).nodes).toMatchObject({
      '1': { excluded: true },
      '1.1': { excluded: true },
      '1.2': { excluded: true },
      '10': full(2),
    });
    expect(resultOf(tree, agencyOf(answers, { exempt: ['1.2'] }))).toMatchObject(
      { index: 100, applicableMax: 3, nodes: { '1.2': { excluded: true } } },
    );
    expect(resultOf(tree, agencyOf(answers, { exempt: [] }))).toMatchObject({ index: 75, applicableMax: 4 });
  });

  it('leave an index of 0 where nothing remains', () => {
    const result = resultOf([...tree, leafOf('2', { section: 'bonus' })], agencyOf({ '2': points(1) }, { exempt: ['1', '10'] }));
    expect(result).toMatchObject({ points: 0, applicableMax: 0, bonus: 1, index: 0, rank: 1, missing: [] });
  });
});

describe('a relative leaf', () => {
  const set = compileCriteriaSet(setOf([relativeLeaf('1', { max: 3, whenNotApplicable: 'exclude' }), leafOf('2')]));
  const nodesOf = (...agencies: readonly AgencyAnswers[]) => scoreGroup(set, agencies).map(({ nodes }) => nodes['1']);
  const worth = (value: number) => ({ points: value, max: 3, percent: Math.round((value / 3) * 10_000) / 100 });

  it('is measured against the best of the group', () => {
    expect(nodesOf(agencyOf({ '1': ratio(40) }), agencyOf({ '1': ratio(80) }), agencyOf({}))).toEqual([worth(1.5), worth(3), worth(0)]);
  });

  it.each<[string, AgencyAnswers]>([
    ['has points awarded in its place', agencyOf({ '1': awarded(3) })],
    ['does not apply', agencyOf({ '1': notApplicable })],
    ['is exempt', agencyOf({ '1': ratio(100) }, { exempt: ['1'] })],
  ])('is not measured against an answer that %s', (_why, other) => {
    expect(nodesOf(agencyOf({ '1': ratio(30) }), other)[0]).toEqual(worth(3));
  });

  it('is 0 for all where the best is 0', () => {
    expect(nodesOf(agencyOf({ '1': ratio(0) }), agencyOf({ '1': ratio(0) }))).toEqual([worth(0), worth(0)]);
  });

  it('is exact beyond a double', () => {
    const huge = (n: number) => agencyOf({ '1': { numerator: n, denominator: 3e20 } });
    expect(nodesOf(huge(1e20), huge(2e20), agencyOf({ '1': ratio(50) }))).toEqual([worth(1.5), worth(3), worth(2.25)]);
    expect(nodesOf(agencyOf({ '1': ratio(100) }), huge(2e20))).toEqual([worth(3), worth(2)]);
  });
});

describe('scoreGroup', () => {
  const tree = [leafOf('1', { max: 50 }), leafOf('2', { max: 50 })];
  const group = [[40, 40.001], [45, 45], [40, 40.004], [45, 45], [30, 50]].map(([one, two], place) =>
    agencyOf({ '1': points(one as number), '2': points(two as number) }, { code: `co-quan-${place}`, name: 'Cơ quan' }),
  );
  const grades = [{ name: 'Tốt', from: 90 }, { name: 'Khá', from: 80 }];
  const ranks = (settings: Partial<CriteriaSet>) => scoreGroup(compileCriteriaSet(setOf(tree, settings)), group).map(({ rank }) => rank);

  it('keeps the order in which the agencies came', () => {
    const results = scoreGroup(compileCriteriaSet(setOf(tree, { grades })), group);
    expect(results.map(({ code, index, rank, grade }) => [code, index, rank, grade])).toEqual([
      ['co-quan-0', 80, 4, 'Khá'],
      ['co-quan-1', 90, 1, 'Tốt'],
      ['co-quan-2', 80, 3, 'Khá'],
      ['co-quan-3', 90, 1, 'Tốt'],
      ['co-quan-4', 80, 5, 'Khá'],
    ]);
  });

  it('ranks by the exact index, or by the rounded one', () => {
    expect(ranks({})).toEqual([4, 1, 3, 1, 5]);
    expect(ranks({ ranking: { by: 'exact' } })).toEqual([4, 1, 3, 1, 5]);
    expect(ranks({ ranking: { by: 'rounded' } })).toEqual([3, 1, 3, 1, 3]);
    expect(ranks({ ranking: { by: 'rounded' }, rounding: { index: 4 } })).toEqual([4, 1, 3, 1, 5]);
  });

  it('breaks ties by the exact percent of nodes, in their order', () => {
    expect(ranks({ ranking: { by: 'rounded', tieBreak: ['1'] } })).toEqual([3, 1, 3, 1, 5]);
    expect(ranks({ ranking: { by: 'rounded', tieBreak: ['2'] } })).toEqual([5, 1, 4, 1, 3]);
    expect(ranks({ ranking: { by: 'rounded', tieBreak: ['1', '2'] } })).toEqual([4, 1, 3, 1, 5]);
  });

  it('takes a tie-break node that is excluded for 0', () => {
    const set = compileCriteriaSet(setOf([leafOf('1'), open('2')], { ranking: { tieBreak: ['2'] } }));
    const results = scoreGroup(set, [
      agencyOf({ '1': points(1), '2': notApplicable }),
      agencyOf({ '1': points(1), '2': points(1) }),
      agencyOf({ '1': points(1) }, { exempt: ['2'] }),
    ]);
    expect(results.map(({ rank }) => rank)).toEqual([2, 1, 2]);
  });

  it('ranks after 0…100: two agencies above it are equal', () => {
    const set = compileCriteriaSet(
      setOf([leafOf('1'), leafOf('2', { section: 'bonus', max: 5 }), leafOf('3', { section: 'penalty', max: 5 })]),
    );
    const of = (scored: number, bonus: number, penalty: number) => agencyOf(
      { '1': points(scored), '2': points(bonus), '3': points(penalty) },
    );
    const results = scoreGroup(set, [of(1, 2, 0), of(1, 1, 0), of(0, 0, 3), of(0.5, 0, 4), of(0.5, 0, 0)]);
    expect(results.map(({ rank, index }) => [rank, index])).toEqual([[1, 100], [1, 100], [4, 0], [4, 0], [3, 50]]);
  });

  it('scores nobody', () => {
    expect(scoreGroup(compileCriteriaSet(setOf(tree)), [])).toEqual([]);
  });

  it('gives nodes in document order and no more than the result has', () => {
    const [result] = scoreGroup(compileCriteriaSet(setOf(tree)), group);
    expect(Object.keys(result as AgencyResult)).toEqual([
      'code', 'points', 'applicableMax', 'bonus', 'penalty', 'index', 'rank', 'grade', 'selfPoints', 'surveyPoints', 'missing', 'nodes',
    ]);
  });
});

describe('rankGroup', () => {
  it('gives what scoreGroup gives, without the nodes', () => {
    const set = compileCriteriaSet(setOf([leafOf('1'), relativeLeaf('2')], { grades: [{ name: 'Đạt', from: 50 }] }));
    const agencies = [
      agencyOf({ '1': points(1), '2': ratio(20) }, { code: 'a' }),
      agencyOf({ '1': points(0.5), '2': ratio(10) }, { code: 'b' }),
    ];
    const whole = scoreGroup(set, agencies).map(({ code, points: scored, applicableMax, bonus, penalty, index, rank, grade }) => ({
      code, points: scored, applicableMax, bonus, penalty, index, rank, grade,
    }));
    expect(rankGroup(set, agencies)).toEqual(whole);
    expect(whole.map(({ index, rank }) => [index, rank])).toEqual([[100, 1], [50, 2]]);
  });
});

describe.each([
  ['scoreGroup', scoreGroup],
  ['rankGroup', rankGroup],
])('%s refuses wrong answers', (_name, score) => {
  const set = compileCriteriaSet(setOf([parentOf('1', [leafOf('1.1'), leafOf('1.2')]), relativeLeaf('2')]));
  const good = agencyOf({ '1.1': points(1) });
  const pointersOf = (...agencies: readonly AgencyAnswers[]) => {
    try {
      score(set, agencies);
      return [];
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidAnswerError);
      return (error as InvalidAnswerError).findings.map(({ pointer, code }) => `${pointer} ${code}`);
    }
  };
  const wrong = (answers: Record<string, unknown>, settings: Partial<AgencyAnswers> = {}) => agencyOf(
    answers as Record<string,
    Answer>,
    settings,
  );

  it.each<[string, AgencyAnswers, readonly string[]]>([
    ['points above max', wrong({ '1.1': points(2) }), ['/agencies/1/answers/1.1/points answer.above-max']],
    ['null', wrong({ '1.2': null }), ['/agencies/1/answers/1.2 answer.not-object']],
    ['a number', wrong({ '1.2': 3 }), ['/agencies/1/answers/1.2 answer.not-object']],
    ['an unknown code', wrong({ '1.1': points(1), '9': points(1) }), ['/agencies/1/answers/9 answer.unknown-criterion']],
    ['a parent', wrong({ '1': points(1) }), ['/agencies/1/answers/1 answer.not-a-leaf']],
    ['a code of every object', wrong(JSON.parse('{"constructor": {"points": 1}, "__proto__": {"points": 1}}') as Record<string, unknown>), [
      '/agencies/1/answers/constructor answer.unknown-criterion',
      '/agencies/1/answers/__proto__ answer.unknown-criterion',
    ]],
    [
      'a wrong answer that a relative leaf waits for',
      wrong({ '2': { numerator: 3, denominator: 2 } }),
      ['/agencies/1/answers/2 answer.ratio-above-max'],
    ],
    ['a wrong answer though exempt', wrong({ '1.1': points(2) }, { exempt: ['1'] }), ['/agencies/1/answers/1.1/points answer.above-max']],
    ['an unknown exemption', wrong({}, { exempt: ['1', '7'] }), ['/agencies/1/exempt/1 answer.unknown-criterion']],
  ])('%s', (_what, agency, refusals) => {
    expect(pointersOf(good, agency)).toEqual(refusals);
  });

  it('all of them at once', () => {
    expect(pointersOf(wrong({ '1.1': {}, '1.2': points(-1) }), good, wrong({ '2': {} }, { exempt: ['x'] }))).toEqual([
      '/agencies/0/answers/1.1/points answer.missing-field',
      '/agencies/0/answers/1.2/points answer.below-min',
      '/agencies/2/exempt/0 answer.unknown-criterion',
      '/agencies/2/answers/2/numerator answer.missing-field',
      '/agencies/2/answers/2/denominator answer.missing-field',
    ]);
  });
});
