import type { DecideRequest, DecisionKind, FieldError } from '@par-index/contract';
import { type Answer, checkAnswer, type CompiledLeaf, type CompiledSet, type Finding, findingInWords, scoreLeaf } from '@par-index/scoring';
import { DomainError } from '../../platform/problem/domain-error';
import { changesPoints } from './standing';

/** What the rules need to know of the criterion that is being decided. */
export interface Decidable {
  readonly set: CompiledSet;
  readonly leaf: CompiledLeaf;
  /** The agency's own answer; null where it gave none, or must not. */
  readonly declared: Answer | null;
  /** In force below the layer that is being written. */
  readonly below: Answer | null;
  /** What `keep` would write again; null where there is nothing to keep, as in appraisal 1. */
  readonly kept?: Kept | null;
}

/** A decision that stands, as it is written again one layer higher. */
export interface Kept {
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
}

/** What a layer comes to hold. `points` is null while a `relative` rule waits for consolidation, and where the leaf is excluded. */
export interface Decision {
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
  readonly points: number | null;
}

/** Turns a request into a decision, or refuses it: what is not an answer to the rule, and what lacks its reason or question. */
export function decisionOf(decidable: Decidable, request: DecideRequest): Decision {
  const { kind, answer } = chosenBy(decidable, request);
  requireReason(decidable, request, answer);
  if (request.explanationWanted && request.question.trim() === '') {
    throw new DomainError('appraisal.question-required');
  }
  return { kind, answer, points: scoreLeaf(decidable.set, decidable.leaf.code, answer).points };
}

function chosenBy(decidable: Decidable, request: DecideRequest): Kept {
  const choose: Readonly<Record<DecideRequest['kind'], () => Kept>> = {
    accept: () => ({ kind: 'accept', answer: acceptedAnswer(decidable) }),
    correct: () => ({ kind: 'correct', answer: correctedAnswer(decidable, request.answer) }),
    award: () => ({ kind: 'award', answer: awardedAnswer(decidable, request) }),
    keep: () => keptDecision(decidable),
  };
  return choose[request.kind]();
}

function keptDecision({ kept }: Decidable): Kept {
  if (!kept) {
    throw invalid('/kind', 'decision.nothing-to-keep', 'Chưa có kết quả thẩm định nào để giữ nguyên. Hãy chấp nhận, xác định lại hoặc giao điểm.');
  }
  return kept;
}

/** The declared answer, also where the agency declared nothing: that is then worth 0. */
function acceptedAnswer({ leaf, declared }: Decidable): Answer | null {
  if (leaf.source !== 'self') {
    throw new DomainError('appraisal.nothing-to-accept', { code: leaf.code });
  }
  return declared;
}

function correctedAnswer({ set, leaf }: Decidable, answer: Answer | undefined): Answer {
  if (answer === undefined) {
    throw invalid('/answer', 'answer.missing-field', 'Chưa có số liệu thay thế. Hãy nhập số liệu đúng theo cách tính điểm của tiêu chí.');
  }
  if ('awarded' in answer) {
    throw new DomainError('answer.award-forbidden');
  }
  refuseFindings(checkAnswer(set, leaf.code, answer), '/answer');
  return answer;
}

function awardedAnswer({ set, leaf }: Decidable, { awarded, reason }: DecideRequest): Answer {
  if (reason.trim() === '') {
    throw new DomainError('appraisal.reason-required');
  }
  if (awarded === undefined) {
    throw invalid('/awarded', 'answer.missing-field', 'Chưa nhập số điểm. Hãy nhập số điểm giao cho tiêu chí.');
  }
  const decimals = set.set.rounding?.points ?? 4;
  if (decimalsOf(awarded) > decimals) {
    throw invalid('/awarded', 'answer.not-decimal', `Điểm có tối đa ${decimals} chữ số thập phân. Hãy làm tròn trước khi lưu.`);
  }
  const answer: Answer = { awarded, reason: reason.trim() };
  refuseFindings(checkAnswer(set, leaf.code, answer), '');
  return answer;
}

function requireReason({ set, leaf, below }: Decidable, { reason }: DecideRequest, answer: Answer | null): void {
  if (reason.trim() === '' && changesPoints(set, leaf.code, { from: below, to: answer })) {
    throw new DomainError('appraisal.reason-required');
  }
}

/** How many decimals the shortest text of a number has. */
function decimalsOf(value: number): number {
  const [, decimals = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e(-?\+?\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}

/** Refuses with one line for each finding; `at` is where the answer stands in the request. */
export function refuseFindings(findings: readonly Finding[], at: string): void {
  if (findings.length > 0) {
    throw new DomainError('answer.invalid', {}, findings.map((finding) => ({ pointer: `${at}${finding.pointer}`, code: finding.code, detail: findingInWords(finding) })));
  }
}

function invalid(pointer: string, code: string, detail: string): DomainError {
  const error: FieldError = { pointer, code, detail };
  return new DomainError('answer.invalid', {}, [error]);
}
