import * as fc from 'fast-check';
import communes from '../golden/criteria/xa-phuong-2026.json';
import departments from '../golden/criteria/so-ban-nganh-2026.json';
import printed from '../golden/criteria/ca-mau-2013.json';
import type { LeafNode } from '../model/criteria-set';
import { anyGroup, leavesOf } from '../properties/arbitrary-group.fixture';
import { scoreLeaf } from '../answer/score-leaf';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { adviceOn, reviewCriteriaSet } from './advice';
import { faultlessSet, SLIPS } from './advice-defects.fixture';
import { highestPoints } from './best-answer';
import { checkCriteriaSet } from './check-criteria-set';
import { DIRECTION, QUALITY, RESULTS } from './defect.fixture';
import { planted, removed, soundSet } from './sound-set.fixture';

describe('advice', () => {
  it('has nothing to say of a set in which nothing is wrong, nor of those of the house', () => {
    for (const set of [faultlessSet(), communes, departments, printed]) expect(adviceOn(set)).toEqual([]);
  });

  it.each(SLIPS.map((slip) => [slip.what, slip] as const))('finds %s at its place, and nothing else', (_what, slip) => {
    const document = planted(faultlessSet(), slip.in, slip.plant);
    const { code, params, severity = 'warning' } = slip;
    expect(adviceOn(document)).toStrictEqual([{ severity, code, pointer: slip.at ?? slip.in, params }]);
  });

  it('plants at least forty slips, every code that it can give', () => {
    expect(SLIPS.length).toBeGreaterThan(40);
    expect(new Set(SLIPS.map(({ code }) => code)).size).toBe(17);
  });

  it('does not say again what the check has found', () => {
    const gap = planted(faultlessSet(), `${DIRECTION}/3/rule/bands/3/below`, 40);
    expect(adviceOn(gap)).toEqual([]);
    expect(reviewCriteriaSet(gap).findings).toEqual(checkCriteriaSet(gap).findings);
  });

  it.each([null, 7, 'a', [], {}, { criteria: null }, { criteria: [null, 1, [], { rule: {} }, { children: 4 }] }])('never throws, whatever it is given: %j', (document) => {
    expect(Array.isArray(adviceOn(document))).toBe(true);
  });

  it('reads what it can of a set that is half broken', () => {
    const broken = planted(removed(faultlessSet(), `${DIRECTION}/0/rule`), `${DIRECTION}/2/title`, 'Công khai');
    expect(adviceOn(broken)).toMatchObject([{ code: 'title.doubled', pointer: `${DIRECTION}/2/title` }]);
  });

  it('looks at a wide tree in a moment', () => {
    const leaf = (code: string) => ({ code, title: 'Như nhau', max: 1, rule: { kind: 'direct' } });
    const wide = { ...soundSet(), criteria: Array.from({ length: 2000 }, (_, index) => leaf(`${index + 1}`)) };
    const started = performance.now();
    expect(adviceOn(wide)).toHaveLength(1999);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('guidance that names one number for a band', () => {
  const ratio = { type: 'ratio', numerator: 'Tử', denominator: 'Mẫu', max: 200 };
  const said = (band: object, guidance: string) =>
    adviceOn(planted(planted(faultlessSet(), `${DIRECTION}/3/rule`, { kind: 'bands', measure: ratio, bands: [band, { below: 100, points: 0 }] }), `${DIRECTION}/3/guidance`, guidance));

  it('is right where the rule gives that number for every value in it', () => {
    expect(said({ from: 100, proportional: true }, 'Từ 100% trở lên: 10 điểm')).toEqual([]);
    expect(said({ from: 100, upTo: 200, linear: { from: 10, to: 10 } }, 'Từ 100% trở lên: điểm tối đa')).toEqual([]);
    expect(said({ from: 100, proportional: true }, 'Từ 100% trở lên: 9 điểm')).toMatchObject([{ code: 'wording.band-points', params: { points: 9, inRule: 10 } }]);
  });

  it('is not read where it says how the points rise', () => {
    expect(said({ from: 100, upTo: 200, linear: { from: 8, to: 10 } }, 'Từ 100% trở lên: nội suy từ 8 đến 10 điểm')).toEqual([]);
  });
});

describe('a node that combines', () => {
  const short = { kind: 'direct', step: 0.75 };
  const leaf = (code: string, more = {}) => ({ code, title: `Phần ${code}`, max: 1, rule: { kind: 'direct' }, ...more });
  const ofAll = (...children: readonly object[]) => adviceOn(planted(faultlessSet(), `${RESULTS}/2/children`, children)).filter(({ code }) => code === 'reach.nothing');
  const worthNothing = [{ severity: 'error', code: 'reach.nothing', pointer: `${RESULTS}/2/combine`, params: { max: 5 } }];

  it('is worth nothing where all of its children count and one never has its full points', () => {
    expect(ofAll(leaf('3.3.1', { rule: short }), leaf('3.3.2'))).toEqual(worthNothing);
    expect(ofAll(leaf('3.3.1', { rule: { kind: 'choice', options: [{ id: 'a', label: 'Một', points: 0.5 }, { id: 'b', label: 'Hai', points: 0 }] } }))).toEqual(worthNothing);
  });

  it('is so too where the one stands deeper, below a sum or a best', () => {
    const sum = { code: '3.3.1', title: 'Nhóm', max: 2, children: [leaf('3.3.1.1'), leaf('3.3.1.2', { rule: short })] };
    expect(ofAll(sum, leaf('3.3.2'))).toEqual(worthNothing);
    expect(ofAll({ ...sum, max: 1, combine: 'best', children: [leaf('3.3.1.1', { rule: short })] })).toEqual(worthNothing);
    expect(ofAll({ ...sum, max: 1, combine: 'best' }, leaf('3.3.2'))).toEqual([]);
  });

  it('is left alone where the child may not apply, has errors, no points, or depends on the group', () => {
    expect(ofAll(leaf('3.3.1', { rule: short, whenNotApplicable: 'exclude' }), leaf('3.3.2', { rule: short, whenNotApplicable: 'full' }))).toEqual([]);
    expect(ofAll(leaf('3.3.1', { rule: { kind: 'direct', min: 9 } }), leaf('3.3.2', { rule: 7 }), leaf('3.3.3', { max: 'x' }))).toEqual([]);
    expect(ofAll(leaf('3.3.1', { max: 0 }), leaf('3.3.2', { rule: { kind: 'relative', measure: { type: 'number', label: 'Hồ sơ', unit: '' } } }))).toEqual([]);
    expect(adviceOn(planted(faultlessSet(), `${RESULTS}/1/max`, 'x'))).toEqual([]);
  });
});

describe('cases that are answered by questionnaires', () => {
  const survey = { kind: 'survey', options: [{ id: 'a', label: 'Tốt', percent: 100 }] };
  const caseOf = (id: string, rule: unknown) => ({ id, label: `Trường hợp ${id}`, rule });
  const leafOf = (source: string, ...rules: readonly unknown[]) => {
    const cases = rules.map((rule, index) => caseOf(`${index}`, rule));
    return adviceOn(planted(planted(faultlessSet(), `${QUALITY}/3/source`, source), `${QUALITY}/3/rule/cases`, cases)).map(({ code, pointer }) => [code, pointer.slice(QUALITY.length)]);
  };

  it('can be answered where the leaf is surveyed, and by nobody else', () => {
    expect(leafOf('survey', survey, survey)).toEqual([]);
    expect(leafOf('survey', survey, { kind: 'direct' })).toEqual([['answerable.survey-source', '/3/source']]);
    expect(leafOf('imported', survey)).toEqual([]);
    expect(leafOf('self', { kind: 'direct' }, { kind: 'bestOf', cases: [caseOf('x', survey)] })).toEqual([['answerable.survey-rule', '/3/rule/cases/1/rule/cases/0/rule']]);
  });
});

describe('a review', () => {
  it('gives the set back where it may be published, warnings or not', () => {
    const set = planted(faultlessSet(), `${DIRECTION}/0/rule/options/1/points`, 10);
    expect(reviewCriteriaSet(set)).toMatchObject({ set: { code: 'so-2026' }, findings: [{ severity: 'warning', code: 'reach.same' }] });
  });

  it('refuses what the check refuses, and what nobody could work with', () => {
    expect(reviewCriteriaSet({ ...soundSet(), year: 'x' }).set).toBeNull();
    expect(reviewCriteriaSet(planted(faultlessSet(), `${DIRECTION}/1/title`, 'Ban hành kế hoạch')).set).toBeNull();
  });
});

describe('the highest points of a rule', () => {
  it('are never passed by an answer, whatever the rule', () => {
    fc.assert(
      fc.property(anyGroup, ({ set, agencies }) => {
        const compiled = compileCriteriaSet(set);
        for (const leaf of leavesOf(set.criteria)) expectBelow(leaf, agencies.map(({ answers }) => answers[leaf.code]));
        function expectBelow({ code, rule, max }: LeafNode, answers: readonly unknown[]): void {
          const highest = highestPoints(rule, { max, decimals: 4 });
          for (const answer of answers) {
            if (highest === null || answer === undefined || 'awarded' in (answer as object) || 'notApplicable' in (answer as object)) continue;
            const { points } = scoreLeaf(compiled, code, answer as never);
            // A survey may be entered as a percent, whatever its options.
            if (!('percent' in (answer as object)) && !('cases' in (answer as object))) expect(points ?? 0).toBeLessThanOrEqual(highest);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are not known of a rule that the group decides', () => {
    expect(highestPoints({ kind: 'relative', measure: { type: 'ratio', numerator: 'a', denominator: 'b' } }, { max: 2, decimals: 2 })).toBeNull();
  });
});
