import { type Actor, belongsTo, explanationRefusalOf, explanationWindow, hasReached, holds, positionIn } from '@par-index/contract';
import { inVietnamTime } from '../../platform/time/vietnam-time';
import type { Seen } from '../assessment/assessment-reading.service';

/** Why the reader can't explain now and who can lift it, as a Vietnamese sentence; null where they can. */
export function lockedBecause(actor: Pick<Actor, 'grants'>, seen: Pick<Seen, 'record' | 'context'>): string | null {
  const { agency } = seen.record;
  if (!belongsTo(actor, agency.id)) {
    return `Giải trình do ${agency.name} viết.`;
  }
  const officer = { grants: [{ role: 'agency-officer' as const, agencyId: agency.id }] };
  if (explanationRefusalOf(officer, seen.context) !== null) {
    return roundLockedBecause(seen);
  }
  return holds(actor, ['agency-officer'], agency.id) ? null : 'Lãnh đạo đọc và ký nộp; nội dung giải trình do cán bộ đầu mối của cơ quan viết.';
}

/** Why the reader can't share a remark with the other side now. */
export function sharingLockedBecause(actor: Pick<Actor, 'grants'>, seen: Pick<Seen, 'record' | 'context'>): string {
  if (!belongsTo(actor, seen.record.agency.id) && !holds(actor, ['appraiser', 'home-affairs'])) {
    return 'Thành viên Hội đồng ghi ý kiến nội bộ; cơ quan thẩm định và Sở Nội vụ trao đổi với cơ quan.';
  }
  return roundLockedBecause(seen);
}

function roundLockedBecause({ record, context }: Pick<Seen, 'record' | 'context'>): string {
  const { leadAgency, explanation } = record;
  if (!hasReached(context.phase, 'explanation')) {
    return `Giai đoạn giải trình chưa mở. ${leadAgency} mở giai đoạn này khi thẩm định lần 1 kết thúc.`;
  }
  if (context.state !== 'explaining') {
    return AFTERWARDS[context.state] ?? 'Hồ sơ không ở bước giải trình.';
  }
  if (!explanation) {
    return `Kỳ đánh giá chưa có thời hạn giải trình. ${leadAgency} đặt thời hạn trong kỳ đánh giá.`;
  }
  if (positionIn(explanation.window, context.now) === 'before') {
    return `Thời gian giải trình bắt đầu lúc ${inVietnamTime(explanation.window.opensAt)}. ${leadAgency} có thể mở sớm hơn.`;
  }
  const closed = explanationWindow(context) === 'closed' ? `Đã khóa lúc ${inVietnamTime(explanation.window.closeAt)}.` : 'Giai đoạn giải trình đã kết thúc.';
  return `${closed} ${leadAgency} có thể gia hạn cho cơ quan, kèm lý do.`;
}

const ENDED = 'Vòng giải trình của hồ sơ đã kết thúc. Nội dung đã nộp được giữ nguyên.';

const AFTERWARDS: Readonly<Partial<Record<Seen['context']['state'], string>>> = {
  explained: ENDED,
  reappraised: ENDED,
  decided: 'Hội đồng thẩm định đã kết luận. Nội dung giải trình được giữ nguyên.',
  final: 'Kết quả của kỳ này đã công bố. Nội dung giải trình được giữ nguyên.',
};
