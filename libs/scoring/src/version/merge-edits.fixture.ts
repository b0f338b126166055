import * as fc from 'fast-check';
import type { CriteriaSet } from '../model/criteria-set';

/** What somebody does to a set; places are counted over all nodes and wrap around. */
export type Edit =
  | { readonly deed: 'title' | 'guidance' | 'max' | 'add' | 'remove' | 'label'; readonly at: number }
  | { readonly deed: 'move' | 'reorder'; readonly at: number; readonly to: number }
  | { readonly deed: 'set-title' | 'tie-break'; readonly at: number };

interface Node {
  code: string;
  title: string;
  max: number;
  children?: Node[];
  guidance?: string;
  rule?: { kind: string; options?: { id: string; label: string }[] };
}
interface Draft {
  title: string;
  criteria: Node[];
  ranking?: { tieBreak?: string[] };
}

const at = fc.nat(30);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ deed: fc.constantFrom('title' as const, 'guidance' as const, 'max' as const, 'add' as const, 'add' as const, 'remove' as const, 'label' as const), at }),
  fc.record({ deed: fc.constantFrom('move' as const, 'reorder' as const), at, to: at }),
  fc.record({ deed: fc.constantFrom('set-title' as const, 'tie-break' as const), at }),
);
export const anyEdits = fc.array(anyEdit, { maxLength: 6 });

interface Placed {
  readonly node: Node;
  readonly siblings: Node[];
}

const placedIn = (nodes: Node[]): readonly Placed[] => nodes.flatMap((node) => [{ node, siblings: nodes }, ...placedIn(node.children ?? [])]);

/** A copy with the edits made and the codes counted anew; every text that is put in is `mark` and a number, found nowhere else. */
export function edited(set: CriteriaSet, edits: readonly Edit[], mark: string): CriteriaSet {
  const draft = structuredClone(set) as unknown as Draft;
  edits.forEach((edit, index) => makeEdit(draft, edit, `${mark}${index}`));
  renumber(draft.criteria, '');
  return draft as unknown as CriteriaSet;
}

function makeEdit(draft: Draft, edit: Edit, text: string): void {
  const places = placedIn(draft.criteria);
  const place = places[edit.at % Math.max(places.length, 1)];
  if (edit.deed === 'set-title') draft.title = text;
  else if (!place) draft.criteria.push(newNode(text));
  else editNode(draft, edit, { ...place, text });
}

const newNode = (text: string): Node => ({ code: '', title: text, max: 1, rule: { kind: 'direct' } });

function editNode(draft: Draft, edit: Edit, { node, siblings, text }: Placed & { readonly text: string }): void {
  if (edit.deed === 'title') node.title = text;
  if (edit.deed === 'guidance') node.guidance = text;
  if (edit.deed === 'max') node.max += text.startsWith('m') ? 1 : 2;
  if (edit.deed === 'label') (node.rule?.options ?? []).slice(0, 1).forEach((option) => (option.label = text));
  if (edit.deed === 'add') (node.children ?? siblings).push(newNode(text));
  if (edit.deed === 'remove') siblings.splice(siblings.indexOf(node), 1);
  if (edit.deed === 'tie-break') draft.ranking = { ...draft.ranking, tieBreak: [node.code] };
  if (edit.deed === 'reorder') siblings.splice(edit.to % siblings.length, 0, ...siblings.splice(siblings.indexOf(node), 1));
  if (edit.deed === 'move') move(draft, edit.to, { node, siblings });
}

/** Under another parent, never under itself. */
function move(draft: Draft, to: number, { node, siblings }: Placed): void {
  const inside = new Set(placedIn([node]).map((one) => one.node));
  const parents = placedIn(draft.criteria).filter((one) => one.node.children && !inside.has(one.node));
  const target = parents.length === 0 ? draft.criteria : (parents[to % parents.length]?.node.children ?? draft.criteria);
  siblings.splice(siblings.indexOf(node), 1);
  target.push(node);
}

function renumber(nodes: Node[], above: string): void {
  nodes.forEach((node, index) => {
    node.code = above === '' ? `${index + 1}` : `${above}.${index + 1}`;
    renumber(node.children ?? [], node.code);
  });
}

/** Every title and text of a document. */
export const textsIn = (value: unknown): readonly string[] =>
  [...JSON.stringify(value).matchAll(/"((?:m|t)\d+)"/g)].map(([, text]) => text ?? '').toSorted();
