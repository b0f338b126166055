import { type Actor, answerRefusalOf, type AssessmentState, holds, positionIn } from '@par-index/contract';
import { type AssessmentRecord, contextOf } from './assessment-record';
import { inVietnamTime } from '../../platform/time/vietnam-time';

/** Why the reader can't change answers now and who can lift it, as a Vietnamese sentence; null where they can. */
export function lockedBecause(actor: Pick<Actor, 'grants'>, record: AssessmentRecord): string | null {
  const { agency } = record;
  if (holds(actor, ['agency-officer'], agency.id)) {
    return lockedForOfficers(record);
  }
  if (holds(actor, ['agency-head'], agency.id)) {
    return lockedForOfficers(record) ?? 'Lãnh đạo đọc và ký gửi; số liệu do cán bộ đầu mối của cơ quan nhập.';
  }
  return `Chỉ cán bộ đầu mối của ${agency.name} nhập và sửa được số liệu của hồ sơ này.`;
}

function lockedForOfficers(record: AssessmentRecord): string | null {
  const officer = { grants: [{ role: 'agency-officer' as const, agencyId: record.agency.id }] };
  const refusal = answerRefusalOf(officer, contextOf(record));
  if (refusal === null) {
    return null;
  }
  return refusal === 'assessment.state-illegal' ? inThisState(record) : outsideOfTheWindow(record);
}

function inThisState(record: AssessmentRecord): string {
  if (record.state === 'awaiting-head') {
    return 'Hồ sơ đang chờ lãnh đạo cơ quan ký gửi. Cán bộ có thể rút lại, lãnh đạo có thể trả lại, để sửa tiếp.';
  }
  return record.state === 'submitted' ? whenSubmitted(record) : AFTERWARDS[record.state];
}

function whenSubmitted({ submittedAt, leadAgency }: AssessmentRecord): string {
  const how = submittedAt ? `Hồ sơ đã nộp lúc ${inVietnamTime(submittedAt.toISOString())}.` : 'Hồ sơ không được nộp đúng hạn nên đã được lấy theo hiện trạng.';
  return `${how} ${leadAgency} có thể mở lại khi thời gian tự đánh giá của cơ quan còn hoặc được gia hạn.`;
}

const TOO_LATE = 'Số liệu tự kê khai không đổi được nữa; ý kiến của cơ quan được nêu khi giải trình.';

const AFTERWARDS: Readonly<Record<Exclude<AssessmentState, 'awaiting-head' | 'submitted'>, string>> = {
  'drafting': 'Hồ sơ đang được cán bộ đầu mối nhập.',
  'appraised': `Hồ sơ đã thẩm định xong. ${TOO_LATE}`,
  'explaining': 'Hồ sơ đang ở bước giải trình. Số liệu tự kê khai không đổi được nữa; ý kiến của cơ quan được nêu trong phần giải trình.',
  'explained': 'Cơ quan đã giải trình và hồ sơ đang được thẩm định lại. Số liệu tự kê khai không đổi được nữa.',
  'reappraised': 'Hồ sơ đã thẩm định lại và chờ Hội đồng thẩm định. Số liệu tự kê khai không đổi được nữa.',
  'decided': 'Hội đồng thẩm định đã kết luận. Số liệu tự kê khai không đổi được nữa.',
  'final': 'Kết quả của kỳ này đã công bố. Số liệu được giữ nguyên.',
};

function outsideOfTheWindow(record: AssessmentRecord): string {
  const { leadAgency, window } = record;
  if (record.phase === 'preparing') {
    return `Kỳ đánh giá đang được chuẩn bị. ${leadAgency} mở giai đoạn tự đánh giá.`;
  }
  if (positionIn(window, record.now.toISOString()) === 'before') {
    return `Thời gian tự đánh giá bắt đầu lúc ${inVietnamTime(window.opensAt)}. ${leadAgency} có thể mở sớm hơn.`;
  }
  if (positionIn(window, record.now.toISOString()) === 'closed') {
    return `Đã khóa lúc ${inVietnamTime(window.closeAt)}. ${leadAgency} có thể gia hạn cho cơ quan, kèm lý do.`;
  }
  return `Giai đoạn tự đánh giá đã kết thúc. ${leadAgency} có thể gia hạn cho cơ quan, kèm lý do.`;
}
