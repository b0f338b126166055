import type { AuditCheckState, AuditCheckView } from '@par-index/contract';
import { numberInWords } from '../../ui/format/number-words';

const STATE_WORDS: Readonly<Record<AuditCheckState, string>> = {
  waiting: $localize`Đang chờ máy chủ`,
  running: $localize`Đang kiểm tra`,
  cancelled: $localize`Đã dừng theo yêu cầu`,
  done: $localize`Đã xong`,
  failed: $localize`Chưa kiểm tra được: máy chủ gặp lỗi. Hãy thử lại.`,
};

/** Whether it may still end by itself. */
export const isOpen = ({ state }: Pick<AuditCheckView, 'state'>): boolean => state === 'waiting' || state === 'running';

/** How far it is, or what came of it, in a sentence. */
export function checkInWords({ state, checked, total, found }: Pick<AuditCheckView, 'state' | 'checked' | 'total' | 'found'>): string {
  if (state === 'running') {
    return $localize`Đang kiểm tra: ${numberInWords(checked)}:checked: trên ${numberInWords(total)}:total: dòng`;
  }
  if (state !== 'done') {
    return STATE_WORDS[state];
  }
  return found === 0 ? $localize`Nguyên vẹn: ${numberInWords(checked)}:checked: dòng đúng như khi ghi` : $localize`Có ${numberInWords(found)}:found: chỗ sai lệch trong ${numberInWords(checked)}:checked: dòng`;
}
