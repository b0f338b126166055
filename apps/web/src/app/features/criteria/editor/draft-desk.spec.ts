import { TestBed } from '@angular/core/testing';
import { DraftDesk } from './draft-desk';
import type { Fields } from './draft/fields';
import { nodeAt, withNode } from './draft/node-path';
import { smallDraft } from './draft/small-draft.fixture';
import { insertBehind, remove } from './draft/tree-commands';

function opened() {
  TestBed.configureTestingModule({ providers: [DraftDesk] });
  const desk = TestBed.inject(DraftDesk);
  const saved: Fields[] = [];
  desk.open(smallDraft(), (set) => saved.push(set));
  return { desk, saved };
}

const titleAt = (desk: DraftDesk, path: readonly number[]): unknown => nodeAt(desk.set(), path)?.['title'];

describe('the desk of a draft', () => {
  it('tells whoever saves of every change, and of none that changes nothing', () => {
    const { desk, saved } = opened();
    desk.choose([0, 1]);
    desk.run(remove, 'xóa tiêu chí');
    desk.edit((node) => node, 'sửa chữ');
    desk.undo();
    expect([saved.length, desk.set()]).toEqual([2, smallDraft()]);
  });

  it('goes back to the node that was changed', () => {
    const { desk } = opened();
    desk.choose([0, 1]);
    desk.edit((node) => ({ ...node, title: 'Mới' }), 'sửa chữ');
    desk.choose([1]);
    desk.undo();
    expect([desk.path(), titleAt(desk, [0, 1])]).toEqual([[0, 1], 'Tiêu chí 1.2']);
  });

  it('stays at its node when others put nodes before it, and never takes back what is theirs', () => {
    const { desk } = opened();
    desk.choose([1]);
    desk.edit((node) => ({ ...node, title: 'Của tôi' }), 'sửa chữ');
    const bring = (set: Fields): Fields => ({ ...set, criteria: [{ code: '9', title: 'Của Hạnh', max: 0 }, ...(set['criteria'] as readonly Fields[])] });
    desk.bring(bring(desk.set()), bring);
    expect([desk.path(), titleAt(desk, [2])]).toEqual([[2], 'Của tôi']);
    desk.undo();
    expect([titleAt(desk, [0]), titleAt(desk, [2])]).toEqual(['Của Hạnh', 'Thủ tục']);
  });

  it('chooses what is nearest where a node is gone', () => {
    const { desk } = opened();
    desk.choose([0, 7]);
    expect(desk.path()).toEqual([0]);
  });

  it('chooses what is new, and names what can be taken back', () => {
    const { desk } = opened();
    desk.run(insertBehind, 'thêm tiêu chí');
    expect([desk.path(), desk.undoes(), desk.redoes()]).toEqual([[2], 'thêm tiêu chí', null]);
    desk.undo();
    expect([desk.undoes(), desk.redoes()]).toEqual([null, 'thêm tiêu chí']);
  });

  it('finds what is wrong a moment after it was typed, with its problems at the chosen node', async () => {
    const { desk } = opened();
    desk.choose([0]);
    desk.edit((node) => ({ ...node, max: 61 }), 'sửa điểm tối đa');
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([desk.count().errors, desk.problems().exactly('/max')]).toEqual([1, expect.stringContaining('61')]);
    desk.editSet((set) => withNode(set, [0], (node) => ({ ...node, max: 60 })), 'sửa điểm tối đa');
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(desk.count().errors).toBe(0);
  });
});
