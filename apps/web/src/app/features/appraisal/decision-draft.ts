import type { AppraisalLayerView, BaseFigureRequest, DecideRequest, DecisionRequestKind } from '@par-index/contract';
import { type Answer, checkAnswer, type CompiledLeaf, type CompiledSet, type Finding, findingInWords } from '@par-index/scoring';
import { numberInWords } from '../../ui/format/number-words';
import { readTypedNumber } from '../../ui/format/typed-number';
import { areWorthTheSame } from './criterion-standing';

/** What a decision is about: an appraiser's layer, or the accepted base figure of a criterion that nobody declares. */
export interface DecisionSubject {
  readonly purpose: 'decision' | 'figure';
  readonly set: CompiledSet;
  readonly leaf: CompiledLeaf;
  readonly declared: Answer | null;
  /** In force below the layer that is written. */
  readonly below: Answer | null;
  /** The layer that stands where this one will be written. */
  readonly former: AppraisalLayerView | null;
  /** In appraisal 2: what stands below and can be kept as it is. */
  readonly kept?: AppraisalLayerView | null;
}

/** What is being typed. Points are kept as text, so that nothing typed is lost. */
export interface DecisionDraft {
  readonly kind: DecisionRequestKind;
  readonly answer: Answer | null;
  /** A field of the answer holds what is no number. */
  readonly readable: 'yes' | 'no';
  readonly awarded: string;
  readonly reason: string;
  readonly explanation: 'wanted' | 'not-wanted';
  readonly question: string;
}

export interface DraftProblems {
  readonly findings: readonly Finding[];
  readonly answer: string | null;
  readonly awarded: string | null;
  readonly reason: string | null;
  readonly question: string | null;
}

/** What stands already, or an empty decision with the declared answer ready to be corrected. */
export function startOf({ former, declared, leaf, purpose, kept }: DecisionSubject): DecisionDraft {
  const kind = former?.kind ?? (kept ? 'keep' : null) ?? (leaf.source === 'self' ? 'accept' : 'correct');
  const stands = former?.answer ?? null;
  const isAward = stands !== null && 'awarded' in stands;
  return {
    kind: purpose === 'figure' ? 'correct' : kind,
    answer: stands === null || isAward ? declared : stands,
    readable: 'yes',
    awarded: isAward ? numberInWords(stands.awarded) : '',
    reason: purpose === 'figure' ? '' : (former?.reason ?? ''),
    explanation: former?.explanationWanted ? 'wanted' : 'not-wanted',
    question: former?.question ?? '',
  };
}

/** The answer that the draft would put in force; undefined while it is none yet. */
export function decidedAnswer(subject: DecisionSubject, draft: DecisionDraft): Answer | null | undefined {
  const answers: Readonly<Record<DecisionRequestKind, () => Answer | null | undefined>> = {
    accept: () => subject.declared,
    correct: () => (draft.readable === 'yes' && draft.answer !== null ? takenBy(subject, draft.answer) : undefined),
    award: () => awardedBy(subject, draft),
    keep: () => subject.below,
  };
  return answers[draft.kind]();
}

/** Everything that keeps the draft from being saved. */
export function problemsOf(subject: DecisionSubject, draft: DecisionDraft): DraftProblems {
  const findings = draft.kind === 'correct' && draft.answer !== null ? checkAnswer(subject.set, subject.leaf.code, draft.answer) : [];
  return {
    findings,
    answer: draft.kind === 'correct' && draft.readable === 'yes' && draft.answer === null ? $localize`Hãy nhập số liệu theo cách tính của tiêu chí.` : null,
    awarded: draft.kind === 'award' ? awardProblem(subject, draft) : null,
    reason: draft.reason.trim() === '' ? missingReason(subject, draft) : null,
    question: draft.explanation === 'wanted' && draft.question.trim() === '' ? $localize`Hãy ghi câu hỏi để cơ quan biết cần giải trình điều gì.` : null,
  };
}

export function isFaultless(draft: DecisionDraft, { findings, answer, awarded, reason, question }: DraftProblems): boolean {
  const unreadable = draft.kind === 'correct' && draft.readable === 'no';
  return !unreadable && findings.length === 0 && answer === null && awarded === null && reason === null && question === null;
}

/** Whether a reason has to be given as it stands: always for an award, else where the points change. */
export function needsReason(subject: DecisionSubject, draft: DecisionDraft): boolean {
  if (draft.kind === 'award') {
    return true;
  }
  const answer = decidedAnswer(subject, draft);
  if (answer === undefined) {
    return false;
  }
  if (subject.purpose === 'figure') {
    return subject.former !== null && JSON.stringify(subject.former.answer) !== JSON.stringify(answer);
  }
  return !areWorthTheSame(subject.set, subject.leaf.code, [subject.below, answer]);
}

export function isChanged(subject: DecisionSubject, draft: DecisionDraft): boolean {
  return JSON.stringify(startOf(subject)) !== JSON.stringify(draft);
}

/** The request of a faultless draft. */
export function requestOf(draft: DecisionDraft): DecideRequest {
  const words = {
    reason: draft.reason.trim(),
    explanationWanted: draft.explanation === 'wanted',
    question: draft.explanation === 'wanted' ? draft.question.trim() : '',
  };
  if (draft.kind === 'correct' && draft.answer !== null) {
    return { kind: 'correct', answer: draft.answer, ...words };
  }
  const typed = readTypedNumber(draft.awarded);
  return draft.kind === 'award' && typed.kind === 'number' ? { kind: 'award', awarded: typed.value, ...words } : { kind: draft.kind, ...words };
}

/** The figure of a faultless draft; null where none is typed. */
export function figureOf(draft: DecisionDraft): BaseFigureRequest | null {
  return draft.answer === null ? null : { answer: draft.answer, reason: draft.reason.trim() };
}

/** The form's id in the page: its button stands outside of it. */
export const formIdOf = ({ leaf }: DecisionSubject): string => `decision-${leaf.code}`;

/** How many decimals an award may have. */
export const awardDecimals = ({ set }: CompiledSet): number => set.rounding?.points ?? 4;

/** Stands for a reason that is still to be written, so that the points can be shown meanwhile. */
const UNSAID = '…';

const takenBy = ({ set, leaf }: DecisionSubject, answer: Answer): Answer | undefined =>
  checkAnswer(set, leaf.code, answer).length === 0 ? answer : undefined;

function awardedBy(subject: DecisionSubject, draft: DecisionDraft): Answer | undefined {
  const typed = readTypedNumber(draft.awarded);
  return typed.kind === 'number' && awardProblem(subject, draft) === null ? { awarded: typed.value, reason: draft.reason.trim() || UNSAID } : undefined;
}

function awardProblem({ set, leaf }: DecisionSubject, { awarded }: DecisionDraft): string | null {
  const typed = readTypedNumber(awarded);
  if (typed.kind === 'empty') {
    return $localize`Hãy nhập số điểm giao cho tiêu chí.`;
  }
  if (typed.kind === 'unreadable') {
    return $localize`Đây chưa phải là số. Hãy nhập dạng 1,25.`;
  }
  if (decimalsOf(typed.value) > awardDecimals(set)) {
    return $localize`Điểm có tối đa ${awardDecimals(set)}:decimals: chữ số thập phân. Hãy làm tròn trước khi lưu.`;
  }
  const [finding] = checkAnswer(set, leaf.code, { awarded: typed.value, reason: UNSAID });
  return finding ? findingInWords(finding) : null;
}

function missingReason(subject: DecisionSubject, draft: DecisionDraft): string | null {
  if (!needsReason(subject, draft)) {
    return null;
  }
  return subject.purpose === 'figure' ? $localize`Số liệu đã có nay thay đổi: hãy ghi lý do.` : $localize`Điểm thay đổi hoặc được giao: hãy ghi lý do.`;
}

/** Of the shortest text of a number; one so small that it needs an exponent has more than any set allows. */
function decimalsOf(value: number): number {
  const text = String(value);
  return text.includes('e') ? Infinity : (text.split('.')[1] ?? '').length;
}
