import type { Phase } from '../cycle/cycle.workflow';
import type { NotificationParts } from './notification.api';
import { begun, ended, joined, momentInWords, type NotificationSentences } from './notification-sentence';
import type { NotificationTask } from './notification.workflow';

const PHASES: Readonly<Record<Phase, string>> = {
  'preparing': 'chuẩn bị',
  'self-assessment': 'tự đánh giá',
  'appraisal': 'thẩm định',
  'explanation': 'giải trình',
  'reappraisal': 'thẩm định lần 2',
  'council': 'Hội đồng thẩm định',
  'preliminary': 'kết quả sơ bộ',
  'published': 'công bố',
};

const TASKS: Readonly<Record<NotificationTask, string>> = {
  'self-assessment': 'nộp hồ sơ tự đánh giá',
  'sign-off': 'ký, nộp hồ sơ tự đánh giá',
  'appraisal': 'thẩm định',
  'explanation': 'giải trình',
  'reappraisal': 'thẩm định lần 2',
  'council': 'cho ý kiến tại Hội đồng thẩm định',
  'petition': 'ký, gửi kiến nghị',
};

export const VIETNAMESE: NotificationSentences = {
  'phase-opened': ({ cycleTitle, phase, deadlineAt }) => ({
    title: `${cycleTitle ?? 'Kỳ đánh giá'}: giai đoạn ${phaseIn(phase)} đã mở`,
    detail: deadlineAt ? `Hạn: ${momentInWords(deadlineAt)}.` : '',
  }),
  'assessment-sent': (parts) => ({ title: `Hồ sơ của ${agencyIn(parts)} chờ lãnh đạo ký`, detail: 'Hãy xem lại, rồi ký gửi hoặc trả lại cho cán bộ.' }),
  'assessment-withdrawn': (parts) => ({ title: `Cán bộ đã rút lại hồ sơ của ${agencyIn(parts)}`, detail: because(parts, 'Hồ sơ đang được sửa và sẽ được trình lại.') }),
  'assessment-returned': (parts) => ({ title: `Lãnh đạo đã trả lại hồ sơ của ${agencyIn(parts)}`, detail: because(parts, 'Hãy sửa rồi trình lại.') }),
  'assessment-submitted': (parts) => ({ title: `Hồ sơ của ${agencyIn(parts)} đã được nộp`, detail: 'Lãnh đạo đã ký. Hồ sơ được chuyển sang thẩm định.' }),
  'assessment-reopened': (parts) => ({ title: `Hồ sơ của ${agencyIn(parts)} được mở lại để sửa`, detail: because(parts, 'Hãy sửa rồi nộp lại trước hạn.') }),
  'assessment-taken': (parts) => ({
    title: `Hết hạn: hồ sơ của ${agencyIn(parts)} được lấy theo hiện trạng`,
    detail: 'Hồ sơ được ghi là «không nộp». Nếu cần nộp, hãy đề nghị Sở Nội vụ gia hạn và mở lại.',
  }),
  'extended': (parts) => ({
    title: `${agencyIn(parts)} được gia hạn${extendedIn(parts)}${parts.deadlineAt ? ` đến ${momentInWords(parts.deadlineAt)}` : ''}`,
    detail: because(parts, parts.closeAt ? `Khóa lúc ${momentInWords(parts.closeAt)}.` : ''),
  }),
  'explanation-asked': (parts) => ({
    title: `${agencyIn(parts)} có tiêu chí bị giảm điểm, cần đồng ý hoặc giải trình`,
    detail: parts.deadlineAt ? `Hạn giải trình: ${momentInWords(parts.deadlineAt)}. Không trả lời được coi là đồng ý.` : 'Không trả lời được coi là đồng ý.',
  }),
  'explanation-silent': (parts) => ({ title: `Hết hạn giải trình của ${agencyIn(parts)}`, detail: 'Những tiêu chí chưa trả lời được coi là đồng ý.' }),
  'council-vote': (parts) => ({ title: parts.blind ? 'Bạn được giao thẩm định độc lập một nội dung của Hội đồng' : `Có nội dung chờ Hội đồng biểu quyết${parts.agencyName ? `: ${parts.agencyName}` : ''}`, detail: criterionIn(parts) }),
  'petition-filed': (parts) => ({ title: `${agencyIn(parts)} gửi kiến nghị`, detail: criterionIn(parts) }),
  'petition-answered': (parts) => ({ title: `Kiến nghị của ${agencyIn(parts)} đã được trả lời`, detail: criterionIn(parts) }),
  'deadline-near': (parts) => ({
    title: `${daysIn(parts.days)} đến hạn ${taskIn(parts)}`,
    detail: joined([subjectIn(parts), parts.deadlineAt ? `Hạn: ${momentInWords(parts.deadlineAt)}.` : '']),
  }),
  'deadline-over': (parts) => ({
    title: `Đã quá hạn ${taskIn(parts)}`,
    detail: joined([subjectIn(parts), parts.closeAt ? `Vẫn làm được đến ${momentInWords(parts.closeAt)} và được ghi là muộn.` : '']),
  }),
  'clock-waits': (parts) => ({
    title: `Giai đoạn ${phaseIn(parts.phase)} đã đến ngày nhưng chưa tự mở được`,
    detail: [...(parts.lines ?? []), 'Hãy xử lý, hoặc tự mở giai đoạn và ghi lý do.'].join(' '),
  }),
  'criteria-corrected': (parts) => ({
    title: `Bộ tiêu chí của kỳ đánh giá được thay bằng phiên bản mới: ${agencyIn(parts)}`,
    detail: because(parts, parts.lines?.length ? ended(`Cần nhập lại tiêu chí: ${parts.lines.join(', ')}`) : 'Nội dung đã nhập được giữ nguyên.'),
  }),
  'published': ({ cycleTitle }) => ({ title: `${cycleTitle ?? 'Kỳ đánh giá'}: kết quả đã được công bố`, detail: 'Xem bảng xếp hạng và phiếu điểm của từng cơ quan.' }),
};

const agencyIn = ({ agencyName }: NotificationParts): string => agencyName ?? 'cơ quan';

const extendedIn = ({ phase }: NotificationParts): string => (phase ? ` ${phase === 'preliminary' ? 'gửi kiến nghị' : PHASES[phase]}` : '');

const phaseIn = (phase: Phase | undefined): string => `«${phase ? PHASES[phase] : 'tiếp theo'}»`;

const taskIn = ({ task }: NotificationParts): string => (task ? TASKS[task] : 'làm việc này');

const because = ({ reason }: NotificationParts, then: string): string => joined([reason ? ended(`Lý do: ${reason}`) : '', then]);

const criterionIn = ({ code, left }: NotificationParts): string => {
  if (code) {
    return `Tiêu chí ${code}.`;
  }
  return left ? `${left} nội dung.` : '';
};

function subjectIn({ agencyName, left, task }: NotificationParts): string {
  const counted = left ? `còn ${left} ${task === 'council' ? 'nội dung' : task === 'petition' ? 'kiến nghị' : 'tiêu chí'}` : '';
  const words = [agencyName ?? '', counted].filter(Boolean).join(': ');
  return words === '' ? '' : `${begun(words)}.`;
}

function daysIn(days: number | undefined): string {
  if (days === undefined) {
    return 'Sắp';
  }
  return days === 0 ? 'Hôm nay' : `Còn ${days} ngày`;
}
