/** Every refusal there is, with its HTTP status. One Vietnamese message per code stands in `problem-words.ts`. */
export const PROBLEMS = {
  'request.invalid': 422,
  'request.malformed': 400,
  'request.not-found': 404,
  'request.method-not-allowed': 405,
  'request.too-large': 413,
  'request.media-type': 415,
  'request.precondition-required': 428,
  'request.csrf': 403,
  'server.failed': 500,
  'server.stopping': 503,
  'server.database-unavailable': 503,
  'record.version-stale': 412,
  'record.not-found': 404,
  'record.duplicate': 409,
  'record.in-use': 409,
  'reason.required': 422,
  'access.unauthenticated': 401,
  'access.denied': 403,
  'access.own-agency': 403,
  'access.not-assigned': 403,
  'access.other-person': 403,
  'sign-in.refused': 401,
  'sign-in.delayed': 429,
  'password.too-weak': 422,
  'password.wrong': 422,
  'link.spent': 410,
  'user.last-admin': 409,
  'user.inactive': 409,
  'import.invalid': 422,
  'criteria-set.invalid': 422,
  'criteria-set.frozen': 409,
  'criteria-set.group-unknown': 422,
  'criteria-set.not-tabular': 409,
  'criteria-set.file-unreadable': 415,
  'criteria-set.unreadable': 422,
  'criteria-set.replay-stale': 409,
  'criteria-set.correction-blocked': 409,
  'cycle.phase-illegal': 409,
  'cycle.set-missing': 409,
  'cycle.set-invalid': 422,
  'cycle.dates-disordered': 422,
  'cycle.phase-blocked': 409,
  'cycle.publish-blocked': 409,
  'assessment.phase-closed': 409,
  'assessment.state-illegal': 409,
  'assessment.incomplete': 409,
  'answer.criterion-unknown': 404,
  'answer.criterion-exempt': 409,
  'answer.not-self-scored': 409,
  'answer.invalid': 422,
  'answer.award-forbidden': 422,
  'evidence.type-refused': 415,
  'evidence.empty': 422,
  'evidence.too-large': 413,
  'evidence.truncated': 400,
  'evidence.link-invalid': 422,
  'evidence.in-use': 409,
  'upload.protocol': 412,
  'upload.out-of-step': 409,
  'upload.unfinished': 409,
  'upload.expired': 410,
  'upload.busy': 423,
  'upload.quota': 429,
  'appraisal.phase-closed': 409,
  'appraisal.reason-required': 422,
  'appraisal.question-required': 422,
  'appraisal.nothing-to-accept': 409,
  'appraisal.incomplete': 409,
  'appraisal.not-explained': 409,
  'explanation.no-difference': 409,
  'explanation.incomplete': 409,
  'explanation.not-begun': 409,
  'remark.empty': 422,
  'assignment.nobody-left': 409,
  'delegation.refused': 422,
  'base-figure.not-imported': 409,
  'receipt.unknown': 404,
  'audit.seal-unknown': 404,
  'audit.too-many-lines': 422,
  'result.none': 404,
  'council.items-open': 409,
  'council.item-closed': 409,
  'council.phase-closed': 409,
  'council.not-entitled': 403,
  'council.already-open': 409,
  'council.tie': 409,
  'council.proposal-unknown': 422,
  'council.blind-off': 409,
  'council.blind-exists': 409,
  'council.blind-none': 409,
  'council.blind-open': 409,
  'council.blind-given': 409,
  'council.blind-not-yours': 403,
  'council.blind-pair': 422,
  'council.blind-appraiser': 422,
  'council.blind-points': 422,
  'council.vote-begun': 409,
  'council.chair-there': 409,
  'council.chair-unfit': 422,
  'petition.phase-closed': 409,
  'petition.settled': 409,
  'survey.state-illegal': 409,
  'survey.not-ready': 409,
  'survey.not-open': 409,
  'survey.closed': 410,
  'survey.link-unknown': 404,
  'survey.device-unknown': 404,
  'survey.invitation-unknown': 404,
  'survey.invitation-spent': 409,
  'survey.ballot-false': 403,
  'survey.form-invalid': 422,
  'survey.questionnaire-invalid': 422,
  'survey.questionnaire-issued': 409,
  'survey.too-few': 409,
  'survey.criterion-unsuited': 422,
  'survey.proposal-settled': 409,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 problem details, `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** Vietnamese: what happened and what to do next. */
  readonly detail: string;
  readonly traceId: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The fields that were refused, with JSON pointers into the request's body. */
  readonly errors?: readonly FieldError[];
  /** Of a `record.version-stale`: the record as it stands now, such as `AnswerConflict` has it. */
  readonly current?: unknown;
}

export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  /** Vietnamese: what is wrong with this field and what to enter. */
  readonly detail: string;
}
