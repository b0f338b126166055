import type { Finding } from './finding';

/** A criteria set that cannot be scored with; `findings` holds every error of it. */
export class InvalidCriteriaSetError extends Error {
  override readonly name = 'InvalidCriteriaSetError';
  constructor(readonly findings: readonly Finding[]) {
    super(`The criteria set is refused: ${summary(findings)}`);
  }
}

/** An answer, or several, that the rules of the set refuse; `findings` says where and why. */
export class InvalidAnswerError extends Error {
  override readonly name = 'InvalidAnswerError';
  constructor(readonly findings: readonly Finding[]) {
    super(`The answers are refused: ${summary(findings)}`);
  }
}

const summary = (findings: readonly Finding[]): string =>
  findings.map(({ code, pointer }) => `${code} at "${pointer}"`).join(', ');
