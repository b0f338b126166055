import { smallDraft } from '../draft/small-draft.fixture';
import { codeOf, walk } from '../draft/node-path';
import { moveTo } from '../draft/tree-commands';
import { type Drop, dropSlot, LEVEL_WIDTH } from './drop-slot';
import { treeLines } from './tree-lines';

/** Lines: 0 → 1, 1 → 1.1, 2 → 1.2, 3 → 2, 4 → 2.1. */
const set = smallDraft();
const lines = treeLines(set, { closed: new Set(), counts: new Map() });
const order = (drop: Drop): string => {
  const slot = dropSlot(lines, drop);
  return slot === null ? '' : walk(moveTo(set, lines[drop.from]?.path ?? [], slot).set).map(({ node }) => codeOf(node)).join(' ');
};

describe('a line that is dropped', () => {
  it.each<[string, Drop, string]>([
    ['between two of its level stays on it', { from: 1, to: 2, sideways: 0 }, '1 1.2 1.1 2 2.1'],
    ['where it was changes nothing', { from: 1, to: 1, sideways: 0 }, '1 1.1 1.2 2 2.1'],
    ['under another parent becomes its child', { from: 1, to: 3, sideways: 0 }, '1 1.2 2 2.2 2.1'],
    ['at the end becomes the last child there', { from: 1, to: 4, sideways: 0 }, '1 1.2 2 2.1 2.2'],
    ['at the end and to the left comes to the top', { from: 1, to: 4, sideways: -LEVEL_WIDTH }, '1 1.2 2 2.1 3'],
    ['a top-level one to the right goes in', { from: 3, to: 3, sideways: LEVEL_WIDTH }, '1 1.1 1.2 1.3 1.3.1'],
    ['a parent before another takes its children along', { from: 3, to: 0, sideways: 0 }, '2 2.1 1 1.1 1.2'],
    ['among the children of another it can only be a child', { from: 4, to: 1, sideways: -90 }, '1 1.3 1.1 1.2 2'],
    ['it never goes deeper than a child of the line above', { from: 4, to: 2, sideways: 900 }, '1 1.1 1.1.1 1.2 2'],
    ['a parent among its own children stays where it is', { from: 0, to: 1, sideways: 0 }, '1 1.1 1.2 2 2.1'],
  ])('%s', (_what, drop, after) => {
    expect(order(drop)).toBe(after);
  });

  it('that is not there has no place', () => {
    expect(dropSlot(lines, { from: 9, to: 0, sideways: 0 })).toBeNull();
  });
});
