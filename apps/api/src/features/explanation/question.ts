import { type ExplanationRoundView, type QuestionStatus, questionStatusOf, type RemarkSide } from '@par-index/contract';
import type { StoredExplanation } from './explanation.repository';

/** Everything that tells what became of the questions under one criterion. */
export interface QuestionSources {
  readonly side: RemarkSide;
  /** When appraisal 1 asked, and when a remark did. */
  readonly askedAt: readonly (Date | null)[];
  readonly remarkedAt: Date | null;
  readonly explanation: StoredExplanation | null;
  readonly round: ExplanationRoundView;
  readonly deadlineAt: string | null;
  readonly now: Date;
}

/** To the others an explanation is given when the head has submitted it; among themselves the agency's people see what is written. */
export function statusOf({ side, askedAt, remarkedAt, explanation, round, deadlineAt, now }: QuestionSources): QuestionStatus | null {
  const given = round.state === 'submitted' ? dateOf(round.submittedAt) : side === 'agency' ? writtenAt(explanation) : null;
  const answered = newest([explanation && given, remarkedAt]);
  return questionStatusOf({ askedAt: iso(newest(askedAt)), answeredAt: iso(answered), deadlineAt, now: now.toISOString() });
}

const writtenAt = (explanation: StoredExplanation | null): Date | null =>
  explanation && (explanation.stance === 'agree' || explanation.text.trim() !== '') ? explanation.updatedAt : null;

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const newest = (moments: readonly (Date | null)[]): Date | null => moments.reduce((last, moment) => (last && (!moment || last > moment) ? last : moment), null);

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;
