import type { DecisionKind } from '@par-index/contract';
import { type Answer, type CompiledLeaf, type CompiledSet, comparePoints, scoreLeaf } from '@par-index/scoring';
import { answerTo, type Declarer } from './declared';
import { Random } from './random';

/** One decision of an appraiser, as the demonstration's appraisers would have taken it. */
export interface Decided {
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
  readonly points: number | null;
  readonly reason: string;
  readonly explanationWanted: boolean;
  readonly question: string;
}

const REASONS = [
  'Tài liệu kiểm chứng chưa chứng minh được toàn bộ số liệu kê khai.',
  'Số liệu trên hệ thống của tỉnh thấp hơn số kê khai.',
  'Văn bản ban hành sau thời hạn quy định.',
  'Chỉ tính phần nhiệm vụ có sản phẩm hoàn thành trong năm.',
] as const;

/** Most declared answers are accepted, some get fewer points. What only an appraiser answers is entered here. */
export function decisionOn(set: CompiledSet, leaf: CompiledLeaf, declared: Answer | null, declarer: Declarer): Decided {
  if (leaf.source === 'appraiser') {
    return enter(set, leaf, answerTo(leaf, declarer));
  }
  const random = new Random(`decide ${declarer.agencyCode} ${leaf.code} ${declarer.year}`);
  const points = declared === null ? 0 : scoreLeaf(set, leaf.code, declared).points;
  if (declared === null || points === null || points === 0 || random.chance(0.86)) {
    return { kind: 'accept', answer: declared, points, reason: '', explanationWanted: false, question: '' };
  }
  return award(set, leaf, points, random);
}

function enter(set: CompiledSet, leaf: CompiledLeaf, answer: Answer): Decided {
  const { points } = scoreLeaf(set, leaf.code, answer);
  return { kind: 'correct', answer, points, reason: 'Theo kết quả theo dõi của cơ quan thẩm định.', explanationWanted: false, question: '' };
}

function award(set: CompiledSet, leaf: CompiledLeaf, points: number, random: Random): Decided {
  const reason = random.pick(REASONS);
  const answer = { awarded: Math.floor(points * 2) / 4, reason };
  const wanted = random.chance(0.3);
  const awarded = scoreLeaf(set, leaf.code, answer).points;
  const lowered = awarded !== null && comparePoints(awarded, points) < 0;
  return { kind: 'award', answer, points: awarded, reason, explanationWanted: wanted && lowered, question: wanted && lowered ? 'Đề nghị đơn vị bổ sung văn bản chứng minh phần còn lại.' : '' };
}
