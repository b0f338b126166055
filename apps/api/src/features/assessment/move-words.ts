import type { AssessmentAction } from '@par-index/contract';

const WORDS: Readonly<Record<AssessmentAction, string>> = {
  'send': 'Cán bộ trình lãnh đạo ký gửi',
  'submit': 'Lãnh đạo ký và nộp hồ sơ tự đánh giá',
  'return': 'Lãnh đạo trả lại cho cán bộ sửa',
  'withdraw': 'Cán bộ rút lại hồ sơ đã trình lãnh đạo',
  'reopen': 'Mở lại hồ sơ đã nộp để cơ quan sửa',
  'take-as-it-stands': 'Không nộp: hồ sơ được lấy theo hiện trạng khi hết hạn',
  'complete-appraisal': 'Thẩm định xong mọi tiêu chí',
  'close-appraisal': 'Đóng phần thẩm định; tiêu chí chưa thẩm định được lấy theo kê khai',
  'open-differences': 'Mở giải trình cho các tiêu chí bị giảm điểm',
  'nothing-to-explain': 'Không có tiêu chí bị giảm điểm nên không cần giải trình',
  'submit-explanation': 'Lãnh đạo ký và nộp giải trình',
  'silence': 'Hết hạn giải trình: không có ý kiến được hiểu là đồng ý',
  'complete-reappraisal': 'Thẩm định lại xong',
  'close-council': 'Hội đồng thẩm định đã kết luận',
  'publish': 'Công bố kết quả',
};

/** What a move was, as a Vietnamese sentence of the history; one that was made after the deadline says so. */
export function moveInWords({ action, late }: { readonly action: AssessmentAction; readonly late: boolean }): string {
  return `${WORDS[action]}${late ? ' (sau thời hạn)' : ''}.`;
}
