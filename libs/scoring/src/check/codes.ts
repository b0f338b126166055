import type { BandEdges } from '../model/rule';

type Nothing = Record<string, never>;

/**
 * Everything that `checkCriteriaSet` can find, with the figures that its sentence needs. A code is stable: pages, reports and
 * tests may name it. The words are in `words/set-finding-words`.
 */
export interface SetFindings {
  'set.not-an-object': Nothing;
  'set.unknown-field': { readonly field: string };
  'set.missing-field': { readonly field: string };
  'set.not-text': Nothing;
  'set.blank-text': Nothing;
  'set.not-a-number': Nothing;
  'set.not-a-list': Nothing;
  'set.not-true-or-false': Nothing;
  'set.unknown-value': { readonly value: string; readonly allowed: string };
  'set.empty-list': Nothing;
  'set.too-deep': { readonly deepest: number };
  'number.too-many-decimals': { readonly value: number; readonly most: number };
  'number.not-whole': { readonly value: number };
  /** Bounds are inclusive, but for `above`. */
  'number.out-of-range': { readonly value: number; readonly min?: number; readonly max?: number; readonly above?: number };
  'id.invalid': { readonly id: string };
  'id.doubled': { readonly id: string };
  'code.invalid': { readonly code: string };
  /** `title` is that of the first node with the code. */
  'code.doubled': { readonly code: string; readonly title: string };
  'code.not-under-parent': { readonly code: string; readonly parent: string };
  /** A top-level code such as `3.1`: a warning, since an extract of a decision may begin there. */
  'code.several-parts': { readonly code: string };
  'node.rule-and-children': Nothing;
  'node.empty': Nothing;
  /** A warning. */
  'node.zero-max': { readonly code?: string };
  'section.below-top': Nothing;
  'sum.mismatch': { readonly max: number; readonly sum: number; readonly code?: string };
  'sum.cap-too-high': { readonly max: number; readonly sum: number; readonly code?: string };
  /** A warning. */
  'total.not-hundred': { readonly total: number };
  'best.child-above-max': { readonly max: number; readonly parentMax: number; readonly code?: string };
  'sources.mixed': { readonly combine: string; readonly sources: string };
  'points.too-precise': { readonly value: number; readonly decimals: number };
  /** `label` is that of the option or item that gives the points. */
  'points.above-max': { readonly value: number; readonly max: number; readonly label?: string };
  /** A warning. */
  'choice.max-unreachable': { readonly highest: number; readonly max: number };
  /** A warning: a cap above max never takes effect. */
  'tally.cap-above-max': { readonly cap: number; readonly max: number; readonly label: string };
  'measure.empty-range': { readonly min: number; readonly max: number };
  'bands.two-lower-edges': Nothing;
  'bands.two-upper-edges': Nothing;
  'bands.no-points': Nothing;
  'bands.several-points': Nothing;
  'bands.linear-open': Nothing;
  'bands.linear-point': { readonly value: number };
  'bands.empty': BandEdges;
  /** A warning: no value of the measure falls in the band. `min` and `max` are the measure's. */
  'bands.outside': BandEdges & { readonly min?: number; readonly max?: number };
  'bands.gap': BandEdges;
  /** The values that two bands claim; `other` counts bands from 1. */
  'bands.overlap': BandEdges & { readonly other: number };
  'relative.in-best-of': Nothing;
  /** The rule gives other points than its example expects. */
  'example.differs': { readonly expected: number; readonly points: number };
  /** An example of a `relative` rule: without the group there are no points. */
  'example.needs-group': Nothing;
  'grades.out-of-order': { readonly name: string; readonly from: number; readonly previous: string; readonly previousFrom: number };
  'grades.doubled': { readonly name: string };
  'ranking.unknown-code': { readonly code: string };
  /** A warning. */
  'ranking.doubled-code': { readonly code: string };
}

export type SetFindingCode = keyof SetFindings;
