import type { Finding } from '../model/finding';

/** Every way a scoring case is refused, besides what is wrong with its set or an answer. */
export interface CaseRefusals {
  'case.not-object': Record<string, never>;
  'case.not-list': { readonly field: string };
  'case.not-text': { readonly field: string };
  'case.wrong-format': { readonly expected: string };
  'case.unknown-field': { readonly field: string };
  'case.missing-field': { readonly field: string };
  /** A path where the set itself is needed: whoever reads the file has to read that one too. */
  'case.set-not-read': { readonly path: string };
  'case.doubled-agency': { readonly agency: string };
  'case.doubled-exemption': { readonly criterion: string };
  /** In the text of the file: an object with the same key twice. */
  'case.doubled-key': { readonly key: string };
  /** In the text of the file: a number that a computer would read as another one. */
  'case.number-too-long': { readonly text: string };
}

export function caseRefusal<C extends keyof CaseRefusals>(code: C, pointer: string, params: CaseRefusals[C]): Finding {
  return { severity: 'error', code, pointer, params };
}
