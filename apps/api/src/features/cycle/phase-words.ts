import type { Phase } from '@par-index/contract';

/** The phases in the middle of a Vietnamese sentence. */
export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  'preparing': 'chuẩn bị',
  'self-assessment': 'tự đánh giá',
  'appraisal': 'thẩm định',
  'explanation': 'giải trình',
  'reappraisal': 'thẩm định lần 2',
  'council': 'hội đồng thẩm định',
  'preliminary': 'kết quả sơ bộ',
  'published': 'công bố',
};
