import type { AdviceCode } from '../check/advice-codes';
import type { SetFindingCode } from '../check/codes';

/** Something wrong with a set, a case or an answer: where, what, and the figures needed to say it in words. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  /** JSON pointer (RFC 6901) into the document that was checked. */
  readonly pointer: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is found: in a set (`SetFindings`, `AdviceFindings`), in an answer (`AnswerRefusals`) or in a scoring case (`CaseRefusals`). */
export type FindingCode = SetFindingCode | AdviceCode | `answer.${string}` | `case.${string}`;
