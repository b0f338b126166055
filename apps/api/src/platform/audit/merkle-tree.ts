import { sha256 } from './line-digest';

/** What one leaf of the tree says: how far the chain of a subject has come. */
export interface ChainHead {
  readonly subjectId: string;
  /** How many lines its chain has. */
  readonly lines: number;
  /** The hash of the last one. */
  readonly hash: string;
}

/** One step from a leaf to the root: the neighbour, and on which side it stands. */
export interface ProofStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

export const leafHash = ({ subjectId, lines, hash }: ChainHead): string => sha256(`leaf:${subjectId}:${String(lines)}:${hash}`);
const nodeHash = (left: string, right: string): string => sha256(`node:${left}:${right}`);

/** The root of nothing. */
export const EMPTY_ROOT = sha256('empty');

/** The root to which a leaf leads by these steps. */
export const rootOf = (leaf: string, steps: readonly ProofStep[]): string =>
  steps.reduce((hash, step) => (step.side === 'left' ? nodeHash(step.hash, hash) : nodeHash(hash, step.hash)), leaf);

/**
 * A Merkle tree over the heads of all chains, in the order in which their subjects appeared. A leaf without a neighbour is taken up unchanged. Changed leaves
 * cost their paths alone, so that every seal of a long log can be computed again.
 */
export class MerkleTree {
  private readonly levels: string[][] = [[]];
  private readonly stale = new Set<number>();

  set(place: number, leaf: string): void {
    const leaves = this.levels[0] ?? [];
    for (let gap = leaves.length; gap < place; gap += 1) {
      leaves[gap] = EMPTY_ROOT;
      this.stale.add(gap);
    }
    leaves[place] = leaf;
    this.stale.add(place);
  }

  root(): string {
    let changed: ReadonlySet<number> = this.stale;
    let level = 0;
    while ((this.levels[level]?.length ?? 0) > 1) {
      changed = this.rise(level, changed);
      level += 1;
    }
    this.stale.clear();
    return this.levels[level]?.[0] ?? EMPTY_ROOT;
  }

  /** The steps from a leaf to the root. */
  path(place: number): readonly ProofStep[] {
    this.root();
    return this.levels.flatMap((nodes, level) => {
      const at = Math.floor(place / 2 ** level);
      const hash = nodes[at ^ 1];
      return hash === undefined ? [] : [{ side: at % 2 === 0 ? 'right' : 'left', hash } as const];
    });
  }

  /** Computes the parents of what changed on a level, and says which they are. */
  private rise(level: number, changed: ReadonlySet<number>): ReadonlySet<number> {
    const nodes = this.levels[level] ?? [];
    const parents = (this.levels[level + 1] ??= []);
    const risen = new Set([...changed].map((place) => place >> 1));
    for (const place of risen) {
      const left = nodes[place * 2] ?? EMPTY_ROOT;
      const right = nodes[place * 2 + 1];
      parents[place] = right === undefined ? left : nodeHash(left, right);
    }
    return risen;
  }
}
