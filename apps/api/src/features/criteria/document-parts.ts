import type { CriteriaSet } from '@par-index/scoring';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A tree deeper than this is refused, or was checked already. */
const DEEPEST = 40;

interface Placed {
  readonly node: Fields;
  readonly pointer: string;
}

/** Every node of a document that may be anything, with its JSON pointer. */
function nodesIn(document: unknown): readonly Placed[] {
  const below = (nodes: unknown, pointer: string, depth: number): readonly Placed[] =>
    depth > DEEPEST
      ? []
      : listIn(nodes).flatMap((node, index) => {
          const at = `${pointer}/${index}`;
          return isFields(node) ? [{ node, pointer: at }, ...below(node['children'], `${at}/children`, depth + 1)] : [];
        });
  return isFields(document) ? below(document['criteria'], '/criteria', 0) : [];
}

/** Where a document names an agency that appraises. */
export function appraisersIn(document: unknown): readonly { readonly code: string; readonly pointer: string }[] {
  return nodesIn(document).flatMap(({ node: { appraiser }, pointer }) =>
    typeof appraiser === 'string' && appraiser.trim() !== '' ? [{ code: appraiser, pointer: `${pointer}/appraiser` }] : [],
  );
}

/** Nodes that have no children. */
export const leavesIn = (document: unknown): number => nodesIn(document).filter(({ node }) => !Object.hasOwn(node, 'children')).length;

/** The columns by which a set is listed, as far as its document says them; what it does not say stays as it was. */
export interface ListedBy {
  readonly code: string;
  readonly title: string;
  readonly year: number;
}

export function listedBy(document: unknown, otherwise: ListedBy): ListedBy {
  const { code, title, year } = isFields(document) ? document : {};
  return {
    code: typeof code === 'string' ? code.slice(0, 200) : otherwise.code,
    title: typeof title === 'string' ? title : otherwise.title,
    year: Number.isInteger(year) && Number(year) > 0 && Number(year) < 10_000 ? Number(year) : otherwise.year,
  };
}

/** The scored maxima of the top of a tree, as far as they are numbers. */
export const topMaxima = ({ criteria }: Pick<CriteriaSet, 'criteria'>): readonly number[] =>
  criteria.filter(({ section }) => (section ?? 'scored') === 'scored').map(({ max }) => max).filter((max) => Number.isFinite(max));
