import { type Fields, listOf, partOf } from './fields';
import { codeOf, nodeAt, type Path, walk } from './node-path';
import { leaf, smallDraft } from './small-draft.fixture';
import { type Command, duplicate, indent, insertBehind, insertBelow, moveDown, moveTo, moveUp, outdent, remove } from './tree-commands';

const codes = (set: Fields): string => walk(set).map(({ node }) => codeOf(node)).join(' ');
const run = (command: Command, path: Path, set = smallDraft()) => {
  const edited = command(set, path);
  return { codes: codes(edited.set), path: edited.path, set: edited.set, node: nodeAt(edited.set, edited.path) };
};
const tieBreak = (set: Fields): unknown => partOf(set, 'ranking')['tieBreak'];

describe('the commands of the tree', () => {
  it.each<[string, Command, Path, readonly [string, Path]]>([
    ['a node behind another gets the next free code', insertBehind, [0, 0], ['1 1.1 1.3 1.2 2 2.1', [0, 1]]],
    ['a node behind the last top-level one', insertBehind, [1], ['1 1.1 1.2 2 2.1 3', [2]]],
    ['a node where nothing is chosen', insertBehind, [], ['1 1.1 1.2 2 2.1 3', [2]]],
    ['a node below a parent comes last', insertBelow, [0], ['1 1.1 1.2 1.3 2 2.1', [0, 2]]],
    ['a copy with everything below it', duplicate, [0], ['1 1.1 1.2 3 3.1 3.2 2 2.1', [1]]],
    ['a node is removed and its neighbour chosen', remove, [0, 1], ['1 1.1 2 2.1', [0, 0]]],
    ['up within its parent, codes as they were', moveUp, [0, 1], ['1 1.2 1.1 2 2.1', [0, 0]]],
    ['down within its parent', moveDown, [0, 0], ['1 1.2 1.1 2 2.1', [0, 1]]],
    ['in: below the node before it', indent, [1], ['1 1.1 1.2 1.3 1.3.1', [0, 2]]],
    ['out: behind the node above it', outdent, [0, 0], ['1 1.2 3 2 2.1', [1]]],
  ])('%s', (_what, command, path, after) => {
    const edited = run(command, path);
    expect([edited.codes, edited.path]).toEqual(after);
  });

  it.each<[string, Command, Path]>([
    ['the first one up', moveUp, [0]],
    ['the last one down', moveDown, [1]],
    ['the first one in', indent, [0]],
    ['a top-level one out', outdent, [0]],
    ['the set removed', remove, []],
    ['the set doubled', duplicate, []],
    ['what is not there removed', remove, [7]],
  ])('changes nothing where it is not possible: %s', (_what, command, path) => {
    const set = smallDraft();
    expect(command(set, path)).toEqual({ set, path });
  });

  it('hands the rule of a leaf that is divided to its first part', () => {
    const { set, node } = run(insertBelow, [0, 0]);
    expect([node?.['code'], node?.['max'], partOf(node ?? {}, 'rule')['kind']]).toEqual(['1.1.1', 40, 'choice']);
    expect(nodeAt(set, [0, 0])).not.toHaveProperty('rule');
  });

  it('keeps the rule of a leaf that another is moved under, for a person to decide', () => {
    const { set } = run(indent, [0, 1]);
    expect(nodeAt(set, [0, 0])).toHaveProperty('rule');
    expect(listOf(nodeAt(set, [0, 0]) ?? {}, 'children')).toHaveLength(1);
  });

  it('makes a parent without children a leaf that asks for a rule', () => {
    const { set, path } = run(remove, [1, 0]);
    expect([nodeAt(set, [1]), path]).toEqual([{ code: '2', title: 'Thủ tục', max: 40, appraiser: 'so-noi-vu' }, [1]]);
  });

  it('keeps breaking ties by the same criterion under its new code', () => {
    expect(tieBreak(run(outdent, [0, 1]).set)).toEqual(['3']);
    expect(tieBreak(moveTo(smallDraft(), [0, 1], { parent: [1], place: 0 }).set)).toEqual(['2.2']);
  });

  it('moves nothing into itself', () => {
    const set = smallDraft();
    expect(moveTo(set, [0], { parent: [0, 1], place: 0 }).set).toBe(set);
    expect(moveTo(set, [0], { parent: [], place: 0 }).set).toBe(set);
  });

  it('finds its place when what stood before it has gone up with it', () => {
    const edited = moveTo(smallDraft(), [0], { parent: [1], place: 1 });
    expect([codes(edited.set), edited.path]).toEqual(['2 2.1 2.2 2.2.1 2.2.2', [0, 1]]);
  });

  it('leaves the part of points behind below the top', () => {
    const set = { criteria: [leaf('1', 5), leaf('2', 5, { section: 'bonus' })] };
    expect(nodeAt(indent(set, [1]).set, [0, 0])).not.toHaveProperty('section');
  });
});
