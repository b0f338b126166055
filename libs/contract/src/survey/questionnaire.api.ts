/** A text on a form, in both languages. The Vietnamese one is what was issued; the English one explains it. */
export interface FormText {
  readonly vi: string;
  readonly en: string;
}

/** A questionnaire as data. Issued, a version never changes: a correction is the next one. */
export interface Questionnaire {
  readonly format: 'par-survey/1';
  /** Lower-case words joined by `-`; the same for all versions. */
  readonly code: string;
  readonly title: FormText;
  /** What the respondent reads first. That nobody can tie the answers to them is said by the form itself. */
  readonly intro: FormText;
  /** What questions may be about, in the order in which results show them. */
  readonly factors: readonly Factor[];
  readonly sections: readonly FormSection[];
}

export interface Factor {
  readonly id: string;
  readonly title: FormText;
}

export interface FormSection {
  readonly id: string;
  readonly title: FormText;
  /** Shown while all of them hold; without any, always. */
  readonly when?: readonly Condition[];
  readonly questions: readonly Question[];
}

/** Holds when the question, which stands before and is shown, was answered with one of the options. */
export interface Condition {
  readonly question: string;
  readonly oneOf: readonly string[];
}

export interface FormOption {
  /** Unique within the question. Where points come from it, the id of the criterion's option. */
  readonly id: string;
  readonly label: FormText;
  /** Counts as satisfied («hài lòng», «rất hài lòng»). */
  readonly satisfied?: boolean;
  /** «Không biết», «không có ý kiến»: counted beside the others, and in no percent and no mean. */
  readonly noOpinion?: boolean;
}

interface AnyQuestion {
  /** Unique in the questionnaire: letters, digits and `-`. */
  readonly id: string;
  readonly text: FormText;
  readonly hint?: FormText;
  readonly required: boolean;
  readonly when?: readonly Condition[];
  readonly factor?: string;
}

export interface SingleQuestion extends AnyQuestion {
  readonly kind: 'single';
  readonly options: readonly FormOption[];
}

export interface MultipleQuestion extends AnyQuestion {
  readonly kind: 'multiple';
  readonly options: readonly FormOption[];
  /** How many may be ticked; absent: any number. */
  readonly most?: number;
}

/** Five steps, the worst first: its value is the place, 1…5. */
export interface ScaleQuestion extends AnyQuestion {
  readonly kind: 'scale';
  readonly options: readonly FormOption[];
}

/** Every agency of the campaign is rated on every item. `required`: each item of each agency. */
export interface MatrixQuestion extends AnyQuestion {
  readonly kind: 'matrix';
  readonly items: readonly MatrixItem[];
  readonly options: readonly FormOption[];
}

export interface MatrixItem {
  /** Unique within the question. Results and criteria name it as `question.item`. */
  readonly id: string;
  readonly text: FormText;
}

export interface TextQuestion extends AnyQuestion {
  readonly kind: 'text';
  /** Characters, 1…4000. */
  readonly longest: number;
}

/** Which service was used. */
export interface ServiceQuestion extends AnyQuestion {
  readonly kind: 'service';
  readonly options: readonly FormOption[];
}

/** Which office of the campaign served the respondent. Not shown where the link already says it. */
export interface OfficeQuestion extends AnyQuestion {
  readonly kind: 'office';
}

export type Question = SingleQuestion | MultipleQuestion | ScaleQuestion | MatrixQuestion | TextQuestion | ServiceQuestion | OfficeQuestion;
export type QuestionKind = Question['kind'];
export const QUESTION_KINDS = ['single', 'multiple', 'scale', 'matrix', 'text', 'service', 'office'] as const satisfies readonly QuestionKind[];

/** One option; several; a text; or of a matrix, agency → item → option. */
export type FormAnswer = string | readonly string[] | Readonly<Record<string, Readonly<Record<string, string>>>>;

/** By the id of the question. What was not answered is not there. */
export type FormAnswers = Readonly<Record<string, FormAnswer>>;

/** A mistake in a questionnaire or in a filled form, with a Vietnamese sentence. */
export interface FormFinding {
  /** JSON pointer into the questionnaire, or into the answers. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}
