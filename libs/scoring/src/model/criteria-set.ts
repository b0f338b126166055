import type { Rule } from './rule';

/** The rules of one group of agencies for one year, `par-criteria-set/1`. Valid ones come from `checkCriteriaSet`. */
export interface CriteriaSet {
  readonly format: 'par-criteria-set/1';
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly legalBasis?: string;
  /** Code of the group of agencies that it ranks. */
  readonly appliesTo: string;
  /** Decimals of a leaf's points (4 when absent) and of an index or percent (2 when absent). */
  readonly rounding?: { readonly points?: number; readonly index?: number };
  /** What a survey leaf without an answer does; `zero` when absent. */
  readonly withoutSurvey?: 'zero' | 'exclude';
  readonly ranking?: { readonly by?: 'exact' | 'rounded'; readonly tieBreak?: readonly string[] };
  /** Lower bounds, inclusive, highest first, compared with the rounded index. */
  readonly grades?: readonly Grade[];
  readonly criteria: readonly CriterionNode[];
}

export interface Grade { readonly name: string; readonly from: number }

export type CriterionNode = ParentNode | LeafNode;

interface NodeCommon {
  /** `3`, `3.1`, `3.1.2`: a child's code is its parent's plus one part. */
  readonly code: string;
  readonly title: string;
  readonly max: number;
  /** Top-level nodes only; `scored` when absent. `bonus` and `penalty` stand outside the maximum. */
  readonly section?: Section;
  /** Code of the agency that appraises this node and all below it, unless a lower one names another. */
  readonly appraiser?: string;
  /** The article that it comes from, where it is not that of the whole set. */
  readonly legalBasis?: string;
}

export interface ParentNode extends NodeCommon {
  readonly children: readonly CriterionNode[];
  readonly combine?: 'sum' | 'all' | 'best';
}

export interface LeafNode extends NodeCommon {
  readonly rule: Rule;
  readonly source?: LeafSource;
  readonly whenNotApplicable?: 'forbidden' | 'exclude' | 'full';
  readonly evidence?: { readonly required?: boolean; readonly hint?: string };
  readonly guidance?: string;
}

export type Section = 'scored' | 'bonus' | 'penalty';

/** Who answers: the agency, the survey, only the appraiser, or an external index. */
export type LeafSource = 'self' | 'survey' | 'appraiser' | 'imported';
