import type { CriteriaSet, LeafNode, LeafSource, ParentNode, Section } from './criteria-set';
import type { Rule } from './rule';

/** A leaf with its defaults filled in and what it inherits from its ancestors. */
export interface CompiledLeaf {
  readonly code: string;
  readonly title: string;
  readonly max: number;
  readonly rule: Rule;
  readonly source: LeafSource;
  readonly whenNotApplicable: NonNullable<LeafNode['whenNotApplicable']>;
  readonly evidenceRequired: boolean;
  readonly evidenceHint: string | null;
  readonly guidance: string | null;
  readonly section: Section;
  /** Code of the agency that appraises it: its own, or that of the nearest ancestor that names one. */
  readonly appraiser: string | null;
  /** Code of its top-level node, its field of work. */
  readonly fieldCode: string;
  /** Codes of its ancestors, the top-level one first. */
  readonly path: readonly string[];
}

/** A node of the tree, leaf or parent, with its defaults filled in. */
export interface CompiledNode {
  readonly code: string;
  readonly title: string;
  readonly max: number;
  readonly section: Section;
  /** Null on a leaf. */
  readonly combine: NonNullable<ParentNode['combine']> | null;
  /** Codes, in document order. */
  readonly children: readonly string[];
  readonly parent: string | null;
  readonly isLeaf: boolean;
  /** A leaf's own; of an `all` or `best` node the one that its leaves share; else null. */
  readonly source: LeafSource | null;
}

/** A set ready to score: immutable, reusable for any number of agencies. */
export interface CompiledSet {
  readonly set: CriteriaSet;
  /** In document order. */
  readonly leaves: readonly CompiledLeaf[];
  /** In document order, a parent before its children. */
  readonly nodes: readonly CompiledNode[];
  leaf(code: string): CompiledLeaf | undefined;
  node(code: string): CompiledNode | undefined;
}
