import type { AssessmentAction, NotificationKind, Role } from '@par-index/contract';

export interface MoveNotice {
  readonly kind: NotificationKind;
  /** Of the own agency. */
  readonly to: readonly Role[];
  readonly path: '/assessments' | '/explanations';
  readonly withReason: boolean;
}

const OFFICERS: readonly Role[] = ['agency-officer'];
const HEADS: readonly Role[] = ['agency-head'];
const BOTH: readonly Role[] = [...OFFICERS, ...HEADS];
const ASSESSMENT = { path: '/assessments', withReason: false } as const;

/**
 * The moves of which the own agency is told. Those of the appraisal are not among them: an agency learns of its appraisal by the opening of
 * the explanation and no earlier.
 */
export const MOVE_NOTICES: Readonly<Partial<Record<AssessmentAction, MoveNotice>>> = {
  'send': { ...ASSESSMENT, kind: 'assessment-sent', to: HEADS },
  'withdraw': { ...ASSESSMENT, kind: 'assessment-withdrawn', to: HEADS },
  'return': { ...ASSESSMENT, kind: 'assessment-returned', to: OFFICERS, withReason: true },
  'submit': { ...ASSESSMENT, kind: 'assessment-submitted', to: OFFICERS },
  'reopen': { ...ASSESSMENT, kind: 'assessment-reopened', to: BOTH, withReason: true },
  'take-as-it-stands': { ...ASSESSMENT, kind: 'assessment-taken', to: BOTH },
  'open-differences': { kind: 'explanation-asked', to: BOTH, path: '/explanations', withReason: false },
  'silence': { kind: 'explanation-silent', to: BOTH, path: '/explanations', withReason: false },
};
