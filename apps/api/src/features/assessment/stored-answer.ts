import type { AnswerView, SaveAnswerRequest } from '@par-index/contract';
import type { AgencyAnswers } from '@par-index/scoring';
import { isDeepStrictEqual } from 'node:util';
import type { AssessmentRecord } from './assessment-record';
import { numberOf } from './decimal-points';
import type { DeclaredAnswer } from './missing-items';

/** An answer as it stands in the database. */
export interface StoredAnswer extends DeclaredAnswer {
  readonly late: boolean;
  readonly version: number;
  readonly updatedById: string;
  /** Full name. */
  readonly updatedBy: string;
  readonly updatedAt: Date;
}

export function toAnswerView(stored: StoredAnswer): AnswerView {
  const { code, answer, note, evidenceExplanation, late, updatedBy, version } = stored;
  return { code, answer, points: numberOf(stored.points), note, evidenceExplanation, late, updatedAt: stored.updatedAt.toISOString(), updatedBy, version };
}

/** An assessment as the library scores it. */
export function toAgencyAnswers({ agency, exemptions }: Pick<AssessmentRecord, 'agency' | 'exemptions'>, answers: readonly DeclaredAnswer[]): AgencyAnswers {
  const given = answers.flatMap(({ code, answer }) => (answer === null ? [] : [[code, answer] as const]));
  return { code: agency.code, exempt: exemptions.map(({ code }) => code), answers: Object.fromEntries(given) };
}

/** Whether storing the request would change nothing. The order of fields within an answer does not count. */
export function says(stored: DeclaredAnswer, { answer, note, evidenceExplanation }: SaveAnswerRequest): boolean {
  return stored.note === note && stored.evidenceExplanation === evidenceExplanation && isDeepStrictEqual(stored.answer, answer);
}

/**
 * Whether a save was made already: the same person, one version further, the very same content. So it looks when the answer to a save was
 * lost on its way and the client sends it again.
 */
export function wasSavedBefore(stored: StoredAnswer, request: SaveAnswerRequest, sender: { readonly userId: string; readonly version: number }): boolean {
  return stored.version === sender.version + 1 && stored.updatedById === sender.userId && says(stored, request);
}
