import { partOf, type Fields } from './fields';
import { codeOf, walk } from './node-path';
import { nextCode, recoded, renumbered, withCode } from './numbering';
import { leaf, smallDraft } from './small-draft.fixture';
import { moveUp } from './tree-commands';

const codes = (set: Fields): string => walk(set).map(({ node }) => codeOf(node)).join(' ');

describe('the numbers of a draft', () => {
  it('go on from the highest', () => {
    expect([nextCode('1', [leaf('1.1', 1), leaf('1.4', 1), leaf('1.a', 1)]), nextCode('', []), nextCode('2', [])]).toEqual(['1.5', '1', '2.1']);
  });

  it('are given anew in the order in which the nodes stand', () => {
    const moved = moveUp(smallDraft(), [0, 1]).set;
    expect(codes(renumbered(moved, []))).toBe('1 1.1 1.2 2 2.1');
    expect(partOf(renumbered(moved, []), 'ranking')['tieBreak']).toEqual(['1.1']);
  });

  it('are given anew below one node alone', () => {
    const set = { criteria: [{ code: 'A', title: '', max: 1, children: [leaf('A.7', 1), leaf('A.3', 1)] }, { code: 'B', title: '', max: 1, children: [leaf('B.9', 1)] }] };
    expect(codes(renumbered(set, [0]))).toBe('A A.1 A.2 B B.9');
  });

  it('follow the code of the node above, typed by hand', () => {
    expect(codes(recoded(smallDraft(), [0], 'I'))).toBe('I I.1 I.2 2 2.1');
    expect(partOf(recoded(smallDraft(), [0], 'I'), 'ranking')['tieBreak']).toEqual(['I.2']);
  });

  it('come back when a code that was emptied is typed again', () => {
    expect(codes(recoded(recoded(smallDraft(), [0], ''), [0], '1'))).toBe('1 1.1 1.2 2 2.1');
  });

  it('of what did not follow its parent follow now', () => {
    expect(codes({ criteria: [withCode({ code: '1', children: [leaf('7', 1)] }, '2')] })).toBe('2 2.7');
  });
});
