/** What the fields of a set, a case and an answer are called on paper. */
const FIELDS: Readonly<Record<string, string>> = {
  above: 'cận dưới',
  agencies: 'danh sách cơ quan',
  answers: 'câu trả lời',
  appliesTo: 'nhóm cơ quan áp dụng',
  appraiser: 'cơ quan thẩm định',
  award: 'cách tính các nội dung',
  awarded: 'điểm giao',
  bands: 'khoảng điểm',
  below: 'cận trên',
  by: 'căn cứ xếp hạng',
  cap: 'mức trần',
  cases: 'trường hợp',
  checked: 'nội dung đạt',
  children: 'tiêu chí thành phần',
  choice: 'phương án',
  code: 'mã',
  combine: 'cách gộp điểm',
  counts: 'số lượng',
  criteria: 'tiêu chí',
  criteriaSet: 'bộ tiêu chí',
  current: 'số liệu kỳ này',
  denominator: 'mẫu số',
  evidence: 'tài liệu kiểm chứng',
  examples: 'ví dụ',
  exempt: 'tiêu chí được miễn',
  expected: 'điểm phải được',
  format: 'định dạng',
  from: 'cận dưới',
  given: 'câu trả lời của ví dụ',
  grades: 'mức xếp loại',
  guidance: 'hướng dẫn',
  hint: 'gợi ý tài liệu',
  id: 'mã',
  index: 'số chữ số thập phân của chỉ số',
  items: 'nội dung',
  kind: 'loại cách tính điểm',
  label: 'tên gọi',
  legalBasis: 'căn cứ pháp lý',
  linear: 'nội suy',
  max: 'mức tối đa',
  measure: 'số liệu',
  min: 'mức tối thiểu',
  name: 'tên',
  notApplicable: 'không áp dụng',
  numerator: 'tử số',
  options: 'phương án',
  percent: 'tỷ lệ phần trăm',
  points: 'điểm',
  previous: 'số liệu kỳ trước',
  proportional: 'tính theo tỷ lệ',
  ranking: 'cách xếp hạng',
  reason: 'lý do',
  required: 'bắt buộc có tài liệu',
  responses: 'số phiếu',
  rounding: 'quy tắc làm tròn',
  rule: 'cách tính điểm',
  section: 'phần điểm',
  source: 'nguồn số liệu',
  start: 'điểm bắt đầu',
  step: 'bước điểm',
  target: 'mức hưởng điểm tối đa',
  tieBreak: 'tiêu chí xét khi bằng điểm',
  title: 'tên',
  to: 'điểm ở cận trên',
  type: 'loại số liệu',
  unit: 'đơn vị tính',
  upTo: 'cận trên',
  value: 'giá trị',
  whenNotApplicable: 'cách tính khi không áp dụng',
  withoutSurvey: 'cách tính khi không khảo sát',
  year: 'năm',
  zeroBelow: 'mức tối thiểu để có điểm',
};

/**
 * What a field is called on paper; a name that is not known is quoted.
 *
 * @example
 * fieldInWords('max'); // 'mức tối đa'
 */
export const fieldInWords = (field: string): string => (Object.hasOwn(FIELDS, field) ? (FIELDS[field] as string) : `«${field}»`);

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/**
 * What stands at a JSON pointer, by its last field.
 *
 * @example
 * placeInWords('/criteria/0/max'); // 'mức tối đa'
 * placeInWords('/criteria/0'); // 'tiêu chí thứ 1'
 */
export function placeInWords(pointer: string): string {
  const [last, holder] = pointer.split('/').slice(1).map(unescaped).toReversed();
  if (last === undefined) return 'nội dung tệp';
  if (holder !== undefined && /^\d+$/.test(last)) return `${fieldInWords(holder)} thứ ${Number(last) + 1}`;
  return fieldInWords(last);
}
