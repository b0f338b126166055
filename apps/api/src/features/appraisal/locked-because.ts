import { type Actor, type AgencyRef, appraisalLayerOf, type Deciders, decisionRefusalOf, hasReached, type PersonRef, reappraisalRefusalOf } from '@par-index/contract';
import type { CompiledLeaf } from '@par-index/scoring';
import { type AppraisalRecord, contextOf } from './appraisal-record';
import { isInTree } from './exempt-codes';

export interface LockSubject {
  readonly record: AppraisalRecord;
  readonly leaf: Pick<CompiledLeaf, 'code' | 'source'>;
  /** The agency that appraises the criterion here. */
  readonly appraiser: AgencyRef | null;
  /** Who of it the criterion is given to, and who decides it. */
  readonly person?: PersonRef | null;
  readonly deciders?: Deciders;
  /** Whether the agency explained it. */
  readonly explained?: boolean;
}

/** Why the reader can't decide a criterion now and who can, as a Vietnamese sentence; null where they can. */
export function lockedBecause(actor: Pick<Actor, 'id' | 'grants'>, subject: LockSubject): string | null {
  const { record, leaf, appraiser, person = null, deciders = null, explained = false } = subject;
  const exemption = record.exemptions.find(({ code }) => isInTree(leaf.code, [code]));
  if (exemption) {
    return `Tiêu chí được miễn cho cơ quan này: ${exemption.reason}`;
  }
  const isDecidedAgain = reappraisalRefusalOf(record, explained ? 'explained' : null) === null && appraisalLayerOf(record) === 'appraisal-2';
  if (!isDecidedAgain && (leaf.source === 'survey' || leaf.source === 'imported')) {
    return WITHOUT_APPRAISAL[leaf.source];
  }
  const refusal = decisionRefusalOf(actor, contextOf(record), appraiser?.id ?? null, deciders);
  if (refusal === null) {
    return reappraisalRefusalOf(record, explained ? 'explained' : null) === null ? null : AGREED;
  }
  if (refusal === 'access.other-person') {
    return givenTo(person);
  }
  return refusal === 'appraisal.phase-closed' ? outsideOfThePhase(record) : appraisedElsewhere(appraiser);
}

const WITHOUT_APPRAISAL = {
  survey: 'Điểm lấy từ khảo sát, không thẩm định ở đây.',
  imported: 'Số liệu lấy từ nguồn ngoài do Sở Nội vụ nhập, không thẩm định ở đây.',
} as const;

const AGREED = 'Cơ quan không giải trình tiêu chí này, coi như đồng ý: kết quả thẩm định lần 1 được giữ nguyên.';

const givenTo = (person: PersonRef | null): string =>
  `Tiêu chí này được giao cho ${person?.fullName ?? 'người khác trong cơ quan của bạn'}. Lãnh đạo cơ quan thẩm định hoặc Sở Nội vụ có thể giao lại.`;

const appraisedElsewhere = (appraiser: AgencyRef | null): string =>
  appraiser ? `${appraiser.name} thẩm định tiêu chí này.` : 'Tiêu chí này chưa được phân công cho cơ quan nào. Hãy liên hệ Sở Nội vụ.';

function outsideOfThePhase({ phase, state }: AppraisalRecord): string {
  if (!hasReached(phase, 'appraisal')) {
    return 'Giai đoạn thẩm định chưa mở. Sở Nội vụ mở giai đoạn này khi hết thời gian tự đánh giá.';
  }
  if (state === 'drafting' || state === 'awaiting-head') {
    return 'Cơ quan chưa nộp hồ sơ (đang được gia hạn hoặc được mở lại), nên chưa thẩm định được.';
  }
  if (state === 'explaining') {
    return 'Cơ quan đang giải trình. Tiêu chí được giải trình sẽ thẩm định lại khi lãnh đạo cơ quan đã nộp giải trình và giai đoạn thẩm định lại đã mở.';
  }
  return phase === 'reappraisal' ? 'Hồ sơ không có nội dung giải trình cần thẩm định lại.' : 'Giai đoạn thẩm định đã kết thúc. Kết quả thẩm định không đổi được nữa.';
}
