import type { AdviceCode } from '../check/advice-codes';
import type { Finding } from '../model/finding';

/** Every code of the advice with the figures of one finding and the whole sentence for it. */
export const ADVICE_SENTENCES: { readonly [C in AdviceCode]: readonly [params: Finding['params'], sentence: string, pointer?: string] } = {
  'title.doubled': [{ title: 'Kế hoạch', code: '1.1' }, 'Tên «Kế hoạch» trùng với tiêu chí 1.1 cùng cấp, không ai phân biệt được; hãy đặt tên khác'],
  'title.elsewhere': [{ title: 'Kế hoạch', code: '1.1' }, 'Tên «Kế hoạch» đã dùng cho tiêu chí 1.1; hãy kiểm tra có phải chép lại hay không'],
  'label.doubled': [{ label: 'Đạt' }, '«Đạt» có hai lần trong danh sách; hãy sửa hoặc bỏ một'],
  'reach.max': [{ highest: 1.5, max: 2 }, 'Không câu trả lời nào đạt điểm tối đa 2: cao nhất chỉ được 1,5 điểm; hãy sửa cách tính hoặc điểm tối đa'],
  'reach.nothing': [{ max: 2 }, 'Không câu trả lời nào được điểm, dù điểm tối đa là 2; hãy sửa cách tính điểm'],
  'reach.same': [{ points: 0.5 }, 'Mọi phương án đều được 0,5 điểm nên chọn gì cũng như nhau; hãy sửa điểm của từng phương án'],
  'reach.worthless': [{ label: 'Văn bản' }, '«Văn bản» được 0 điểm nên có hay không cũng như nhau; hãy ghi điểm hoặc bỏ đi'],
  'reach.threshold-idle': [{ zeroBelow: -5, least: 0 }, 'Mức tối thiểu -5 không cao hơn giá trị nhỏ nhất 0 nên không có tác dụng; hãy sửa hoặc bỏ'],
  'answerable.survey-rule': [
    { source: 'self' },
    'Cách tính theo phiếu khảo sát nhưng nguồn số liệu là «tự đánh giá», không ai có phiếu để nhập; hãy chọn nguồn khảo sát',
  ],
  'answerable.survey-source': [{ kind: 'direct' }, 'Nguồn là khảo sát nhưng cách tính không nhận kết quả phiếu; hãy chọn cách tính theo khảo sát hoặc nguồn khác'],
  'answerable.no-appraiser': [
    { code: '2.3' },
    'Tiêu chí 2.3 do cơ quan thẩm định chấm nhưng chưa ghi cơ quan nào, nên Sở Nội vụ sẽ chấm; hãy chọn cơ quan thẩm định nếu không phải vậy',
  ],
  'answerable.evidence': [
    { source: 'survey' },
    'Bắt buộc tài liệu nhưng nguồn số liệu là «lấy từ khảo sát», cơ quan không đính kèm được; hãy bỏ bắt buộc hoặc đổi nguồn',
  ],
  'answerable.single-option': [{ label: 'Đạt' }, 'Chỉ có một phương án «Đạt» nên không có gì để chọn; hãy thêm phương án'],
  'wording.no-such-band': [
    { said: 'Từ 70% đến dưới 90%', from: 70, below: 90 },
    'Hướng dẫn ghi «Từ 70% đến dưới 90%» nhưng không khoảng điểm nào đúng như vậy; hãy sửa hướng dẫn hoặc các khoảng điểm',
  ],
  'wording.band-points': [{ said: 'Trên 90%', points: 2, inRule: 1.5 }, 'Hướng dẫn ghi «Trên 90%» được 2 điểm nhưng cách tính cho 1,5 điểm; hãy sửa cho khớp'],
  'wording.band-varies': [{ said: 'Từ 70%', points: 1 }, 'Hướng dẫn ghi «Từ 70%» được 1 điểm nhưng cách tính cho điểm tăng dần theo số liệu; hãy sửa cho khớp'],
  'wording.label-points': [{ label: 'Đạt (2 điểm)', points: 2, inRule: 1 }, '«Đạt (2 điểm)» ghi 2 điểm nhưng cách tính là 1 điểm; hãy sửa cho khớp'],
  'draft.text-too-long': [{ most: 20_000 }, 'Mức tối đa dài quá 20.000 ký tự; hãy rút ngắn'],
  'draft.list-too-long': [{ most: 500 }, 'Tiêu chí có quá 500 mục; hãy bỏ bớt', '/criteria'],
  'draft.too-many-nodes': [{ most: 2000, count: 2001 }, 'Bộ tiêu chí có 2.001 tiêu chí, quá 2.000; hãy bỏ bớt'],
  'draft.not-one-value': [{}, 'Mức tối đa chỉ nhận một giá trị, không nhận danh sách; hãy nhập lại'],
};
