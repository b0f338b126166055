import type { CompiledSet } from '../model/compiled-set';
import type { CriteriaSet } from '../model/criteria-set';
import { InvalidCriteriaSetError } from '../model/errors';
import { compileCriteriaSet } from './compile-criteria-set';
import { planOf } from './scoring-set';
import { leafOf, parentOf, setOf } from './small-set.fixture';

const rule = { kind: 'direct' } as const;
const tree = [
  parentOf(
    '1',
    [
      leafOf('1.1', { whenNotApplicable: 'exclude', evidence: { required: true, hint: 'Kế hoạch' }, guidance: 'Ban hành trước 31/01' }),
      parentOf(
        '1.2',
        [leafOf('1.2.1', { appraiser: 'so-tu-phap' }), leafOf('1.2.2', { source: 'imported', evidence: {} })],
        { combine: 'sum' },
      ),
    ],
    { appraiser: 'so-noi-vu' },
  ),
  parentOf('2', [leafOf('2.1', { source: 'survey' }), leafOf('2.2', { source: 'survey' })], { combine: 'best', max: 1 }),
  leafOf('3', { section: 'bonus', source: 'appraiser' }),
  parentOf('4', [leafOf('4.1')], { section: 'penalty' }),
];
const compiled = compileCriteriaSet(setOf(tree));

describe('a compiled set', () => {
  it('keeps the set', () => {
    const set = setOf(tree);
    expect(compileCriteriaSet(set).set).toBe(set);
  });

  it('lists leaves and nodes in document order', () => {
    expect(compiled.leaves.map(({ code }) => code)).toEqual(['1.1', '1.2.1', '1.2.2', '2.1', '2.2', '3', '4.1']);
    expect(compiled.nodes.map(({ code }) => code)).toEqual(['1', '1.1', '1.2', '1.2.1', '1.2.2', '2', '2.1', '2.2', '3', '4', '4.1']);
  });

  it('fills in what a leaf does not say', () => {
    expect(compiled.leaf('2.1')).toEqual({
      code: '2.1', title: 'Tiêu chí 2.1', max: 1, rule, source: 'survey', whenNotApplicable: 'forbidden', section: 'scored',
      evidenceRequired: false, evidenceHint: null, guidance: null, appraiser: null, fieldCode: '2', path: ['2'],
    });
    expect(compiled.leaf('4.1')?.source).toBe('self');
    expect(compiled.leaf('1.2.2')).toMatchObject({ evidenceRequired: false, evidenceHint: null });
  });

  it('keeps what a leaf says', () => {
    expect(compiled.leaf('1.1')).toEqual({
      code: '1.1', title: 'Tiêu chí 1.1', max: 1, rule, source: 'self', whenNotApplicable: 'exclude', section: 'scored',
      evidenceRequired: true, evidenceHint: 'Kế hoạch', guidance: 'Ban hành trước 31/01', appraiser: 'so-noi-vu', fieldCode: '1', path: ['1'],
    });
  });

  it('hands down section, appraiser and path', () => {
    expect(compiled.leaf('1.2.1')).toMatchObject({ appraiser: 'so-tu-phap', path: ['1', '1.2'], fieldCode: '1', section: 'scored' });
    expect(compiled.leaf('1.2.2')).toMatchObject({ appraiser: 'so-noi-vu', path: ['1', '1.2'] });
    expect(compiled.leaf('3')).toMatchObject({ appraiser: null, path: [], fieldCode: '3', section: 'bonus' });
    expect(compiled.leaf('4.1')).toMatchObject({ section: 'penalty', fieldCode: '4' });
  });

  it('tells a parent from a leaf', () => {
    expect(compiled.node('1')).toEqual({
      code: '1', title: 'Mục 1', max: 3, section: 'scored', combine: 'sum', children: ['1.1', '1.2'], parent: null, isLeaf: false, source: null,
    });
    expect(compiled.node('1.2.1')).toEqual({
      code: '1.2.1', title: 'Tiêu chí 1.2.1', max: 1, section: 'scored', combine: null, children: [], parent: '1.2', isLeaf: true, source: 'self',
    });
    expect(compiled.node('1.2')).toMatchObject({ combine: 'sum', parent: '1', source: null });
  });

  it('gives an all or best node the source of its leaves', () => {
    expect(compiled.node('2')).toMatchObject({ combine: 'best', source: 'survey' });
    const nested = compileCriteriaSet(
      setOf([parentOf('1', [parentOf('1.1', [leafOf('1.1.1', { source: 'imported' })])], { combine: 'all' })]),
    );
    expect(nested.node('1')?.source).toBe('imported');
    expect(nested.node('1.1')?.source).toBeNull();
  });

  it.each(['', '5', '1.', 'constructor', '__proto__', 'toString'])('knows no node %p', (code) => {
    expect(compiled.node(code)).toBeUndefined();
    expect(compiled.leaf(code)).toBeUndefined();
  });

  it('knows no leaf where there is a parent', () => {
    expect(compiled.leaf('1')).toBeUndefined();
  });
});

describe('compileCriteriaSet', () => {
  it('refuses a set with errors, and says all of them', () => {
    const wrong = { ...setOf([leafOf('1')]), year: 'nay', title: '' } as unknown as CriteriaSet;
    const refused = (() => {
      try {
        return compileCriteriaSet(wrong);
      } catch (error) {
        return error;
      }
    })() as InvalidCriteriaSetError;
    expect(refused).toBeInstanceOf(InvalidCriteriaSetError);
    expect(refused.name).toBe('InvalidCriteriaSetError');
    expect(refused.findings.filter(({ severity }) => severity === 'error').map(({ pointer }) => pointer)).toEqual(['/title', '/year']);
    expect(refused.message).toMatch(/^The criteria set is refused: .*set\.blank-text at "\/title", /);
  });

  it('does not mind warnings', () => {
    expect(compileCriteriaSet(setOf([leafOf('1')])).leaves).toHaveLength(1);
  });

  it('refuses a max so large that sums could lose digits', () => {
    expect(() => compileCriteriaSet(setOf([leafOf('1', { max: 1_000_001 })]))).toThrow(InvalidCriteriaSetError);
    expect(compileCriteriaSet(setOf([leafOf('1', { max: 1_000_000 })])).leaves).toHaveLength(1);
  });
});

describe('the plan of a set', () => {
  it('knows the tops of each section and what counts for a source', () => {
    const plan = planOf(compiled);
    const codes = (places: readonly number[]) => places.map((place) => plan.nodes[place]?.node.code);
    expect(codes(plan.tops.scored)).toEqual(['1', '2']);
    expect(codes(plan.tops.bonus)).toEqual(['3']);
    expect(codes(plan.tops.penalty)).toEqual(['4']);
    expect(codes(plan.credited.self)).toEqual(['1.1', '1.2.1', '1.2.2']);
    expect(codes(plan.credited.survey)).toEqual(['2']);
  });

  it('counts the topmost of nested all and best nodes alone', () => {
    const inner = parentOf('1.1', [leafOf('1.1.1')], { combine: 'best' });
    const plan = planOf(compileCriteriaSet(setOf([parentOf('1', [inner], { combine: 'all' })])));
    expect(plan.credited).toEqual({ self: [0], survey: [] });
  });

  it('takes the usual settings where the set names none', () => {
    const plan = planOf(compiled);
    expect([plan.indexDecimals, plan.rankBy, plan.tieBreak]).toEqual([2, 'exact', []]);
    expect(plan.leaves.map(({ scope }) => scope.decimals)).toEqual(Array(7).fill(4));
    expect(plan.leaves.some(({ excludedWithoutAnswer }) => excludedWithoutAnswer)).toBe(false);
  });

  it('takes those that the set names', () => {
    const settings = {
      rounding: { points: 2, index: 3 },
      ranking: { by: 'rounded', tieBreak: ['4', '1.2'] },
      withoutSurvey: 'exclude',
    } as const;
    const plan = planOf(compileCriteriaSet(setOf(tree, settings)));
    expect([plan.indexDecimals, plan.rankBy, plan.tieBreak]).toEqual([3, 'rounded', [9, 2]]);
    expect(plan.leaves.map(({ scope }) => scope.decimals)).toEqual(Array(7).fill(2));
    expect(plan.leaves.filter(({ excludedWithoutAnswer }) => excludedWithoutAnswer).map(({ leaf }) => leaf.code)).toEqual(['2.1', '2.2']);
  });

  it('is not found in an object that was made elsewhere', () => {
    const copy: CompiledSet = { ...compiled, leaf: () => undefined, node: () => undefined };
    expect(() => planOf(copy)).toThrow(new TypeError('Not a compiled criteria set'));
  });
});
