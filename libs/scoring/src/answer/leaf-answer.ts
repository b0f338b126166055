import type { Answer, AwardedAnswer, NotApplicableAnswer } from '../model/answer';

/** Whether an appraiser's points stand in place of the rule. */
export const isAwarded = (answer: Answer): answer is AwardedAnswer => Object.hasOwn(answer, 'awarded');

/** Whether the leaf is said not to apply to the agency. */
export const isNotApplicable = (answer: Answer): answer is NotApplicableAnswer => Object.hasOwn(answer, 'notApplicable');
