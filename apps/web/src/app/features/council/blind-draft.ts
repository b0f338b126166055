import type { CouncilItemView, DecisionKind, GiveBlindRequest } from '@par-index/contract';
import { type Answer, checkAnswer, type CompiledLeaf, type CompiledSet, compileCriteriaSet, type Finding, findingInWords, scoreLeaf } from '@par-index/scoring';
import { readTypedNumber } from '../../ui/format/typed-number';

/** What is typed of a blind appraisal. Points are kept as text, so that nothing typed is lost. */
export interface BlindDraft {
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
  readonly readable: 'yes' | 'no';
  readonly awarded: string;
  readonly reason: string;
}

export interface BlindProblems {
  readonly findings: readonly Finding[];
  readonly answer: string | null;
  readonly awarded: string | null;
  readonly reason: string | null;
}

/** The one criterion as a set of its own, so that the page scores it with the library. */
export interface BlindSubject {
  readonly set: CompiledSet;
  readonly leaf: CompiledLeaf;
  readonly declared: Answer | null;
}

export function subjectOf({ criterion, decimals, declared }: Pick<CouncilItemView, 'criterion' | 'decimals' | 'declared'>): BlindSubject {
  const set = compileCriteriaSet({
    ...{ format: 'par-criteria-set/1', code: 'mot-tieu-chi', title: criterion.title, year: 2000, appliesTo: 'mot-nhom', rounding: { points: decimals } },
    criteria: [criterion],
  });
  const leaf = set.leaf(criterion.code);
  if (!leaf) {
    throw new Error(`Criterion ${criterion.code} is not in a set of its own`);
  }
  return { set, leaf, declared };
}

export const startOf = ({ declared }: BlindSubject): BlindDraft => ({ kind: declared === null ? 'award' : 'accept', answer: declared, readable: 'yes', awarded: '', reason: '' });

/** What can be chosen: a criterion that the agency does not declare has nothing to accept. */
export const kindsOf = ({ declared }: BlindSubject): readonly DecisionKind[] => (declared === null ? ['correct', 'award'] : ['accept', 'correct', 'award']);

/** Stands for a reason that is still to be written, so that the points can be shown meanwhile. */
const UNSAID = '…';

/** What the draft gives in points; null while it is none yet, or the points follow only once the group is scored together. */
export function pointsOf({ set, leaf, declared }: BlindSubject, draft: BlindDraft): number | null {
  const typed = readTypedNumber(draft.awarded);
  const answer = { accept: declared, correct: draft.answer, award: typed.kind === 'number' ? { awarded: typed.value, reason: UNSAID } : null }[draft.kind];
  if (answer === null || (draft.kind === 'correct' && draft.readable === 'no') || checkAnswer(set, leaf.code, answer).length > 0) {
    return null;
  }
  return scoreLeaf(set, leaf.code, answer).points;
}

/** Everything that keeps the draft from being sent. */
export function problemsOf(subject: BlindSubject, draft: BlindDraft): BlindProblems {
  const findings = draft.kind === 'correct' && draft.answer !== null ? checkAnswer(subject.set, subject.leaf.code, draft.answer) : [];
  return {
    findings,
    answer: draft.kind === 'correct' && findings.length === 0 ? answerProblem(subject, draft) : null,
    awarded: draft.kind === 'award' ? awardProblem(subject, draft) : null,
    reason: draft.reason.trim() === '' ? $localize`Hãy ghi lý do. Thành viên kia và Hội đồng đọc lý do khi cả hai đã gửi.` : null,
  };
}

export const isFaultless = (draft: BlindDraft, { findings, answer, awarded, reason }: BlindProblems): boolean =>
  !(draft.kind === 'correct' && draft.readable === 'no') && findings.length === 0 && answer === null && awarded === null && reason === null;

/** The request of a faultless draft. */
export function requestOf({ kind, answer, awarded, reason }: BlindDraft): GiveBlindRequest {
  const typed = readTypedNumber(awarded);
  return {
    kind,
    reason: reason.trim(),
    ...(kind === 'correct' && answer !== null ? { answer } : {}),
    ...(kind === 'award' && typed.kind === 'number' ? { awarded: typed.value } : {}),
  };
}

function answerProblem(subject: BlindSubject, draft: BlindDraft): string | null {
  if (draft.readable === 'no') {
    return null;
  }
  if (draft.answer === null) {
    return $localize`Hãy nhập số liệu theo cách tính của tiêu chí.`;
  }
  return pointsOf(subject, draft) === null ? $localize`Số liệu này chưa tính được điểm trước khi tổng hợp. Hãy giao điểm.` : null;
}

function awardProblem({ set, leaf }: BlindSubject, { awarded }: BlindDraft): string | null {
  const typed = readTypedNumber(awarded);
  if (typed.kind !== 'number') {
    return $localize`Hãy nhập số điểm, ví dụ 0,75.`;
  }
  const [finding] = checkAnswer(set, leaf.code, { awarded: typed.value, reason: UNSAID });
  return finding ? findingInWords(finding) : null;
}
