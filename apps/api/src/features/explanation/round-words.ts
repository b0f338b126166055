import { formatNumber } from '@par-index/scoring';

/** What becomes of those who say nothing. */
export const silentInWords = (count: number): readonly string[] =>
  count > 0 ? [`${formatNumber(count)} hồ sơ không gửi giải trình được hiểu là đồng ý với kết quả thẩm định.`] : [];

/** Whom an extension carries on. */
export const extendedInWords = (count: number): readonly string[] => (count > 0 ? [`${formatNumber(count)} hồ sơ được gia hạn vẫn tiếp tục giải trình.`] : []);
