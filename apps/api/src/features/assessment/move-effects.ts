import type { AssessmentAction } from '@par-index/contract';
import type { Assessment } from './assessment.entity';

export interface MoveFacts {
  /** Trimmed; null where none was given. */
  readonly reason: string | null;
  readonly late: boolean;
  /** Null where the clock makes the move. */
  readonly userId: string | null;
  readonly now: Date;
}

type Effects = Partial<Pick<Assessment, 'submittedAt' | 'submittedBy' | 'late' | 'notSubmitted' | 'returnedReason'>>;

/** The moves by which an assessment leaves the agency's hands: from then on its documents stay in the version that they had. */
export const HANDS_IN: ReadonlySet<AssessmentAction> = new Set(['submit', 'take-as-it-stands']);

const EFFECTS: Readonly<Partial<Record<AssessmentAction, (facts: MoveFacts) => Effects>>> = {
  'send': () => ({ returnedReason: null }),
  'submit': ({ now, userId, late }) => ({ submittedAt: now, submittedBy: userId, late, notSubmitted: false, returnedReason: null }),
  'return': ({ reason }) => ({ returnedReason: reason }),
  'reopen': ({ reason }) => ({ submittedAt: null, submittedBy: null, late: false, notSubmitted: false, returnedReason: reason }),
  'take-as-it-stands': () => ({ submittedAt: null, submittedBy: null, late: false, notSubmitted: true, returnedReason: null }),
};

/** What a move changes in the assessment beside its state. What it was before is in the audit log. */
export const effectsOf = (action: AssessmentAction, facts: MoveFacts): Effects => EFFECTS[action]?.(facts) ?? {};
