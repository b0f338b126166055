import type { CaseResult } from '../model/case';
import type { Finding } from '../model/finding';

export type CaseOutcome =
  | { readonly ok: true; readonly result: CaseResult }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export function scoreCase(_document: unknown): CaseOutcome {
  throw new Error('Not written yet');
}
