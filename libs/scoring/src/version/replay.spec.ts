import * as fc from 'fast-check';
import type { CriteriaSet } from '../model/criteria-set';
import type { AgencyAnswers } from '../model/result';
import { anyGroup } from '../properties/arbitrary-group.fixture';
import { rankGroup } from '../totals/rank-group';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { replay } from './replay';

const ratio = { type: 'ratio', numerator: 'Đã làm', denominator: 'Phải làm' } as const;

const plan = (max: number) => ({
  ...{ code: '1', title: 'Kế hoạch', max },
  rule: { kind: 'choice' as const, options: [{ id: 'du', label: 'Đủ', points: max }, { id: 'thieu', label: 'Thiếu', points: 1 }] },
});
const done = (max: number) => ({ code: '2', title: 'Thực hiện', max, rule: { kind: 'proportional' as const, measure: ratio } });

const setOf = (...criteria: CriteriaSet['criteria']): CriteriaSet => ({
  ...{ format: 'par-criteria-set/1', code: 'so', title: 'Bộ tiêu chí', year: 2026, appliesTo: 'so-ban-nganh', rounding: { points: 2, index: 2 } },
  criteria,
});
const compiled = (...criteria: CriteriaSet['criteria']) => compileCriteriaSet(setOf(...criteria));

const A: AgencyAnswers = { code: 'so-a', answers: { '1': { choice: 'du' }, '2': { numerator: 1, denominator: 2 } } };
const B: AgencyAnswers = { code: 'so-b', answers: { '1': { choice: 'thieu' }, '2': { numerator: 9, denominator: 10 } } };

describe('a replay', () => {
  it('of an unchanged set moves nobody, whatever the set and the answers', () => {
    fc.assert(
      fc.property(anyGroup, ({ set, agencies }) => {
        for (const { before, after, leaves } of replay(compileCriteriaSet(set), compileCriteriaSet(set), agencies)) {
          expect(after).toEqual(before);
          expect(leaves).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives what the engine gives under each version, agency by agency, in their order', () => {
    const [before, after] = [compiled(plan(5), done(5)), compiled(plan(2), done(8))];
    const replayed = replay(before, after, [A, B]);
    expect(replayed.map(({ code }) => code)).toEqual(['so-a', 'so-b']);
    expect(replayed.map((agency) => agency.before)).toEqual(rankGroup(before, [A, B]));
    expect(replayed.map((agency) => agency.after)).toEqual(rankGroup(after, [A, B]));
    expect(replayed.map((agency) => [agency.before.rank, agency.after.rank])).toEqual([[1, 2], [2, 1]]);
  });

  it('names the leaves that give other points, and no other', () => {
    const [agency] = replay(compiled(plan(5), done(5)), compiled(plan(5), done(10)), [A]);
    expect(agency?.leaves).toEqual([{ code: '2', before: 2.5, after: 5, because: 'scored-otherwise' }]);
  });

  it('tells what came and what went, the new version first', () => {
    const [agency] = replay(compiled(plan(5)), compiled(done(5)), [{ code: 'so-a', answers: { '1': { choice: 'du' } } }]);
    expect(agency?.leaves).toEqual([
      { code: '2', before: null, after: 0, because: 'added' },
      { code: '1', before: 5, after: null, because: 'removed' },
    ]);
  });

  describe('names a node that makes other points of the same children', () => {
    const parent = (more: object) => ({ code: '1', title: 'Nhóm', max: 10, children: [{ ...plan(5), code: '1.1' }, { ...done(5), code: '1.2' }], ...more });
    const answers = { '1.1': { choice: 'du' }, '1.2': { numerator: 1, denominator: 2 } };
    const moved = (was: object, is: object) =>
      replay(compiled(parent(was) as never), compiled(parent(is) as never), [{ code: 'so-a', answers }])[0]?.leaves;

    it('where it combines them otherwise', () => {
      expect(moved({}, { combine: 'all' })).toEqual([{ code: '1', before: 7.5, after: 0, because: 'scored-otherwise' }]);
    });

    it('where its cap is another, and not where it is not reached', () => {
      expect(moved({ section: 'bonus', max: 10 }, { section: 'bonus', max: 6 })).toEqual([{ code: '1', before: 7.5, after: 6, because: 'scored-otherwise' }]);
      expect(moved({ section: 'bonus', max: 10 }, { section: 'bonus', max: 8 })).toEqual([]);
    });

    it('and not a sum, which only follows its children', () => {
      const heavier = { max: 15, children: [{ ...plan(5), code: '1.1' }, { ...done(10), code: '1.2' }] };
      expect(moved({}, heavier)).toEqual([{ code: '1.2', before: 2.5, after: 5, because: 'scored-otherwise' }]);
    });

    it('once where a criterion is divided', () => {
      const [agency] = replay(compiled(plan(5)), compiled(parent({}) as never), [{ code: 'so-a', answers: { '1': { choice: 'du' } } }]);
      expect(agency?.leaves.map(({ code }) => code)).toEqual(['1.1', '1.2', '1']);
    });
  });

  it('counts an answer that the new rule does not take as none, and says so', () => {
    const asked = { ...plan(5), rule: { kind: 'direct' as const } };
    const [agency] = replay(compiled(plan(5), done(5)), compiled(asked, done(5)), [A]);
    expect(agency?.leaves).toEqual([{ code: '1', before: 5, after: 0, because: 'answer-refused' }]);
  });

  it('does not blame an answer where there is none', () => {
    const surveyed = { ...plan(5), source: 'survey' as const };
    const set = setOf(surveyed, done(5));
    const [agency] = replay(compileCriteriaSet(set), compileCriteriaSet({ ...set, withoutSurvey: 'exclude' }), [{ code: 'so-a', answers: {} }]);
    expect(agency?.leaves).toEqual([{ code: '1', before: 0, after: null, because: 'scored-otherwise' }]);
    expect([agency?.before.applicableMax, agency?.after.applicableMax]).toEqual([10, 5]);
  });

  it('keeps the exemptions that the new version knows, and drops the others', () => {
    const exempt: AgencyAnswers = { code: 'so-a', exempt: ['1', '3'], answers: { '2': { numerator: 1, denominator: 1 } } };
    const [agency] = replay(compiled(plan(5), done(5), { ...done(1), code: '3' }), compiled(plan(5), done(5)), [exempt]);
    expect(agency?.after).toMatchObject({ points: 5, applicableMax: 5, index: 100 });
    expect(agency?.leaves).toEqual([]);
  });

  it('refuses answers that the old version does not take', () => {
    expect(() => replay(compiled(plan(5)), compiled(plan(5)), [B])).toThrow('criterion');
  });
});
