import { codeOf, type FlatSet, type ThreeSets } from './flat-set';

/** A node that got another number than its side had given it. */
export interface Renumbered {
  readonly before: string;
  readonly after: string;
  readonly title: string;
}

interface Tree {
  readonly sets: ThreeSets;
  readonly nodes: ReadonlyMap<string, { readonly part: string; readonly fields: Readonly<Record<string, unknown>> }>;
  readonly order: ReadonlyMap<string, readonly string[]>;
}

interface Codes {
  readonly codes: ReadonlyMap<string, string>;
  readonly renumbered: readonly Renumbered[];
}

/** The code of every node under its parent's; where both sides gave one number away, mine takes the next that is free among its siblings. */
export function renumbered(tree: Tree): Codes {
  const codes = new Map<string, string>();
  const changed: Renumbered[] = [];
  const number = (parent: string): void => {
    const above = { id: parent === '' ? null : parent, code: codes.get(parent) ?? null };
    const siblings = tree.order.get(parent) ?? [];
    const given = siblings.map((id) => codeOf(tree.nodes.get(id)?.part ?? '', above.code));
    const taken = takenUnder(tree.sets, siblings, { given, above: above.id });
    siblings.forEach((id, index) => {
      const [before, after] = [given[index] as string, taken[index] as string];
      codes.set(id, after);
      if (after !== before) changed.push({ before, after, title: String(tree.nodes.get(id)?.fields['title'] ?? '') });
      number(id);
    });
  };
  number('');
  return { codes, renumbered: changed };
}

interface Given {
  readonly given: readonly string[];
  readonly above: string | null;
}

/** Each its own code; of two that share one, and did not share it already, the one gets another that theirs does not have here. */
function takenUnder({ mine, theirs }: ThreeSets, siblings: readonly string[], { given, above }: Given): readonly string[] {
  const taken = new Set(given);
  const isHere = (set: FlatSet, id: string): boolean => set.nodes.get(id)?.parent === above;
  const shared = (set: FlatSet, ids: readonly string[]): boolean =>
    ids.every((id) => isHere(set, id)) && new Set(ids.map((id) => set.nodes.get(id)?.part)).size === 1;
  const keeper = new Map<string, string>();
  for (const isTheirs of [true, false]) {
    siblings.forEach((id, index) => {
      if (isHere(theirs, id) === isTheirs && !keeper.has(given[index] as string)) keeper.set(given[index] as string, id);
    });
  }
  return siblings.map((id, index) => {
    const code = given[index] as string;
    const first = keeper.get(code) ?? id;
    return first === id || [mine, theirs].some((set) => shared(set, [first, id])) ? code : nextFree(code, taken);
  });
}

function nextFree(code: string, taken: Set<string>): string {
  const [, stem = '', number] = /^(.*?)(\d+)$/u.exec(code) ?? [];
  if (number === undefined) return code;
  let next = Number(number) + 1;
  while (taken.has(`${stem}${next}`)) next += 1;
  taken.add(`${stem}${next}`);
  return `${stem}${next}`;
}
