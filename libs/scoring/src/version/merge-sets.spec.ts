import * as fc from 'fast-check';
import type { CriteriaSet, CriterionNode } from '../model/criteria-set';
import { anyGroup } from '../properties/arbitrary-group.fixture';
import { placedNodes } from './flat-set';
import { identified } from './identified';
import { anyEdits, edited, textsIn } from './merge-edits.fixture';
import { type MergeConflict, mergeSets } from './merge-sets';
import { written } from './written';

const leaf = (code: string, title: string, over: Partial<CriterionNode> = {}): CriterionNode =>
  ({ code, title, max: 1, rule: { kind: 'choice', options: [{ id: 'a', label: 'Có', points: 1 }, { id: 'b', label: 'Không', points: 0 }] }, ...over }) as CriterionNode;
const parent = (code: string, title: string, ...children: readonly CriterionNode[]): CriterionNode => ({ code, title, max: children.length, children });
const setOf = (...criteria: readonly CriterionNode[]): CriteriaSet => ({
  ...{ format: 'par-criteria-set/1', code: 'so', title: 'Bộ tiêu chí', year: 2026, appliesTo: 'so-ban-nganh' }, criteria,
});

const plan = leaf('1.1', 'Kế hoạch');
const report = leaf('1.2', 'Báo cáo');
const work = leaf('2.1', 'Hồ sơ');
const base = setOf(parent('1', 'Chỉ đạo', plan, report), parent('2', 'Dịch vụ công', work));
const tree = (set: CriteriaSet): readonly string[] => placedNodes(set).map(({ code, node }) => `${code} ${String(node['title'])}`);

describe('two edits of one set', () => {
  it('come together where they are at different nodes', () => {
    const mine = setOf(parent('1', 'Chỉ đạo', { ...plan, title: 'Kế hoạch năm' }, report), parent('2', 'Dịch vụ công', work));
    const theirs = setOf(parent('1', 'Chỉ đạo', plan, { ...report, max: 2 }), parent('2', 'Dịch vụ', work));
    const { set, conflicts, renumbered } = mergeSets(base, mine, theirs);
    expect(set).toEqual(setOf(parent('1', 'Chỉ đạo', { ...plan, title: 'Kế hoạch năm' }, { ...report, max: 2 }), parent('2', 'Dịch vụ', work)));
    expect([conflicts, renumbered]).toEqual([[], []]);
  });

  it('come together where they are at different fields of one node, and at different options of one rule', () => {
    const labelled = (a: string, b: string) => ({ kind: 'choice' as const, options: [{ id: 'a', label: a, points: 1 }, { id: 'b', label: b, points: 0 }] });
    const [one, other] = [leaf('1', 'Một', { rule: labelled('Có đủ', 'Không') }), leaf('1', 'Một', { rule: labelled('Có', 'Chưa có'), guidance: 'Theo ngày ký' })];
    const { set, conflicts } = mergeSets(setOf(leaf('1', 'Một')), setOf(one), setOf(other));
    expect(set).toEqual(setOf(leaf('1', 'Một', { rule: labelled('Có đủ', 'Chưa có'), guidance: 'Theo ngày ký' })));
    expect(conflicts).toEqual([]);
  });

  it('leave theirs where both changed one field, and tell both sides; a choice settles it', () => {
    const [mine, theirs] = [setOf(leaf('1', 'Của tôi')), setOf(leaf('1', 'Của họ'))];
    const first = setOf(leaf('1', 'Cũ'));
    const { set, conflicts } = mergeSets(first, mine, theirs);
    expect(tree(set)).toEqual(['1 Của họ']);
    expect(conflicts).toEqual([
      { key: 'b0/title', kind: 'field', code: '1', title: 'Của họ', field: 'title', base: 'Cũ', mine: 'Của tôi', theirs: 'Của họ', stands: 'theirs' },
    ]);
    const settled = mergeSets(first, mine, theirs, { 'b0/title': 'mine' });
    expect(tree(settled.set)).toEqual(['1 Của tôi']);
    expect(settled.conflicts).toMatchObject([{ stands: 'mine' }]);
  });

  it('take a rule of another kind as a whole', () => {
    const [mine, theirs] = [setOf(leaf('1', 'Một', { rule: { kind: 'direct' } })), setOf(leaf('1', 'Một', { rule: { kind: 'direct', step: 0.5 } }))];
    expect(mergeSets(setOf(leaf('1', 'Một')), mine, theirs).conflicts).toMatchObject([{ field: 'rule', mine: { kind: 'direct' }, theirs: { kind: 'direct', step: 0.5 } }]);
  });

  it('both add: neither is lost, and mine takes the next number', () => {
    const mine = setOf(parent('1', 'Chỉ đạo', plan, report, leaf('1.3', 'Sáng kiến')), parent('2', 'Dịch vụ công', work));
    const theirs = setOf(parent('1', 'Chỉ đạo', plan, report, leaf('1.3', 'Kiểm tra')), parent('2', 'Dịch vụ công', work));
    const { set, conflicts, renumbered } = mergeSets(base, mine, theirs);
    expect(tree(set)).toEqual(['1 Chỉ đạo', '1.1 Kế hoạch', '1.2 Báo cáo', '1.3 Kiểm tra', '1.4 Sáng kiến', '2 Dịch vụ công', '2.1 Hồ sơ']);
    expect(conflicts).toEqual([]);
    expect(renumbered).toEqual([{ before: '1.3', after: '1.4', title: 'Sáng kiến' }]);
  });

  it('of a save whose answer was lost are one edit, not two', () => {
    const mine = setOf(parent('1', 'Chỉ đạo', plan, report, leaf('1.3', 'Sáng kiến')), parent('2', 'Dịch vụ công', work));
    const { set, conflicts } = mergeSets(base, mine, structuredClone(mine));
    expect([set, conflicts]).toEqual([mine, []]);
  });

  it('keep what one moved and the other edited: in the new place, with the edit', () => {
    const mine = setOf(parent('1', 'Chỉ đạo', report), parent('2', 'Dịch vụ công', work, { ...plan, code: '2.2' }));
    const theirs = setOf(parent('1', 'Chỉ đạo', { ...plan, max: 3 }, report), parent('2', 'Dịch vụ công', work));
    const { set, conflicts } = mergeSets(base, mine, theirs);
    expect(set).toEqual(setOf(parent('1', 'Chỉ đạo', report), { ...parent('2', 'Dịch vụ công', work, { ...plan, code: '2.2', max: 3 }), max: 1 + 1 }));
    expect(conflicts).toEqual([]);
  });

  it('keep what one removed and the other edited, and say so; a choice removes it after all', () => {
    const mine = setOf(parent('1', 'Chỉ đạo', report), parent('2', 'Dịch vụ công', work));
    const theirs = setOf(parent('1', 'Chỉ đạo', { ...plan, max: 3 }, report), parent('2', 'Dịch vụ công', work));
    const { set, conflicts } = mergeSets(base, mine, theirs);
    expect(tree(set)).toContain('1.1 Kế hoạch');
    expect(conflicts).toMatchObject([{ kind: 'removed', code: '1.1', mine: undefined, theirs: { max: 3 }, stands: 'theirs' }]);
    expect(tree(mergeSets(base, mine, theirs, { [conflicts[0]?.key ?? '']: 'mine' }).set)).not.toContain('1.1 Kế hoạch');
  });

  it('keep a parent that one removed for what the other put under it', () => {
    const mine = setOf(parent('2', 'Dịch vụ công', work));
    const theirs = setOf(parent('1', 'Chỉ đạo', plan, report, leaf('1.3', 'Sáng kiến')), parent('2', 'Dịch vụ công', work));
    const { set, conflicts } = mergeSets(base, mine, theirs);
    expect(tree(set)).toEqual(['1 Chỉ đạo', '1.1 Sáng kiến', '2 Dịch vụ công', '2.1 Hồ sơ']);
    expect(conflicts).toMatchObject([{ kind: 'removed', code: '1', stands: 'theirs' }]);
  });

  it('tell where both moved one node, each elsewhere', () => {
    const top = setOf(parent('1', 'Một', plan), parent('2', 'Hai', work), parent('3', 'Ba', leaf('3.1', 'C')));
    const mine = setOf(parent('1', 'Một'), parent('2', 'Hai', work, { ...plan, code: '2.2' }), parent('3', 'Ba', leaf('3.1', 'C')));
    const theirs = setOf(parent('1', 'Một'), parent('2', 'Hai', work), parent('3', 'Ba', leaf('3.1', 'C'), { ...plan, code: '3.2' }));
    const { set, conflicts } = mergeSets(top, mine, theirs);
    expect(tree(set)).toContain('3.2 Kế hoạch');
    expect(conflicts.filter(({ kind }) => kind === 'place')).toMatchObject([{ code: '3.2', base: '1', mine: '2', theirs: '3', stands: 'theirs' }]);
  });

  it('never put two nodes under each other', () => {
    const [a, b] = [parent('1', 'A', leaf('1.1', 'a')), parent('2', 'B', leaf('2.1', 'b'))];
    const mine = setOf(parent('1', 'B', leaf('1.1', 'b'), parent('1.2', 'A', leaf('1.2.1', 'a'))));
    const theirs = setOf(parent('1', 'A', leaf('1.1', 'a'), parent('1.2', 'B', leaf('1.2.1', 'b'))));
    const { set, conflicts } = mergeSets(setOf({ ...a, max: 1 }, { ...b, max: 1 }), mine, theirs);
    expect(placedNodes(set)).toHaveLength(4);
    expect(conflicts.some(({ kind }) => kind === 'place')).toBe(true);
  });

  it('tell where both put the same nodes in another order, and follow one that did', () => {
    const [a, b, c] = [leaf('1', 'A'), leaf('2', 'B'), leaf('3', 'C')];
    expect(tree(mergeSets(setOf(a, b, c), setOf(c, a, b), setOf(a, { ...b, max: 2 }, c)).set)).toEqual(['3 C', '1 A', '2 B']);
    const { set, conflicts } = mergeSets(setOf(a, b, c), setOf(c, a, b), setOf(b, a, c));
    expect(tree(set)).toEqual(['2 B', '1 A', '3 C']);
    expect(conflicts).toMatchObject([{ kind: 'order', code: null, base: ['1', '2', '3'], mine: ['3', '1', '2'], theirs: ['2', '1', '3'] }]);
    expect(tree(mergeSets(setOf(a, b, c), setOf(c, a, b), setOf(b, a, c), { '/order': 'mine' }).set)).toEqual(['3 C', '1 A', '2 B']);
  });

  it('keep a tie broken by the node that was meant, whatever its number comes to be', () => {
    const ranked = { ...base, ranking: { tieBreak: ['2'] } };
    const mine = { ...setOf(parent('1', 'Mới', leaf('1.1', 'Mới nữa')), parent('2', 'Chỉ đạo', { ...plan, code: '2.1' }, { ...report, code: '2.2' }), parent('3', 'Dịch vụ công', { ...work, code: '3.1' })), ranking: { tieBreak: ['3'] } };
    const { set, conflicts } = mergeSets(ranked, mine, ranked);
    expect([set, conflicts]).toEqual([mine, []]);
  });
});

describe('bringing sets together, whatever the set and the edits', () => {
  const runs = { numRuns: 150 };
  const three = fc.tuple(anyGroup, anyEdits, anyEdits).map(([{ set }, my, their]) => [set, edited(set, my, 'm'), edited(set, their, 't')] as const);

  it('gives the other where one side did nothing', () => {
    fc.assert(
      fc.property(three, ([was, mine]) => {
        expect(written(mergeSets(was, mine, was).set)).toBe(written(mine));
        expect(written(mergeSets(was, was, mine).set)).toBe(written(mine));
        expect(mergeSets(was, mine, was).conflicts).toEqual([]);
        expect(written(mergeSets(was, mine, mine).set)).toBe(written(mine));
      }),
      runs,
    );
  });

  it('loses nothing of either side: every text that was put in stands in the set or in a conflict', () => {
    fc.assert(
      fc.property(three, ([was, mine, theirs]) => {
        const { set, conflicts } = mergeSets(was, mine, theirs);
        const found = new Set(textsIn([set, conflicts]));
        for (const text of [...textsIn(mine), ...textsIn(theirs)]) expect(found).toContain(text);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps every node that neither side removed, once, in a tree with codes of its own', () => {
    fc.assert(
      fc.property(three, ([was, mine, theirs]) => {
        const { set } = mergeSets(was, mine, theirs);
        const codes = placedNodes(set).map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
expect(codes.length).toBeGreaterThanOrEqual(certain(was, mine, theirs));
      }),
      runs,
    );
  });

  it('finds the same conflicts from either side', () => {
    fc.assert(
      fc.property(three, ([was, mine, theirs]) => {
        const [one, other] = [mergeSets(was, mine, theirs).conflicts, mergeSets(was, theirs, mine).conflicts];
        // Where a node stands and what number it has (and so what breaks a tie) is said by the side that stands.
        fc.pre(!one.some(({ kind, field }) => kind === 'place' || field === 'code'));
        const told = (conflicts: readonly MergeConflict[], turned: boolean) =>
          conflicts.filter(({ kind, field }) => kind === 'field' && field !== 'ranking.tieBreak').map(({ field, mine: my, theirs: their }) => written([field, ...(turned ? [their, my] : [my, their])])).toSorted();
        expect(told(other, true)).toEqual(told(one, false));
      }),
      runs,
    );
  });

  it('says what was chosen: all theirs settles every field theirs, all mine every field mine', () => {
    fc.assert(
      fc.property(three, ([was, mine, theirs]) => {
        const { conflicts } = mergeSets(was, mine, theirs);
        const choices = Object.fromEntries(conflicts.map(({ key }) => [key, 'mine' as const]));
        for (const conflict of mergeSets(was, mine, theirs, choices).conflicts) {
          if (conflict.key in choices && conflict.kind === 'field') expect(conflict.stands).toBe('mine');
        }
      }),
      runs,
    );
  });
});

/** How many nodes are in both, or new in one. */
function certain(was: CriteriaSet, mine: CriteriaSet, theirs: CriteriaSet): number {
  const ids = identified({ base: placedNodes(was), mine: placedNodes(mine), theirs: placedNodes(theirs) });
  const all = new Set([...ids.mine, ...ids.theirs]);
  return [...all].filter((id) => !id.startsWith('b') || (ids.mine.includes(id) && ids.theirs.includes(id))).length;
}
