import type { DraftKind } from './draft';
import type { FieldValue } from './field-value';

/** The accepted figure of a survey, in percent, as Sở Nội vụ enters it. */
export const SURVEY_DRAFT: DraftKind<FieldValue> = {
  read: (answer) => (answer && 'percent' in answer ? answer.percent : null),
  write: (draft) => (typeof draft === 'number' ? { percent: draft } : draft),
};

/** Points as an appraiser or an inspection gives them. */
export const DIRECT_DRAFT: DraftKind<FieldValue> = {
  read: (answer) => (answer && 'points' in answer ? answer.points : null),
  write: (draft) => (typeof draft === 'number' ? { points: draft } : draft),
};
