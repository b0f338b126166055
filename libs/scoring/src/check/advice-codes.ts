import type { BandEdges } from '../model/rule';

/**
 * What `adviceOn` can find: a set that scores, and yet says something that nobody can have meant. An error where the set could not be worked
 * with (publishing is refused), a warning where a person has to decide. The words are in `words/advice-words`.
 */
export interface AdviceFindings {
  /** Two nodes under one parent that nobody can tell apart: an error. `code` is the first one's. */
  'title.doubled': { readonly title: string; readonly code: string };
  /** A leaf called like another elsewhere in the tree. */
  'title.elsewhere': { readonly title: string; readonly code: string };
  /** Two choices of one list that say the same: an error. */
  'label.doubled': { readonly label: string };
  /** No answer gives the full points. */
  'reach.max': { readonly highest: number; readonly max: number };
  /** No answer gives any points: an error. */
  'reach.nothing': { readonly max: number };
  /** Every answer gives the same points. */
  'reach.same': { readonly points: number };
  /** What is worth nothing, whether it is so or not. */
  'reach.worthless': { readonly label: string };
  /** A threshold at or below the least value there can be: it never takes effect. */
  'reach.threshold-idle': { readonly zeroBelow: number; readonly least: number };
  /** A survey rule that the agency or the appraiser would have to answer: nobody hands out the questionnaires. An error. */
  'answerable.survey-rule': { readonly source: string };
  /** A survey leaf whose rule asks for something that no questionnaire gives. */
  'answerable.survey-source': { readonly kind: string };
  /** Left to an appraiser, and none is named. */
  'answerable.no-appraiser': { readonly code: string };
  /** Evidence is required of a leaf that the agency does not answer. */
  'answerable.evidence': { readonly source: string };
  /** One option: nothing to choose. */
  'answerable.single-option': { readonly label: string };
  /** The guidance speaks of a stretch that no band has. */
  'wording.no-such-band': { readonly said: string } & BandEdges;
  /** The guidance gives a band other points than the rule does. */
  'wording.band-points': { readonly said: string; readonly points: number; readonly inRule: number };
  /** The guidance gives a band one number of points, and the rule gives them in proportion. */
  'wording.band-varies': { readonly said: string; readonly points: number };
  /** A label says points that the rule does not give. */
  'wording.label-points': { readonly label: string; readonly points: number; readonly inRule: number };
}

/** What `draftShapeErrors` can find, beside codes of `checkCriteriaSet`: too much of something, or a list where one value belongs. */
export interface DraftFindings {
  'draft.text-too-long': { readonly most: number };
  'draft.list-too-long': { readonly most: number };
  'draft.too-many-nodes': { readonly most: number; readonly count: number };
  'draft.not-one-value': Record<string, never>;
}

export type AdviceCode = keyof AdviceFindings | keyof DraftFindings;
