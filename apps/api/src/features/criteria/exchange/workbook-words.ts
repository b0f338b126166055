import type { LeafNode, LeafSource, Measure, ParentNode, RuleKind, Section } from '@par-index/scoring';

/** The words that a person chooses from, each with what it stands for. Also the lists of the workbook's drop-downs. */
type Words<T extends string | boolean> = readonly (readonly [T, string])[];

export const SECTION_WORDS: Words<Section> = [['scored', 'Chấm điểm'], ['bonus', 'Điểm thưởng'], ['penalty', 'Điểm trừ']];

export const COMBINE_WORDS: Words<NonNullable<ParentNode['combine']>> = [
  ['sum', 'Cộng các tiêu chí con'],
  ['all', 'Đạt tất cả mới có điểm'],
  ['best', 'Lấy tiêu chí con cao nhất'],
];

export const SOURCE_WORDS: Words<LeafSource> = [
  ['self', 'Cơ quan tự đánh giá'],
  ['survey', 'Điều tra xã hội học'],
  ['appraiser', 'Cơ quan thẩm định chấm'],
  ['imported', 'Số liệu từ bên ngoài'],
];

export const NOT_APPLICABLE_WORDS: Words<NonNullable<LeafNode['whenNotApplicable']>> = [
  ['forbidden', 'Luôn áp dụng'],
  ['exclude', 'Không tính vào điểm tối đa'],
  ['full', 'Đạt điểm tối đa'],
];

export const YES_NO_WORDS: Words<boolean> = [[true, 'Có'], [false, 'Không']];
export const YES_WORDS: Words<boolean> = [[true, 'Có']];

export const KIND_WORDS: Words<RuleKind> = [
  ['choice', 'Chọn một phương án'],
  ['checklist', 'Danh mục nội dung'],
  ['proportional', 'Tính theo tỷ lệ'],
  ['bands', 'Theo khoảng'],
  ['tally', 'Đếm số lượng'],
  ['survey', 'Kết quả khảo sát'],
  ['direct', 'Chấm trực tiếp'],
  ['bestOf', 'Trường hợp cao nhất'],
  ['relative', 'So với cơ quan cao nhất'],
];

/** Of a checklist and of a tally, in one column: no word belongs to both. */
export const WAY_WORDS: Words<'sum' | 'all' | 'zero' | 'max'> = [
  ['sum', 'Cộng điểm từng nội dung'],
  ['all', 'Đạt tất cả nội dung'],
  ['zero', 'Cộng dần từ 0'],
  ['max', 'Trừ dần từ điểm tối đa'],
];

export const MEASURE_WORDS: Words<Measure['type']> = [['ratio', 'Tỷ lệ phần trăm'], ['number', 'Con số'], ['growth', 'Tốc độ tăng']];

export const WITHOUT_SURVEY_WORDS: Words<'zero' | 'exclude'> = [['zero', 'Tính 0 điểm'], ['exclude', 'Không tính vào điểm tối đa']];
export const RANKING_WORDS: Words<'exact' | 'rounded'> = [['exact', 'Chỉ số chưa làm tròn'], ['rounded', 'Chỉ số đã làm tròn']];

/** What the kind of a rule is called in a workbook. */
export const kindInWords = (kind: RuleKind): string => KIND_WORDS.find(([known]) => known === kind)?.[1] ?? kind;

