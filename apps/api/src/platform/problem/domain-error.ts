import type { FieldError, ProblemCode } from '@par-index/contract';

export type ProblemParams = Readonly<Record<string, string | number>>;

/** A refusal the caller can act on. Knows nothing of HTTP: ProblemFilter turns it into an answer. */
export class DomainError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: ProblemParams = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
