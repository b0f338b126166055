import type { PublicForm } from '@par-index/contract';
import { dayInWords } from '../../ui/format/date-words';

/** Why a form cannot be filled in now; null where it can. */
export function closedWords({ state, opensAt, closesAt }: PublicForm): { readonly title: string; readonly detail: string } | null {
  if (state === 'not-open') {
    return { title: $localize`Đợt khảo sát chưa mở`, detail: $localize`Xin mời quay lại từ ngày ${dayInWords(opensAt)}:day:.` };
  }
  return state === 'closed' ? { title: $localize`Đợt khảo sát đã kết thúc`, detail: $localize`Đợt này nhận phiếu đến ngày ${dayInWords(closesAt)}:day:. Cảm ơn Ông/Bà đã quan tâm.` } : null;
}

export const THANKS = {
  title: $localize`Cảm ơn Ông/Bà`,
  stored: $localize`Phiếu đã được nhận. Ông/Bà có thể đóng trang này.`,
  waiting: $localize`Phiếu được giữ trên máy này và tự gửi khi có mạng. Hãy để trang mở, hoặc mở lại sau.`,
} as const;
