import { type Answer, checkAnswer, type CompiledSet, scoreLeaf } from '@par-index/scoring';
import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '../../platform/problem/domain-error';
import { refuseFindings } from './decision';

/** The accepted figure of a survey or imported criterion. */
export interface BaseFigure {
  readonly answer: Answer;
  /** Null while a `relative` rule waits for consolidation, and where the leaf is excluded. */
  readonly points: number | null;
  /** Whether it is another figure than the one that stands. */
  changes(standing: Answer | null): boolean;
}

export interface FigurePlace {
  readonly set: CompiledSet;
  readonly code: string;
  readonly isExempt: boolean;
}

/** Refuses a criterion that the agency or an appraiser answers, an exempt one, an award, and what the rule does not take; `at` is its place in the request. */
export function figureOf({ set, code, isExempt }: FigurePlace, answer: Answer, at: string): BaseFigure {
  const leaf = set.leaf(code);
  if (!leaf) {
    throw new DomainError('answer.criterion-unknown', { code });
  }
  if (leaf.source !== 'survey' && leaf.source !== 'imported') {
    throw new DomainError('base-figure.not-imported', { code });
  }
  if (isExempt) {
    throw new DomainError('answer.criterion-exempt', { code });
  }
  if ('awarded' in answer) {
    throw new DomainError('answer.award-forbidden', { code });
  }
  refuseFindings(checkAnswer(set, code, answer), at);
  return { answer, points: scoreLeaf(set, code, answer).points, changes: (standing) => !isDeepStrictEqual(standing, answer) };
}
