import type { Fields } from './fields';
import { History, SAME_STEP } from './history';

const at = (title: string): Fields => ({ title });

describe('what can be taken back', () => {
  let now = 0;
  const begun = (): History => new History({ set: at('a'), path: [] }, () => now);
  const title = (history: History): unknown => history.set['title'];

  it('is taken back and done again, each with its words and its node', () => {
    const history = begun();
    history.add({ set: at('b'), path: [1], words: 'thêm' });
    history.add({ set: at('c'), path: [2], words: 'xóa' });
    expect([history.undoes, history.redoes]).toEqual(['xóa', null]);
    expect(history.undo()).toMatchObject({ set: at('b'), path: [1] });
    history.undo();
    expect([title(history), history.undoes, history.redoes]).toEqual(['a', null, 'thêm']);
    history.redo();
    expect(history.redo()).toMatchObject({ set: at('c'), path: [2] });
    expect(history.redoes).toBeNull();
  });

  it('leads back to what was chosen when it was done', () => {
    const history = begun();
    history.add({ set: at('b'), path: [4], words: 'sửa chữ' }, [3]);
    expect([history.undo().path, history.redo().path]).toEqual([[3], [4]]);
  });

  it('stays as it is at either end', () => {
    const history = begun();
    expect([history.undo().set, history.redo().set]).toEqual([at('a'), at('a')]);
  });

  it('is forgotten forwards once something else is done', () => {
    const history = begun();
    history.add({ set: at('b'), path: [], words: 'thêm' });
    history.undo();
    history.add({ set: at('c'), path: [], words: 'sửa' });
    expect(history.redoes).toBeNull();
  });

  it('is one step while one field is typed in, and another after a pause or in another field', () => {
    const history = begun();
    const type = (set: string, key: string, after: number): void => {
      now += after;
      history.add({ set: at(set), path: [], words: 'sửa chữ', key });
    };
    type('b', 'title', 0);
    type('bc', 'title', SAME_STEP - 1);
    type('bcd', 'title', SAME_STEP + 1);
    type('x', 'code', 1);
    expect(['x', history.undo(), history.undo(), history.undo()].map((step) => (typeof step === 'string' ? step : step.set['title']))).toEqual(['x', 'bcd', 'bc', 'a']);
  });

  it('never takes back what somebody else has saved', () => {
    const history = begun();
    history.add({ set: { title: 'b' }, path: [], words: 'sửa chữ' });
    history.rebase({ set: { title: 'b', year: 2027 }, path: [] }, (set) => ({ ...set, year: 2027 }));
    expect(history.undo().set).toEqual({ title: 'a', year: 2027 });
    expect(history.redo().set).toEqual({ title: 'b', year: 2027 });
  });

  it('drops a step that has become none', () => {
    const history = begun();
    history.add({ set: at('b'), path: [], words: 'sửa chữ' });
    history.rebase({ set: at('b'), path: [] }, () => at('b'));
    expect(history.undoes).toBeNull();
  });
});
