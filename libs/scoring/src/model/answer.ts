/** What an agency states for one leaf, or what stands in its place. Numbers have at most 4 decimals; counts are whole. */
export type Answer =
  | ChoiceAnswer
  | ChecklistAnswer
  | RatioAnswer
  | NumberAnswer
  | GrowthAnswer
  | TallyAnswer
  | SurveyAnswer
  | DirectAnswer
  | BestOfAnswer
  | NotApplicableAnswer
  | AwardedAnswer;

export type MeasureAnswer = RatioAnswer | NumberAnswer | GrowthAnswer;

export interface ChoiceAnswer { readonly choice: string }
export interface ChecklistAnswer { readonly checked: readonly string[] }
export interface RatioAnswer { readonly numerator: number; readonly denominator: number }
export interface NumberAnswer { readonly value: number }
export interface GrowthAnswer { readonly current: number; readonly previous: number }
export interface TallyAnswer { readonly counts: Readonly<Record<string, number>> }
export type SurveyAnswer = { readonly responses: Readonly<Record<string, number>> } | { readonly percent: number };
export interface DirectAnswer { readonly points: number }
export interface BestOfAnswer { readonly cases: Readonly<Record<string, Answer>> }
/** Only where the leaf's `whenNotApplicable` allows it. The reason may not be empty. */
export interface NotApplicableAnswer { readonly notApplicable: true; readonly reason: string }
/** An appraiser's points, 0…max, in place of the rule. The reason may not be empty. */
export interface AwardedAnswer { readonly awarded: number; readonly reason: string }
