import type { EvidenceDocumentView, EvidenceLinkView, FreshnessWarning } from '@par-index/contract';
import type { SendingState } from '../../platform/uploads/file-sending';
import type { DocumentSource } from '../../ui/document-viewer/document-source';
import { sourceOfVersion } from '../../ui/document-viewer/document-words';
import { dayInWords } from '../../ui/format/date-words';
import { numberInWords } from '../../ui/format/number-words';

/** «mục II, trang 4»; empty where nobody said. */
export function placeInWords({ section, page }: Pick<EvidenceLinkView, 'section' | 'page'>): string {
  return [section, page === null ? '' : $localize`trang ${page}:page:`].filter(Boolean).join(', ');
}

/** Where to look at a document; null for one without a file. */
export function sourceOf(document: EvidenceDocumentView): DocumentSource | null {
  return document.file && sourceOfVersion(document, document.file);
}

/** «43%». */
export const shareInWords = (share: number): string => `${numberInWords(Math.floor(share * 100))}%`;

/** What a file on its way is doing. */
export function sendingInWords(state: 'describing' | 'saving' | SendingState, progress: number): string {
  const share = shareInWords(progress);
  const words = {
    describing: '',
    waiting: $localize`Đang chờ đến lượt`,
    sending: $localize`Đang tải lên, ${share}:share:`,
    paused: $localize`Đã tạm dừng ở ${share}:share:. Phần đã gửi được giữ lại.`,
    lost: $localize`Mất kết nối ở ${share}:share:. Phần đã gửi được giữ lại và sẽ tự gửi tiếp khi có mạng.`,
    arrived: $localize`Đang kiểm tra và lưu`,
    saving: $localize`Đang kiểm tra và lưu`,
    refused: '',
  } as const;
  return words[state];
}

/** Why a document may not fit the year that is assessed. */
export function freshnessInWords(warning: FreshnessWarning): string {
  if (warning.kind === 'former-file') {
    return $localize`Đúng tệp này đã dùng cho kỳ ${warning.usedYear}:used:. Hãy xem có bản của năm ${warning.year}:year: không.`;
  }
  const day = dayInWords(warning.issuedOn);
  return warning.kind === 'dated-before'
    ? $localize`Văn bản ngày ${day}:day:, trước năm đánh giá ${warning.year}:year:.`
    : $localize`Văn bản ngày ${day}:day:, sau năm đánh giá ${warning.year}:year:.`;
}
