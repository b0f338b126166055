import { fieldInWords, placeInWords } from './field-words';

it('names a field as it is called on paper, and quotes one that it does not know', () => {
  expect(['max', 'title', 'zeroBelow', 'weight', 'constructor'].map(fieldInWords)).toEqual([
    'mức tối đa',
    'tên',
    'mức tối thiểu để có điểm',
    '«weight»',
    '«constructor»',
  ]);
});

/** What the forms and the printed tables call them. */
const NAMES = `
  above: cận dưới
  agencies: danh sách cơ quan
  answers: câu trả lời
  appliesTo: nhóm cơ quan áp dụng
  appraiser: cơ quan thẩm định
  award: cách tính các nội dung
  awarded: điểm giao
  bands: khoảng điểm
  below: cận trên
  by: căn cứ xếp hạng
  cap: mức trần
  cases: trường hợp
  checked: nội dung đạt
  children: tiêu chí thành phần
  choice: phương án
  code: mã
  combine: cách gộp điểm
  counts: số lượng
  criteria: tiêu chí
  criteriaSet: bộ tiêu chí
  current: số liệu kỳ này
  denominator: mẫu số
  evidence: tài liệu kiểm chứng
  exempt: tiêu chí được miễn
  format: định dạng
  from: cận dưới
  grades: mức xếp loại
  guidance: hướng dẫn
  hint: gợi ý tài liệu
  id: mã
  index: số chữ số thập phân của chỉ số
  items: nội dung
  kind: loại cách tính điểm
  label: tên gọi
  legalBasis: căn cứ pháp lý
  linear: nội suy
  max: mức tối đa
  measure: số liệu
  min: mức tối thiểu
  name: tên
  notApplicable: không áp dụng
  numerator: tử số
  options: phương án
  percent: tỷ lệ phần trăm
  points: điểm
  previous: số liệu kỳ trước
  proportional: tính theo tỷ lệ
  ranking: cách xếp hạng
  reason: lý do
  required: bắt buộc có tài liệu
  responses: số phiếu
  rounding: quy tắc làm tròn
  rule: cách tính điểm
  section: phần điểm
  source: nguồn số liệu
  start: điểm bắt đầu
  step: bước điểm
  target: mức hưởng điểm tối đa
  tieBreak: tiêu chí xét khi bằng điểm
  title: tên
  to: điểm ở cận trên
  type: loại số liệu
  unit: đơn vị tính
  upTo: cận trên
  value: giá trị
  whenNotApplicable: cách tính khi không áp dụng
  withoutSurvey: cách tính khi không khảo sát
  year: năm
  zeroBelow: mức tối thiểu để có điểm
`;

it.each(NAMES.trim().split('\n').map((line) => line.trim().split(': ') as [string, string]))('%s is called %s', (field, words) => {
  expect(fieldInWords(field)).toBe(words);
});

it.each([
  ['', 'nội dung tệp'],
  ['/title', 'tên'],
  ['/criteria/0', 'tiêu chí thứ 1'],
  ['/criteria/11/children/2', 'tiêu chí thành phần thứ 3'],
  ['/criteria/0/max', 'mức tối đa'],
  ['/agencies/0/answers/1.1', '«1.1»'],
  ['/12', '«12»'],
  ['/criteria/0/a~1b', '«a/b»'],
  ['/criteria/0/a~01', '«a~1»'],
  ['/grades/1a', '«1a»'],
  ['/grades/a1', '«a1»'],
])('what stands at "%s" is %s', (pointer, words) => {
  expect(placeInWords(pointer)).toBe(words);
});
