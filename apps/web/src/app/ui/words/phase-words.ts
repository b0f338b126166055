import type { Phase } from '@par-index/contract';

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  'preparing': $localize`Chuẩn bị`,
  'self-assessment': $localize`Tự đánh giá`,
  'appraisal': $localize`Thẩm định`,
  'explanation': $localize`Giải trình`,
  'reappraisal': $localize`Thẩm định lần 2`,
  'council': $localize`Hội đồng`,
  'preliminary': $localize`Kết quả sơ bộ`,
  'published': $localize`Đã công bố`,
};
