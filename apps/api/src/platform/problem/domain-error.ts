import type { FieldError, ProblemCode } from '@par-index/contract';

export type ProblemParams = Readonly<Record<string, string | number>>;

/** A refusal the caller can act on. Knows nothing of HTTP: ProblemFilter turns it into an answer. */
export class DomainError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: ProblemParams = {},
    readonly errors: readonly FieldError[] = [],
    /** What stands on the server now, where the caller read an older version: sent with the refusal, so that both can be shown. */
    readonly current?: unknown,
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
