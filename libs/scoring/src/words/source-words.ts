import type { LeafSource } from '../model/criteria-set';

const SOURCES = {
  self: 'tự đánh giá',
  survey: 'lấy từ khảo sát',
  appraiser: 'cơ quan thẩm định chấm',
  imported: 'số liệu nhập từ bên ngoài',
} satisfies Record<LeafSource, string>;

/**
 * Where the answer to a leaf comes from.
 *
 * @example
 * sourceInWords('survey'); // 'lấy từ khảo sát'
 */
export const sourceInWords = (source: LeafSource): string => SOURCES[source];
