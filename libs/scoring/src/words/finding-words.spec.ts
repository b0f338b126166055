import { ADVICE_SENTENCES } from './advice-sentences.fixture';
import { BANDS } from '../check/band-defects.fixture';
import { GRADES, IDENTITY } from '../check/identity-defects.fixture';
import { RULES } from '../check/rule-defects.fixture';
import { MAXIMA, TREE } from '../check/tree-defects.fixture';
import type { Finding } from '../model/finding';
import { findingInWords, findingWords } from './finding-words';

type Code = keyof typeof findingWords;
type Params = Finding['params'];

/** Every code with the figures of one finding and the whole sentence for it; `/criteria/0/max` unless a pointer is given. */
const SENTENCES: { readonly [C in Code]: readonly [params: Params, sentence: string, pointer?: string] } = {
  ...ADVICE_SENTENCES,
  'set.not-an-object': [{}, 'Tiêu chí thứ 1 phải là một nhóm thông tin đặt trong dấu { }; hãy nhập lại', '/criteria/0'],
  'set.unknown-field': [{ field: 'weight' }, 'Không có thông tin nào tên «weight» ở đây; hãy xóa hoặc sửa lại tên'],
  'set.missing-field': [{ field: 'title' }, 'Thiếu tên; hãy bổ sung'],
  'set.not-text': [{}, 'Mức tối đa phải là chữ; hãy nhập lại'],
  'set.blank-text': [{}, 'Mức tối đa đang để trống; hãy điền'],
  'set.not-a-number': [{}, 'Mức tối đa phải là số; hãy nhập lại'],
  'set.not-a-list': [{}, 'Mức tối đa phải là một danh sách; hãy nhập lại'],
  'set.not-true-or-false': [{}, 'Mức tối đa chỉ nhận true (có) hoặc false (không); hãy nhập lại'],
  'set.unknown-value': [{ value: 'any', allowed: 'sum, all' }, 'Mức tối đa không nhận giá trị «any»; hãy chọn một trong: sum, all'],
  'set.empty-list': [{}, 'Mức tối đa chưa có mục nào; hãy thêm ít nhất một mục'],
  'set.too-deep': [{ deepest: 40 }, 'Nội dung lồng nhau quá 40 lớp; hãy giảm số cấp'],
  'number.too-many-decimals': [
    { value: 2.00001, most: 4 },
    'Mức tối đa là 2,00001, có quá 4 chữ số thập phân; hãy nhập lại số đã làm tròn',
  ],
  'number.not-whole': [{ value: 2026.5 }, 'Mức tối đa là 2.026,5; hãy nhập số nguyên'],
  'number.out-of-range': [{ value: 101, min: 0, max: 100 }, 'Mức tối đa là 101; hãy nhập số từ 0 đến 100'],
  'id.invalid': [{ id: ' a' }, 'Mã « a» không dùng được; hãy bỏ khoảng trắng ở hai đầu hoặc đặt mã khác, ngắn hơn'],
  'id.doubled': [{ id: 'a' }, 'Mã «a» đã dùng cho mục khác trong danh sách; hãy đặt mã khác'],
  'code.invalid': [{ code: '1..2' }, 'Mã tiêu chí «1..2» không đúng dạng hoặc quá dài; hãy viết như 3, 3.1 hoặc 3.1.2'],
  'code.doubled': [{ code: '1.3', title: 'Hoàn thành' }, 'Mã 1.3 đã dùng cho tiêu chí «Hoàn thành»; hãy đặt mã khác'],
  'code.not-under-parent': [{ code: '6.4', parent: '1' }, 'Mã 6.4 không nằm dưới mã 1; hãy đặt mã dạng 1.1'],
  'code.several-parts': [{ code: '5.1' }, 'Tiêu chí cấp trên cùng có mã 5.1 gồm nhiều phần; hãy kiểm tra có thiếu cấp trên không'],
  'node.rule-and-children': [{}, 'Tiêu chí vừa có cách tính điểm vừa có tiêu chí thành phần; hãy bỏ một trong hai'],
  'node.empty': [{}, 'Tiêu chí chưa có cách tính điểm và cũng chưa có tiêu chí thành phần; hãy bổ sung một trong hai'],
  'node.zero-max': [{ code: '3.2' }, 'Tiêu chí 3.2 có điểm tối đa bằng 0; hãy kiểm tra lại'],
  'section.below-top': [{}, 'Chỉ tiêu chí cấp trên cùng mới chọn phần điểm (chấm, thưởng, trừ); hãy bỏ phần điểm ở đây'],
  'sum.mismatch': [
    { code: '2', max: 40, sum: 40.5 },
    'Tiêu chí 2 có điểm tối đa 40 nhưng các tiêu chí thành phần cộng được 40,5; hãy sửa cho khớp',
  ],
  'sum.cap-too-high': [
    { code: '4', max: 4.25, sum: 4 },
    'Tiêu chí 4 có mức trần 4,25, cao hơn tổng 4 của các tiêu chí thành phần; hãy hạ mức trần',
  ],
  'total.not-hundred': [{ total: 102 }, 'Tổng điểm tối đa của phần chấm điểm là 102, không phải 100; hãy kiểm tra lại'],
  'best.child-above-max': [
    { code: '3.2.2', max: 5.25, parentMax: 5 },
    'Tiêu chí 3.2.2 có điểm tối đa 5,25, cao hơn mức 5 của tiêu chí cấp trên; hãy hạ xuống',
  ],
  'sources.mixed': [
    { combine: 'best', sources: 'imported, self' },
    'Các tiêu chí gộp theo cách lấy cao nhất phải cùng một nguồn; ở đây có: số liệu nhập từ bên ngoài; tự đánh giá; hãy chọn một',
  ],
  'points.too-precise': [
    { value: 2.125, decimals: 2 },
    'Mức tối đa là 2,125, bộ tiêu chí chỉ dùng 2 chữ số thập phân; hãy sửa số hoặc quy tắc làm tròn',
  ],
  'points.above-max': [
    { value: 10.25, max: 10, label: 'Chậm' },
    '«Chậm» được 10,25 điểm, cao hơn điểm tối đa 10 của tiêu chí; hãy hạ xuống',
  ],
  'choice.max-unreachable': [
    { highest: 9.75, max: 10 },
    'Phương án cao nhất chỉ được 9,75 điểm, không phương án nào đạt điểm tối đa 10; hãy kiểm tra lại',
  ],
  'tally.cap-above-max': [
    { cap: 10.5, max: 10, label: 'Báo cáo chậm' },
    'Mức trần 10,5 của «Báo cáo chậm» cao hơn điểm tối đa 10 nên không có tác dụng; hãy kiểm tra lại',
  ],
  'measure.empty-range': [{ min: 10.5, max: 10 }, 'Mức tối đa 10 thấp hơn mức tối thiểu 10,5; hãy sửa một trong hai'],
  'bands.two-lower-edges': [{}, 'Khoảng có hai cận dưới (từ và trên); hãy giữ một'],
  'bands.two-upper-edges': [{}, 'Khoảng có hai cận trên (đến và dưới); hãy giữ một'],
  'bands.no-points': [{}, 'Khoảng chưa có điểm; hãy ghi số điểm, tính theo tỷ lệ hoặc nội suy'],
  'bands.several-points': [{}, 'Khoảng có nhiều cách cho điểm; hãy giữ một: số điểm, tính theo tỷ lệ hoặc nội suy'],
  'bands.linear-open': [{}, 'Khoảng nội suy phải có cả cận dưới và cận trên; hãy bổ sung'],
  'bands.linear-point': [{ value: 5 }, 'Khoảng nội suy chỉ có một giá trị 5; hãy ghi hai cận khác nhau hoặc ghi số điểm'],
  'bands.empty': [{ from: 60, upTo: 55 }, 'Không giá trị nào nằm trong khoảng từ 60 đến 55; hãy sửa các cận'],
  'bands.outside': [
    { above: 100, min: 0, max: 100 },
    'Khoảng trên 100 nằm ngoài phạm vi từ 0 đến 100 của số liệu nên không dùng đến; hãy kiểm tra lại',
  ],
  'bands.gap': [{ from: 40, below: 50 }, 'Chưa có khoảng nào cho giá trị từ 40 đến dưới 50; hãy bổ sung để không bỏ sót'],
  'bands.overlap': [{ from: 70, upTo: 70, other: 2 }, 'Giá trị 70 cũng thuộc khoảng thứ 2; hãy sửa cận để không trùng nhau'],
  'relative.in-best-of': [{}, 'Cách tính so với cơ quan cao nhất không dùng được trong từng trường hợp; hãy tách thành tiêu chí riêng'],
  'example.differs': [{ expected: 3, points: 2.5 }, 'Ví dụ ghi 3 điểm nhưng cách tính cho 2,5 điểm; hãy sửa ví dụ hoặc cách tính điểm'],
  'example.needs-group': [{}, 'Cách tính so với cơ quan cao nhất chỉ có điểm khi biết cả nhóm; hãy bỏ ví dụ'],
  'grades.out-of-order': [
    { name: 'Khá', from: 90, previous: 'Tốt', previousFrom: 80 },
    '«Khá» từ 90 phải thấp hơn «Tốt» từ 80 đứng trước; hãy xếp từ cao xuống thấp',
  ],
  'grades.doubled': [{ name: 'Tốt' }, 'Có hai mức xếp loại cùng tên «Tốt»; hãy đổi tên một mức'],
  'ranking.unknown-code': [{ code: '9' }, 'Không có tiêu chí mã 9 để xét khi bằng điểm; hãy sửa mã'],
  'ranking.doubled-code': [{ code: '2' }, 'Tiêu chí 2 đã có trong danh sách xét khi bằng điểm; hãy bỏ bớt'],

  'answer.not-object': [{}, 'Câu trả lời phải là một nhóm thông tin đặt trong dấu { }; hãy nhập lại'],
  'answer.unknown-criterion': [{ criterion: '9.9' }, 'Bộ tiêu chí không có tiêu chí 9.9; hãy kiểm tra lại mã'],
  'answer.not-a-leaf': [{ criterion: '1' }, 'Tiêu chí 1 gồm các tiêu chí thành phần; hãy trả lời từng tiêu chí thành phần'],
  'answer.unknown-field': [{ field: 'x' }, 'Câu trả lời không có thông tin nào tên «x»; hãy xóa hoặc sửa lại tên'],
  'answer.missing-field': [{ field: 'denominator' }, 'Chưa nhập mẫu số; hãy điền'],
  'answer.wrong-type': [{ field: 'numerator', expected: 'number' }, 'Tử số phải là số; hãy nhập lại'],
  'answer.not-decimal': [{ field: 'numerator', value: '1.00001' }, 'Tử số là 1,00001; hãy nhập số có không quá 4 chữ số thập phân'],
  'answer.not-whole': [{ field: 'counts', value: 1.5 }, 'Số lượng là 1,5; hãy nhập số nguyên'],
  'answer.below-min': [{ field: 'value', value: -1, min: 0 }, 'Giá trị là -1; hãy nhập số từ 0 trở lên'],
  'answer.above-max': [{ field: 'points', value: 2.5, max: 2 }, 'Điểm là 2,5; hãy nhập số không quá 2'],
  'answer.not-positive': [{ field: 'denominator', value: 0 }, 'Mẫu số là 0; hãy nhập số lớn hơn 0'],
  'answer.ratio-above-max': [
    { numerator: 1100, denominator: 1000, max: 100 },
    'Tỷ lệ 1.100/1.000 vượt 100%; hãy kiểm tra lại tử số và mẫu số',
  ],
  'answer.off-step': [{ value: 0.3, min: 0.5, step: 0.25 }, 'Điểm 0,3 không đúng bước chấm; hãy chấm từ 0,5, mỗi bước 0,25 điểm'],
  'answer.unknown-id': [{ id: 'x' }, 'Tiêu chí không có mục «x»; hãy chọn trong danh sách'],
  'answer.doubled-id': [{ id: 'x' }, 'Mục «x» được chọn hai lần; hãy bỏ một'],
  'answer.no-response': [{}, 'Chưa có phiếu nào; hãy nhập số phiếu của từng mức'],
  'answer.no-case': [{}, 'Chưa khai trường hợp nào; hãy khai ít nhất một trường hợp'],
  'answer.reason-empty': [{}, 'Lý do đang để trống; hãy ghi lý do'],
  'answer.not-applicable-forbidden': [{}, 'Tiêu chí này không cho phép ghi «không áp dụng»; hãy trả lời tiêu chí'],

  'case.not-object': [{}, 'Danh sách cơ quan thứ 2 phải là một nhóm thông tin đặt trong dấu { }; hãy nhập lại', '/agencies/1'],
  'case.not-list': [{ field: 'agencies' }, 'Danh sách cơ quan phải là một danh sách; hãy nhập lại'],
  'case.not-text': [{ field: 'code' }, 'Mã phải là chữ và không để trống; hãy nhập lại'],
  'case.wrong-format': [{ expected: 'par-scoring-case/1' }, 'Định dạng của tệp phải là «par-scoring-case/1»; hãy kiểm tra lại tệp'],
  'case.unknown-field': [{ field: 'x' }, 'Không có thông tin nào tên «x» ở đây; hãy xóa hoặc sửa lại tên'],
  'case.missing-field': [{ field: 'agencies' }, 'Thiếu danh sách cơ quan; hãy bổ sung'],
  'case.set-not-read': [{ path: 'set.json' }, 'Chưa đọc được bộ tiêu chí ở «set.json»; hãy kiểm tra đường dẫn'],
  'case.doubled-agency': [{ agency: 'so-noi-vu' }, 'Cơ quan so-noi-vu có hai lần trong danh sách; hãy bỏ một'],
  'case.doubled-exemption': [{ criterion: '3' }, 'Tiêu chí 3 được miễn hai lần; hãy bỏ một'],
  'case.doubled-key': [{ key: '1.1' }, 'Thông tin «1.1» có hai lần trong cùng một nhóm; hãy bỏ một'],
  'case.number-too-long': [{ text: '0.12345678901' }, 'Số 0.12345678901 quá dài nên không đọc được chính xác; hãy viết ngắn lại'],
};

const said = (code: string, params: Params, pointer = '/criteria/0/max') =>
  findingInWords({ severity: 'error', code: code as Finding['code'], pointer, params });

describe('a finding in words', () => {
  it.each(Object.entries(SENTENCES))('%s', (code, [params, sentence, pointer]) => {
    expect(said(code, params, pointer)).toBe(sentence);
  });

  it('has words for every code there is', () => {
    expect(Object.keys(findingWords).toSorted()).toEqual(Object.keys(SENTENCES).toSorted());
  });

  it('has a general sentence for a code that it does not know', () => {
    expect(said('set.of-tomorrow', {})).toBe('Mức tối đa chưa đúng; hãy kiểm tra lại');
    expect(said('constructor', {})).toBe('Mức tối đa chưa đúng; hãy kiểm tra lại');
  });

  it.each<[Params, string]>([
    [{ value: -1, min: 0 }, 'Mức tối đa là -1; hãy nhập số từ 0 trở lên'],
    [{ value: 5, max: 4 }, 'Mức tối đa là 5; hãy nhập số từ 4 trở xuống'],
    [{ value: 0, above: 0 }, 'Mức tối đa là 0; hãy nhập số lớn hơn 0'],
  ])('says the limits that a number has: %j', (params, sentence) => {
    expect(said('number.out-of-range', params)).toBe(sentence);
  });

  it('does without a code, a title or a label where there is none', () => {
    expect(said('node.zero-max', {})).toBe('Tiêu chí có điểm tối đa bằng 0; hãy kiểm tra lại');
    expect(said('code.doubled', { code: '1.3', title: '' })).toBe('Mã 1.3 đã dùng cho một tiêu chí khác; hãy đặt mã khác');
    expect(said('points.above-max', { value: 3, max: 2 })).toBe('Mức này được 3 điểm, cao hơn điểm tối đa 2 của tiêu chí; hãy hạ xuống');
  });

  it('tells the two ways of combining apart', () => {
    expect(said('sources.mixed', { combine: 'all', sources: 'survey' })).toBe(
      'Các tiêu chí gộp theo cách đạt tất cả phải cùng một nguồn; ở đây có: lấy từ khảo sát; hãy chọn một',
    );
  });

  it.each([
    ['text', 'chữ'],
    ['list', 'danh sách'],
    ['object', 'nhóm thông tin đặt trong dấu { }'],
    ['true', 'true (có)'],
  ])('says that an answer must be %s', (expected, words) => {
    expect(said('answer.wrong-type', { field: 'reason', expected })).toBe(`Lý do phải là ${words}; hãy nhập lại`);
  });

  it('quotes what is no figure', () => {
    expect(said('answer.not-decimal', { field: 'value', value: 'NaN' })).toBe(
      'Giá trị là «NaN»; hãy nhập số có không quá 4 chữ số thập phân',
    );
  });

  const planted = [IDENTITY, GRADES, TREE, MAXIMA, RULES, BANDS].flat();

  it.each(planted.map((defect) => [defect.what, defect] as const))('says the figures of %s', (_what, defect) => {
    const sentence = said(defect.code, defect.params ?? {}, defect.at ?? defect.in);
    expect(sentence).toMatch(/; hãy /);
    expect(sentence).not.toMatch(/undefined|null|NaN|—|\[object/);
  });
});
