import type { Answer } from '@par-index/scoring';
import type { DraftKind } from './draft';
import { type TextsDraft, textsDraft } from './texts-draft';

const one = (key: 'points' | 'percent'): DraftKind<TextsDraft> =>
  textsDraft({
    keys: [key],
    needs: 'all',
    numbersOf: (answer) => answer as unknown as Readonly<Record<string, unknown>>,
    answerOf: (numbers) => numbers as unknown as Answer,
  });

/** The accepted figure of a survey, in percent, as Sở Nội vụ enters it. */
export const SURVEY_DRAFT = one('percent');

/** Points as an appraiser or an inspection gives them. */
export const DIRECT_DRAFT = one('points');
