import type { SetFindingCode, SetFindings } from '../check/codes';
import type { LeafSource } from '../model/criteria-set';
import { fieldInWords } from './field-words';
import { plainEdgesInWords } from './measure-words';
import { formatNumber, pointsInWords } from './number-words';
import { sourceInWords } from './source-words';

/** A sentence for a finding: what is wrong, what to do. `place` is what stands at its pointer, in words. */
export type FindingSentence<Params> = (params: Params, place: string) => string;

interface LimitParams {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly above?: number | undefined;
}

/** @example limitsInWords({ min: 0, max: 100 }); // 'từ 0 đến 100' */
export function limitsInWords({ min, max, above }: LimitParams): string {
  if (above !== undefined) return `lớn hơn ${formatNumber(above)}`;
  return plainEdgesInWords({ ...(min === undefined ? {} : { from: min }), ...(max === undefined ? {} : { upTo: max }) });
}

const combineInWords = (combine: string): string => (combine === 'all' ? 'đạt tất cả' : 'lấy cao nhất');
const sourcesInWords = (sources: string): string =>
  sources
    .split(', ')
    .map((source) => sourceInWords(source as LeafSource))
    .join('; ');
const quotedOr = (label: string | undefined): string => (label === undefined ? 'Mức này' : `«${label}»`);
const node = (code: string | undefined): string => (code === undefined ? 'Tiêu chí' : `Tiêu chí ${code}`);

/** One sentence for each code of `checkCriteriaSet`. */
export const setFindingWords: { readonly [C in SetFindingCode]: FindingSentence<SetFindings[C]> } = {
  'set.not-an-object': (_, place) => `${place} phải là một nhóm thông tin đặt trong dấu { }; hãy nhập lại`,
  'set.unknown-field': ({ field }) => `Không có thông tin nào tên «${field}» ở đây; hãy xóa hoặc sửa lại tên`,
  'set.missing-field': ({ field }) => `Thiếu ${fieldInWords(field)}; hãy bổ sung`,
  'set.not-text': (_, place) => `${place} phải là chữ; hãy nhập lại`,
  'set.blank-text': (_, place) => `${place} đang để trống; hãy điền`,
  'set.not-a-number': (_, place) => `${place} phải là số; hãy nhập lại`,
  'set.not-a-list': (_, place) => `${place} phải là một danh sách; hãy nhập lại`,
  'set.not-true-or-false': (_, place) => `${place} chỉ nhận true (có) hoặc false (không); hãy nhập lại`,
  'set.unknown-value': ({ value, allowed }, place) => `${place} không nhận giá trị «${value}»; hãy chọn một trong: ${allowed}`,
  'set.empty-list': (_, place) => `${place} chưa có mục nào; hãy thêm ít nhất một mục`,
  'set.too-deep': ({ deepest }) => `Nội dung lồng nhau quá ${formatNumber(deepest)} lớp; hãy giảm số cấp`,
  'number.too-many-decimals': ({ value, most }, place) =>
    `${place} là ${formatNumber(value)}, có quá ${formatNumber(most)} chữ số thập phân; hãy nhập lại số đã làm tròn`,
  'number.not-whole': ({ value }, place) => `${place} là ${formatNumber(value)}; hãy nhập số nguyên`,
  'number.out-of-range': ({ value, ...limits }, place) => `${place} là ${formatNumber(value)}; hãy nhập số ${limitsInWords(limits)}`,
  'id.invalid': ({ id }) => `Mã «${id}» không dùng được; hãy bỏ khoảng trắng ở hai đầu hoặc đặt mã khác, ngắn hơn`,
  'id.doubled': ({ id }) => `Mã «${id}» đã dùng cho mục khác trong danh sách; hãy đặt mã khác`,
  'code.invalid': ({ code }) => `Mã tiêu chí «${code}» không đúng dạng hoặc quá dài; hãy viết như 3, 3.1 hoặc 3.1.2`,
  'code.doubled': ({ code, title }) =>
    `Mã ${code} đã dùng cho ${title === '' ? 'một tiêu chí khác' : `tiêu chí «${title}»`}; hãy đặt mã khác`,
  'code.not-under-parent': ({ code, parent }) => `Mã ${code} không nằm dưới mã ${parent}; hãy đặt mã dạng ${parent}.1`,
  'code.several-parts': ({ code }) => `Tiêu chí cấp trên cùng có mã ${code} gồm nhiều phần; hãy kiểm tra có thiếu cấp trên không`,
  'node.rule-and-children': () => 'Tiêu chí vừa có cách tính điểm vừa có tiêu chí thành phần; hãy bỏ một trong hai',
  'node.empty': () => 'Tiêu chí chưa có cách tính điểm và cũng chưa có tiêu chí thành phần; hãy bổ sung một trong hai',
  'node.zero-max': ({ code }) => `${node(code)} có điểm tối đa bằng 0; hãy kiểm tra lại`,
  'section.below-top': () => 'Chỉ tiêu chí cấp trên cùng mới chọn phần điểm (chấm, thưởng, trừ); hãy bỏ phần điểm ở đây',
  'sum.mismatch': ({ max, sum, code }) =>
    `${node(code)} có điểm tối đa ${formatNumber(max)} nhưng các tiêu chí thành phần cộng được ${formatNumber(sum)}; hãy sửa cho khớp`,
  'sum.cap-too-high': ({ max, sum, code }) =>
    `${node(code)} có mức trần ${formatNumber(max)}, cao hơn tổng ${formatNumber(sum)} của các tiêu chí thành phần; hãy hạ mức trần`,
  'total.not-hundred': ({ total }) => `Tổng điểm tối đa của phần chấm điểm là ${formatNumber(total)}, không phải 100; hãy kiểm tra lại`,
  'best.child-above-max': ({ max, parentMax, code }) =>
    `${node(code)} có điểm tối đa ${formatNumber(max)}, cao hơn mức ${formatNumber(parentMax)} của tiêu chí cấp trên; hãy hạ xuống`,
  'sources.mixed': ({ combine, sources }) =>
    `Các tiêu chí gộp theo cách ${combineInWords(combine)} phải cùng một nguồn; ở đây có: ${sourcesInWords(sources)}; hãy chọn một`,
  'points.too-precise': ({ value, decimals }, place) =>
    `${place} là ${formatNumber(value)}, bộ tiêu chí chỉ dùng ${formatNumber(decimals)} chữ số thập phân; hãy sửa số hoặc quy tắc làm tròn`,
  'points.above-max': ({ value, max, label }) =>
    `${quotedOr(label)} được ${pointsInWords(value)}, cao hơn điểm tối đa ${formatNumber(max)} của tiêu chí; hãy hạ xuống`,
  'choice.max-unreachable': ({ highest, max }) =>
    `Phương án cao nhất chỉ được ${pointsInWords(highest)}, không phương án nào đạt điểm tối đa ${formatNumber(max)}; hãy kiểm tra lại`,
  'tally.cap-above-max': ({ cap, max, label }) =>
    `Mức trần ${formatNumber(cap)} của «${label}» cao hơn điểm tối đa ${formatNumber(max)} nên không có tác dụng; hãy kiểm tra lại`,
  'measure.empty-range': ({ min, max }) =>
    `Mức tối đa ${formatNumber(max)} thấp hơn mức tối thiểu ${formatNumber(min)}; hãy sửa một trong hai`,
  'bands.two-lower-edges': () => 'Khoảng có hai cận dưới (từ và trên); hãy giữ một',
  'bands.two-upper-edges': () => 'Khoảng có hai cận trên (đến và dưới); hãy giữ một',
  'bands.no-points': () => 'Khoảng chưa có điểm; hãy ghi số điểm, tính theo tỷ lệ hoặc nội suy',
  'bands.several-points': () => 'Khoảng có nhiều cách cho điểm; hãy giữ một: số điểm, tính theo tỷ lệ hoặc nội suy',
  'bands.linear-open': () => 'Khoảng nội suy phải có cả cận dưới và cận trên; hãy bổ sung',
  'bands.linear-point': ({ value }) =>
    `Khoảng nội suy chỉ có một giá trị ${formatNumber(value)}; hãy ghi hai cận khác nhau hoặc ghi số điểm`,
  'bands.empty': (params) => `Không giá trị nào nằm trong khoảng ${plainEdgesInWords(params)}; hãy sửa các cận`,
  'bands.outside': ({ min, max, ...band }) =>
    `Khoảng ${plainEdgesInWords(band)} nằm ngoài phạm vi ${limitsInWords({ min, max })} của số liệu nên không dùng đến; hãy kiểm tra lại`,
  'bands.gap': (params) => `Chưa có khoảng nào cho giá trị ${plainEdgesInWords(params)}; hãy bổ sung để không bỏ sót`,
  'bands.overlap': ({ other, ...params }) =>
    `Giá trị ${plainEdgesInWords(params)} cũng thuộc khoảng thứ ${formatNumber(other)}; hãy sửa cận để không trùng nhau`,
  'relative.in-best-of': () => 'Cách tính so với cơ quan cao nhất không dùng được trong từng trường hợp; hãy tách thành tiêu chí riêng',
  'example.differs': ({ expected, points }) =>
    `Ví dụ ghi ${pointsInWords(expected)} nhưng cách tính cho ${pointsInWords(points)}; hãy sửa ví dụ hoặc cách tính điểm`,
  'example.needs-group': () => 'Cách tính so với cơ quan cao nhất chỉ có điểm khi biết cả nhóm; hãy bỏ ví dụ',
  'grades.out-of-order': ({ name, from, previous, previousFrom }) =>
    `«${name}» từ ${formatNumber(from)} phải thấp hơn «${previous}» từ ${formatNumber(previousFrom)} đứng trước; hãy xếp từ cao xuống thấp`,
  'grades.doubled': ({ name }) => `Có hai mức xếp loại cùng tên «${name}»; hãy đổi tên một mức`,
  'ranking.unknown-code': ({ code }) => `Không có tiêu chí mã ${code} để xét khi bằng điểm; hãy sửa mã`,
  'ranking.doubled-code': ({ code }) => `Tiêu chí ${code} đã có trong danh sách xét khi bằng điểm; hãy bỏ bớt`,
};
