import { type Fields, isFields, listOf, partOf, withMember } from './fields';
import { childrenOf, codeOf, isParent, nodeAt, type Path, walk, withNode } from './node-path';

/** The codes that a node and everything below it get, by the codes that they had. */
type Renamed = ReadonlyMap<string, string>;

const lastPart = (code: string): string => code.slice(code.lastIndexOf('.') + 1);

/** The next code that is free below `parent` (`''` at the top): one more than the highest number there. */
export function nextCode(parent: string, siblings: readonly Fields[]): string {
  const numbers = siblings.map((node) => Number(lastPart(codeOf(node)))).filter((number) => Number.isInteger(number) && number > 0);
  return under(parent, String(Math.max(0, ...numbers) + 1));
}

const under = (parent: string, part: string): string => (parent === '' ? part : `${parent}.${part}`);

/** The node with a code of its own, and everything below it with codes that follow from that. */
export function withCode(node: Fields, code: string): Fields {
  const before = codeOf(node);
  const own = { ...node, code };
  if (!isParent(node)) {
    return own;
  }
  const follow = (child: Fields): Fields => withCode(child, follows(codeOf(child), before) ? `${code}${codeOf(child).slice(before.length)}` : under(code, lastPart(codeOf(child))));
  return { ...own, children: listOf(node, 'children').map(follow) };
}

const follows = (code: string, parent: string): boolean => parent !== '' && code.startsWith(`${parent}.`);

/** Numbers what stands below `path` anew, in the order in which it stands: 1, 2, 3; 1.1, 1.2 … What breaks a tie keeps its criterion. */
export function renumbered(set: Fields, path: Path): Fields {
  const before = walk(set).map(({ node }) => codeOf(node));
  const after = path.length === 0 ? numberedBelow(set, []) : withNode(set, path, (node) => numberedBelow(node, path));
  const renamed = new Map(walk(after).map(({ node }, place) => [before[place] ?? '', codeOf(node)]));
  return withTieBreak(after, renamed);
}

function numberedBelow(holder: Fields, path: Path): Fields {
  const parent = path.length === 0 ? '' : codeOf(holder);
  const nodes = childrenOf(holder, path);
  if (nodes.length === 0) {
    return holder;
  }
  const numbered = nodes.map((node, place) => numberedBelow({ ...node, code: under(parent, String(place + 1)) }, [...path, place]));
  return { ...holder, [path.length === 0 ? 'criteria' : 'children']: numbered };
}

/** What breaks a tie named by its new codes. */
export function withTieBreak(set: Fields, renamed: Renamed): Fields {
  const ranking = partOf(set, 'ranking');
  const codes = ranking['tieBreak'];
  if (!isFields(set['ranking']) || !Array.isArray(codes)) {
    return set;
  }
  return withMember(set, 'ranking', { ...ranking, tieBreak: codes.map((code: unknown) => (typeof code === 'string' ? (renamed.get(code) ?? code) : code)) });
}

/** The code of what holds the nodes at `path`. */
export const codeAbove = (set: Fields, path: Path): string => (path.length === 0 ? '' : codeOf(nodeAt(set, path) ?? {}));

/** A node under another code, typed by hand: what stands below it follows, and what breaks a tie keeps its criterion. */
export function recoded(set: Fields, path: Path, code: string): Fields {
  const before = walk(set).map(({ node }) => codeOf(node));
  const after = withNode(set, path, (node) => withCode(node, code));
  return withTieBreak(after, new Map(walk(after).map(({ node }, place) => [before[place] ?? '', codeOf(node)])));
}
