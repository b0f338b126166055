import type { AdviceCode, AdviceFindings, DraftFindings } from '../check/advice-codes';
import type { LeafSource } from '../model/criteria-set';
import { formatNumber, pointsInWords } from './number-words';
import type { FindingSentence } from './set-finding-words';
import { sourceInWords } from './source-words';

const source = (one: string): string => sourceInWords(one as LeafSource);

/** One sentence for each code of `adviceOn` and `draftShapeErrors`. */
export const adviceWords: { readonly [C in AdviceCode]: FindingSentence<(AdviceFindings & DraftFindings)[C]> } = {
  'title.doubled': ({ title, code }) => `Tên «${title}» trùng với tiêu chí ${code} cùng cấp, không ai phân biệt được; hãy đặt tên khác`,
  'title.elsewhere': ({ title, code }) => `Tên «${title}» đã dùng cho tiêu chí ${code}; hãy kiểm tra có phải chép lại hay không`,
  'label.doubled': ({ label }) => `«${label}» có hai lần trong danh sách; hãy sửa hoặc bỏ một`,
  'reach.max': ({ highest, max }) =>
    `Không câu trả lời nào đạt điểm tối đa ${formatNumber(max)}: cao nhất chỉ được ${pointsInWords(highest)}; hãy sửa cách tính hoặc điểm tối đa`,
  'reach.nothing': ({ max }) => `Không câu trả lời nào được điểm, dù điểm tối đa là ${formatNumber(max)}; hãy sửa cách tính điểm`,
  'reach.same': ({ points }) => `Mọi phương án đều được ${pointsInWords(points)} nên chọn gì cũng như nhau; hãy sửa điểm của từng phương án`,
  'reach.worthless': ({ label }) => `«${label}» được 0 điểm nên có hay không cũng như nhau; hãy ghi điểm hoặc bỏ đi`,
  'reach.threshold-idle': ({ zeroBelow, least }) =>
    `Mức tối thiểu ${formatNumber(zeroBelow)} không cao hơn giá trị nhỏ nhất ${formatNumber(least)} nên không có tác dụng; hãy sửa hoặc bỏ`,
  'answerable.survey-rule': ({ source: given }) =>
    `Cách tính theo phiếu khảo sát nhưng nguồn số liệu là «${source(given)}», không ai có phiếu để nhập; hãy chọn nguồn khảo sát`,
  'answerable.survey-source': () => 'Nguồn là khảo sát nhưng cách tính không nhận kết quả phiếu; hãy chọn cách tính theo khảo sát hoặc nguồn khác',
  'answerable.no-appraiser': ({ code }) =>
    `Tiêu chí ${code} do cơ quan thẩm định chấm nhưng chưa ghi cơ quan nào, nên Sở Nội vụ sẽ chấm; hãy chọn cơ quan thẩm định nếu không phải vậy`,
  'answerable.evidence': ({ source: given }) =>
    `Bắt buộc tài liệu nhưng nguồn số liệu là «${source(given)}», cơ quan không đính kèm được; hãy bỏ bắt buộc hoặc đổi nguồn`,
  'answerable.single-option': ({ label }) => `Chỉ có một phương án «${label}» nên không có gì để chọn; hãy thêm phương án`,
  'wording.no-such-band': ({ said }) => `Hướng dẫn ghi «${said}» nhưng không khoảng điểm nào đúng như vậy; hãy sửa hướng dẫn hoặc các khoảng điểm`,
  'wording.band-points': ({ said, points, inRule }) =>
    `Hướng dẫn ghi «${said}» được ${pointsInWords(points)} nhưng cách tính cho ${pointsInWords(inRule)}; hãy sửa cho khớp`,
  'wording.band-varies': ({ said, points }) =>
    `Hướng dẫn ghi «${said}» được ${pointsInWords(points)} nhưng cách tính cho điểm tăng dần theo số liệu; hãy sửa cho khớp`,
  'wording.label-points': ({ label, points, inRule }) =>
    `«${label}» ghi ${pointsInWords(points)} nhưng cách tính là ${pointsInWords(inRule)}; hãy sửa cho khớp`,
  'draft.text-too-long': ({ most }, place) => `${place} dài quá ${formatNumber(most)} ký tự; hãy rút ngắn`,
  'draft.list-too-long': ({ most }, place) => `${place} có quá ${formatNumber(most)} mục; hãy bỏ bớt`,
  'draft.too-many-nodes': ({ most, count }) => `Bộ tiêu chí có ${formatNumber(count)} tiêu chí, quá ${formatNumber(most)}; hãy bỏ bớt`,
  'draft.not-one-value': (_, place) => `${place} chỉ nhận một giá trị, không nhận danh sách; hãy nhập lại`,
};
