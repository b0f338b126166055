import { HttpErrorResponse } from '@angular/common/http';
import type { FieldError, Problem, ProblemCode } from '@par-index/contract';
import { unreachableWords } from './unreachable-words';

/** A code of the server, or that the server could not be reached at all. */
export type RefusalCode = ProblemCode | 'network.unreachable';

/** What the server refused, in the form that every page catches. `detail` is a sentence for the reader. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    readonly problem: Problem | null = null,
  ) {
    super(detail);
  }

  get status(): number {
    return this.problem?.status ?? 0;
  }

  /** The refused fields, each with a JSON pointer into the request. */
  get fields(): readonly FieldError[] {
    return this.problem?.errors ?? [];
  }

  /** The sentence for one field, `/name`; null when that field was not refused. */
  field(pointer: string): string | null {
    return this.fields.find((error) => error.pointer === pointer)?.detail ?? null;
  }
}

/** Every error as a refusal. An error of our own program becomes `server.failed`, so that nothing fails silently. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) {
    return error;
  }
  return error instanceof HttpErrorResponse ? refusalOfAnswer(error) : new Refusal('server.failed', unreachableWords.failed());
}

function refusalOfAnswer(answer: HttpErrorResponse): Refusal {
  if (answer.status === 0) {
    return new Refusal('network.unreachable', unreachableWords.offline());
  }
  const problem = answer.error as Partial<Problem> | null;
  return problem && typeof problem === 'object' && problem.code
    ? new Refusal(problem.code, problem.detail ?? unreachableWords.failed(), problem as Problem)
    : new Refusal('server.failed', unreachableWords.failed());
}
