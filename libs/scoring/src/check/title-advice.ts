import type { NodeOutline } from './outline';

/** The same to a reader: case, blanks and the point at the end do not tell two titles apart. */
const asRead = (title: string): string => title.normalize('NFC').toLowerCase().trim().replace(/\s+/gu, ' ').replace(/[ .;:]+$/u, '');

/** Two of one parent are an error; two leaves anywhere else are worth a look. Said at the later one. */
export function adviseOnTitles(nodes: readonly NodeOutline[]): void {
  const seen = new Map<string, readonly NodeOutline[]>();
  for (const node of nodes) {
    const read = asRead(node.title);
    const same = seen.get(read) ?? [];
    if (read !== '') reportSame(node, same);
    seen.set(read, [...same.slice(0, MOST_COMPARED), node]);
  }
}

/** More alike than this are found by the first of them. */
const MOST_COMPARED = 50;

function reportSame(node: NodeOutline, same: readonly NodeOutline[]): void {
  const { title } = node;
  const sibling = same.find(({ parent }) => parent === node.parent);
  const elsewhere = same.find(({ isLeaf }) => isLeaf && node.isLeaf);
  const at = node.at.member('title');
  if (sibling) at.error('title.doubled', { title, code: sibling.code ?? '' });
  else if (elsewhere) at.warning('title.elsewhere', { title, code: elsewhere.code ?? '' });
}
