import type { Finding } from '../model/finding';

/**
 * Every way an answer is refused, with the figures that its sentence needs. The words for them are in `words/`.
 * `field` names the field of the answer; `value` is what was given, as text where it is no plain number.
 */
export interface AnswerRefusals {
  'answer.not-object': Record<string, never>;
  'answer.unknown-criterion': { readonly criterion: string };
  'answer.not-a-leaf': { readonly criterion: string };
  'answer.unknown-field': { readonly field: string };
  'answer.missing-field': { readonly field: string };
  'answer.wrong-type': { readonly field: string; readonly expected: 'number' | 'text' | 'list' | 'object' | 'true' };
  /** More than 4 decimals, NaN or infinity. */
  'answer.not-decimal': { readonly field: string; readonly value: string };
  'answer.not-whole': { readonly field: string; readonly value: number };
  'answer.below-min': { readonly field: string; readonly value: number; readonly min: number };
  'answer.above-max': { readonly field: string; readonly value: number; readonly max: number };
  'answer.not-positive': { readonly field: string; readonly value: number };
  'answer.ratio-above-max': { readonly numerator: number; readonly denominator: number; readonly max: number };
  'answer.off-step': { readonly value: number; readonly min: number; readonly step: number };
  'answer.unknown-id': { readonly id: string };
  'answer.doubled-id': { readonly id: string };
  'answer.no-response': Record<string, never>;
  'answer.no-case': Record<string, never>;
  'answer.reason-empty': Record<string, never>;
  'answer.not-applicable-forbidden': Record<string, never>;
}

export function refusal<C extends keyof AnswerRefusals>(code: C, pointer: string, params: AnswerRefusals[C]): Finding {
  return { severity: 'error', code, pointer, params };
}
