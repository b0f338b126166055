import type { RuleKind } from '@par-index/scoring';
import { answerCell, codeCell, type Codec, listCell, numberCell, pathCell, textCell, wordsCell } from './cell-codecs';
import {
  COMBINE_WORDS,
  KIND_WORDS,
  MEASURE_WORDS,
  NOT_APPLICABLE_WORDS,
  RANKING_WORDS,
  SECTION_WORDS,
  SOURCE_WORDS,
  WAY_WORDS,
  WITHOUT_SURVEY_WORDS,
  YES_NO_WORDS,
  YES_WORDS,
} from './workbook-words';

/** One column of a sheet: the path of its field in the object that a row is, its head, and how its cells are read. */
export interface Column {
  readonly path: string;
  readonly head: string;
  readonly width: number;
  readonly codec: Codec;
  /** What the drop-down offers. */
  readonly choices?: readonly string[];
  /** A list of the workbook that the drop-down shows instead: what the province has. */
  readonly offered?: 'agencies' | 'groups';
}

const text = (path: string, head: string, width = 24): Column => ({ path, head, width, codec: textCell });
const figure = (path: string, head: string): Column => ({ path, head, width: 11, codec: numberCell });
const words = <T extends string | boolean>(path: string, head: string, choices: readonly (readonly [T, string])[]): Column => ({
  path,
  head,
  width: 20,
  codec: wordsCell(choices),
  choices: choices.map(([, word]) => word),
});

const code: Column = { path: 'code', head: 'Mã tiêu chí', width: 11, codec: codeCell };
const caseOf: Column = { path: 'case', head: 'Thuộc trường hợp', width: 18, codec: pathCell };

/** What a rule says of itself; its lists stand on the sheets below. */
export const RULE_COLUMNS: readonly Column[] = [
  words('kind', 'Cách tính điểm', KIND_WORDS),
  words('way', 'Cách cộng, trừ', WAY_WORDS),
  words('measure.type', 'Loại số liệu', MEASURE_WORDS),
  text('measure.first', 'Số liệu thứ nhất (tử số, tên con số, kỳ này)', 28),
  text('measure.second', 'Số liệu thứ hai (mẫu số, đơn vị tính, kỳ trước)', 28),
  figure('measure.min', 'Số liệu thấp nhất'),
  figure('measure.max', 'Số liệu cao nhất'),
  figure('target', 'Mức đạt điểm tối đa'),
  figure('zeroBelow', 'Dưới mức này 0 điểm'),
  figure('min', 'Điểm thấp nhất'),
  figure('step', 'Bước điểm'),
];

export const NODE_COLUMNS: readonly Column[] = [
  code,
  figure('level', 'Cấp'),
  text('title', 'Tên tiêu chí', 48),
  figure('max', 'Điểm tối đa'),
  words('section', 'Phần điểm', SECTION_WORDS),
  words('combine', 'Cách gộp tiêu chí con', COMBINE_WORDS),
  words('source', 'Nguồn', SOURCE_WORDS),
  { ...text('appraiser', 'Cơ quan thẩm định (mã)', 20), offered: 'agencies' },
  words('whenNotApplicable', 'Khi không áp dụng', NOT_APPLICABLE_WORDS),
  words('evidence.required', 'Bắt buộc tài liệu', YES_NO_WORDS),
  text('evidence.hint', 'Tài liệu kiểm chứng', 36),
  text('guidance', 'Hướng dẫn', 36),
  text('legalBasis', 'Căn cứ riêng', 24),
  ...RULE_COLUMNS,
];

export const LINE_COLUMNS: readonly Column[] = [
  code,
  caseOf,
  text('id', 'Mã dòng', 16),
  text('label', 'Phương án, nội dung, mức trả lời', 44),
  figure('points', 'Điểm'),
  figure('cap', 'Tính không quá'),
  figure('percent', 'Tỷ lệ %'),
  figure('from', 'Từ (≥)'),
  figure('above', 'Trên (>)'),
  figure('upTo', 'Đến (≤)'),
  figure('below', 'Dưới (<)'),
  words('proportional', 'Điểm theo tỷ lệ', YES_WORDS),
  figure('linear.from', 'Nội suy từ điểm'),
  figure('linear.to', 'Nội suy đến điểm'),
];

export const CASE_COLUMNS: readonly Column[] = [code, caseOf, text('id', 'Mã trường hợp', 16), text('label', 'Tên trường hợp', 44), ...RULE_COLUMNS];

export const EXAMPLE_COLUMNS: readonly Column[] = [code, caseOf, { path: 'given', head: 'Câu trả lời', width: 48, codec: answerCell }, figure('expected', 'Điểm phải được')];

export const GRADE_COLUMNS: readonly Column[] = [text('name', 'Mức xếp loại', 30), figure('from', 'Từ chỉ số')];

/** The set itself: a row for each field, its words first and its value behind them. */
export const SET_FIELDS: readonly Column[] = [
  text('code', 'Mã bộ tiêu chí'),
  text('title', 'Tên bộ tiêu chí'),
  figure('year', 'Năm'),
  text('legalBasis', 'Căn cứ pháp lý'),
  { ...text('appliesTo', 'Nhóm cơ quan (mã)'), offered: 'groups' },
  figure('rounding.points', 'Số chữ số thập phân của điểm'),
  figure('rounding.index', 'Số chữ số thập phân của chỉ số'),
  words('withoutSurvey', 'Khi không khảo sát', WITHOUT_SURVEY_WORDS),
  words('ranking.by', 'Xếp hạng theo', RANKING_WORDS),
  { path: 'ranking.tieBreak', head: 'Tiêu chí xét khi bằng điểm', width: 20, codec: listCell },
];

/** Which columns a rule of each kind uses, beside the kind itself. */
export const RULE_FIELDS: Readonly<Record<RuleKind, readonly string[]>> = {
  choice: [],
  checklist: ['way'],
  proportional: ['measure', 'target', 'zeroBelow'],
  bands: ['measure'],
  tally: ['way'],
  survey: [],
  direct: ['min', 'step'],
  bestOf: [],
  relative: ['measure'],
};

/** Which columns a line of a rule of each kind uses, and what the list of them is called. */
export const LINE_FIELDS: Readonly<Partial<Record<RuleKind, { readonly list: string; readonly fields: readonly string[] }>>> = {
  choice: { list: 'options', fields: ['id', 'label', 'points'] },
  checklist: { list: 'items', fields: ['id', 'label', 'points'] },
  tally: { list: 'items', fields: ['id', 'label', 'points', 'cap'] },
  survey: { list: 'options', fields: ['id', 'label', 'percent'] },
  bands: { list: 'bands', fields: ['points', 'from', 'above', 'upTo', 'below', 'proportional', 'linear.from', 'linear.to'] },
};

/** The names of a measure's fields, in the order of the columns that they share. */
export const MEASURE_FIELDS = {
  ratio: { first: 'numerator', second: 'denominator', max: 'max' },
  number: { first: 'label', second: 'unit', min: 'min', max: 'max' },
  growth: { first: 'current', second: 'previous' },
} as const;

export const SHEETS = {
  guide: 'Hướng dẫn',
  set: 'Bộ tiêu chí',
  nodes: 'Tiêu chí',
  lines: 'Mức điểm',
  cases: 'Trường hợp',
  examples: 'Ví dụ',
  grades: 'Xếp loại',
  lists: 'Danh mục',
} as const;
