import type { Answer } from '@par-index/scoring';
import type { AgencyRef } from '../organisation/organisation.api';
import type { FormText } from './questionnaire.api';
import type { ProposalState, Suspicion, SurveyChannel } from './survey.workflow';

/* ── results ── */

/** GET /survey-campaigns/:id/results?officeId&groupCode: one of the two, or none. Refused with `survey.too-few` where that part is hidden. */
export interface SurveyResults {
  /** Forms in these results. */
  readonly forms: number;
  /** Of the respondents who were invited or, by the sample, aimed at; null where nobody knows. */
  readonly asked: number | null;
  /** 1 − forms ÷ asked, in percent with two decimals; null where not known. */
  readonly nonResponsePercent: string | null;
  readonly factors: readonly FactorResult[];
  readonly questions: readonly QuestionResult[];
  readonly offices: readonly PartResult[];
  readonly groups: readonly PartResult[];
  /** Matrix: a line for each agency and item. */
  readonly agencies: readonly AgencyResult[];
  /** Closed campaigns with a questionnaire of the same code, oldest first, and this one. */
  readonly trend: readonly TrendPoint[];
}

/** `percent`, `low` and `high` are decimal text with two decimals; null where nothing counts. */
export interface Satisfaction {
  /** Choices that count: without «không có ý kiến». */
  readonly counted: number;
  readonly satisfied: number;
  readonly percent: string | null;
  /** 95 % (Wilson, with the finite-population correction where N is known). */
  readonly low: string | null;
  readonly high: string | null;
}

export interface FactorResult extends Satisfaction {
  readonly id: string;
  readonly title: FormText;
}

export interface QuestionResult extends Satisfaction {
  /** `question`, or `question.item`. */
  readonly key: string;
  readonly text: FormText;
  readonly factor: string | null;
  /** True where fewer than the least count answered it: then there are no figures. */
  readonly hidden: boolean;
  readonly options: readonly { readonly id: string; readonly label: FormText; readonly count: number; readonly percent: string | null }[];
  /** Of a scale: exact, as a fraction, and with two decimals; null elsewhere. */
  readonly mean: { readonly numerator: number; readonly denominator: number; readonly text: string } | null;
}

/** A part of the whole; its figures are null where it is hidden. */
export interface PartResult {
  readonly key: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly forms: number | null;
  readonly target: number | null;
  readonly satisfaction: Satisfaction | null;
}

export interface AgencyResult {
  readonly agency: AgencyRef;
  readonly key: string;
  readonly hidden: boolean;
  readonly options: readonly { readonly id: string; readonly count: number; readonly percent: string | null }[];
  readonly satisfaction: Satisfaction | null;
}

export interface TrendPoint {
  readonly campaignId: string;
  readonly title: string;
  readonly closesAt: string;
  readonly hidden: boolean;
  readonly percent: string | null;
}

/** GET /survey-campaigns/:id/texts?question&search&page: free answers, in no order that says anything; `search` ignores accents and case. */
export interface FreeTextView {
  readonly id: string;
  readonly question: string;
  readonly text: string;
  readonly officeName: string | null;
}

/** GET /survey-campaigns/:id/suspicions: forms worth a second look, worst first. Nothing is left out by itself. */
export interface SuspicionsView {
  readonly forms: readonly SuspectForm[];
  readonly excluded: readonly ExcludedForm[];
}

export interface SuspectForm {
  readonly id: string;
  readonly officeName: string | null;
  readonly channel: SurveyChannel;
  readonly deviceName: string | null;
  readonly hour: string | null;
  readonly seconds: number | null;
  readonly why: readonly Suspicion[];
}

export interface ExcludedForm {
  readonly id: string;
  readonly officeName: string | null;
  readonly channel: SurveyChannel;
  readonly reason: string;
  readonly by: string;
}

/** POST /survey-campaigns/:id/forms/:formId/exclusion, and …/restoration. */
export interface ExcludeFormRequest {
  readonly reason: string;
}

/* ── into the index ── */

/** GET and PUT /survey-campaigns/:id/mappings (the whole list, If-Match of the campaign): which questions and groups feed which survey criterion of the campaign's cycle. */
export interface SurveyMapping {
  /** Of agencies: names the set of the cycle. */
  readonly agencyGroup: string;
  readonly code: string;
  /** Keys of counted questions, `question` or `question.item`. */
  readonly questions: readonly string[];
  /** Respondent groups; empty: all. */
  readonly groups: readonly string[];
}

export interface MappingsView {
  readonly mappings: readonly SurveyMapping[];
  readonly choices: readonly { readonly agencyGroup: string; readonly groupName: string; readonly criteria: readonly { readonly code: string; readonly title: string; readonly answer: 'responses' | 'percent' | 'value' }[] }[];
}

export interface WriteMappingsRequest {
  readonly mappings: readonly SurveyMapping[];
}

/** GET /survey-campaigns/:id/proposals: what the close, or a renewal, proposes as the base of survey criteria. */
export interface SurveyProposalView {
  readonly id: string;
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  readonly code: string;
  readonly title: string;
  readonly answer: Answer;
  /** Decimal text; null while a `relative` rule waits for consolidation. */
  readonly points: string | null;
  /** Of the forms that it comes from. */
  readonly responses: number | null;
  readonly percent: string;
  readonly low: string | null;
  readonly high: string | null;
  /** What stands as the base now; null where nothing does. */
  readonly standing: Answer | null;
  readonly state: ProposalState;
  /** Where it comes from, in the words that the layer will say. */
  readonly source: string;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Null where the reader may decide it; else why not. */
  readonly lockedBecause: string | null;
}

export interface SurveyProposalsView {
  readonly proposals: readonly SurveyProposalView[];
  /** Agencies that get no proposal, and why. */
  readonly without: readonly { readonly agency: AgencyRef; readonly code: string; readonly because: string }[];
}

/** POST /survey-campaigns/:id/proposals/acceptance, …/rejection: all of them or none. Where another figure stands, a reason is needed. */
export interface DecideProposalsRequest {
  readonly ids: readonly string[];
  readonly reason: string;
}

/** POST /survey-campaigns/:id/proposals/renewal: after an exclusion, a late external figure or another mapping. What is unchanged stays; what changed is a new proposal. */
export interface RenewedProposals {
  readonly opened: number;
  readonly superseded: number;
  readonly unchanged: number;
}
