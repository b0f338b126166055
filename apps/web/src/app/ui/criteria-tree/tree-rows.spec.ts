import type { CriterionNode } from '@par-index/scoring';
import { leafCodes, pathTo, treeRows, type TreeView } from './tree-rows';

const leaf = (code: string, title: string): CriterionNode => ({ code, title, max: 1, rule: { kind: 'direct' } });
const TREE: readonly CriterionNode[] = [
  { code: '1', title: 'Chỉ đạo điều hành', max: 2, children: [leaf('1.1', 'Kế hoạch'), leaf('1.2', 'Báo cáo')] },
  { code: '3', title: 'Thủ tục hành chính', max: 1, children: [{ code: '3.2', title: 'Giải quyết hồ sơ', max: 1, children: [leaf('3.2.1', 'Đúng hạn')] }] },
];
const view = (given: Partial<TreeView> = {}): TreeView => ({ expanded: new Set(), search: '', only: null, ...given });
const codes = (given: Partial<TreeView>): readonly string[] => treeRows(TREE, view(given)).map(({ code }) => code);

describe('the lines of the tree', () => {
  it('are the top level while nothing is open', () => {
    expect(codes({})).toEqual(['1', '3']);
  });

  it('show what is below an open branch, in document order', () => {
    expect(codes({ expanded: new Set(['1']) })).toEqual(['1', '1.1', '1.2', '3']);
  });

  it('carry level, position and number of siblings', () => {
    const [, , report] = treeRows(TREE, view({ expanded: new Set(['1']) }));
    expect(report).toMatchObject({ code: '1.2', level: 2, position: 2, siblings: 2, parent: '1', leaf: true });
  });

  it('find a title without accents and open the way to it', () => {
    expect(codes({ search: 'dung han' })).toEqual(['3', '3.2', '3.2.1']);
  });

  it('find a criterion by its code', () => {
    expect(codes({ search: '1.2' })).toEqual(['1', '1.2']);
  });

  it('keep all leaves of a branch whose own title is found', () => {
    expect(codes({ search: 'chi dao' })).toEqual(['1', '1.1', '1.2']);
  });

  it('keep only the leaves of a filter', () => {
    expect(codes({ only: new Set(['1.2', '3.2.1']) })).toEqual(['1', '1.2', '3', '3.2', '3.2.1']);
  });

  it('need both where something is searched within a filter', () => {
    expect(codes({ search: 'bao cao', only: new Set(['3.2.1']) })).toEqual([]);
  });
});

describe('the way through the leaves', () => {
  it('is in document order', () => {
    expect(leafCodes(TREE)).toEqual(['1.1', '1.2', '3.2.1']);
  });

  it('names the nodes above a leaf', () => {
    expect(pathTo(TREE, '3.2.1')).toEqual(['3', '3.2']);
    expect(pathTo(TREE, '1')).toEqual([]);
  });
});
