import { isRecord, type UnknownRecord } from '../check/shape';
import { fieldInWords } from './field-words';
import { formatNumber } from './number-words';
import { sourceInWords } from './source-words';

/** What the words of the format are called on paper, by the field that they stand in. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  award: { sum: 'cộng điểm các nội dung đạt', all: 'phải đạt tất cả' },
  by: { exact: 'chỉ số chưa làm tròn', rounded: 'chỉ số đã làm tròn' },
  combine: { sum: 'cộng điểm các tiêu chí thành phần', all: 'phải đạt tất cả', best: 'lấy tiêu chí thành phần cao nhất' },
  section: { scored: 'phần chấm điểm', bonus: 'điểm thưởng', penalty: 'điểm trừ' },
  source: { self: sourceInWords('self'), survey: sourceInWords('survey'), appraiser: sourceInWords('appraiser'), imported: sourceInWords('imported') },
  start: { zero: 'tính từ 0 điểm', max: 'tính từ điểm tối đa' },
  whenNotApplicable: { forbidden: 'không được chọn «không áp dụng»', exclude: 'không tính vào điểm tối đa', full: 'vẫn có điểm tối đa' },
  withoutSurvey: { zero: 'tiêu chí khảo sát được 0 điểm', exclude: 'không tính tiêu chí khảo sát' },
};

/**
 * What a field of a set or a node states, as a person reads it; `—` where it says nothing that can be read.
 *
 * @example
 * statedInWords('combine', 'all'); // 'phải đạt tất cả'
 * statedInWords('rounding', { points: 2 }); // 'điểm lấy 2 số thập phân'
 */
export function statedInWords(field: string, value: unknown): string {
  if (typeof value === 'string') return chosenInWords(field, value);
  if (typeof value === 'number') return field === 'year' ? `${value}` : formatNumber(value);
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (Array.isArray(value)) return value.length === 0 ? 'không có' : value.map((one) => statedInWords(field, one)).join('; ');
  return isRecord(value) ? partInWords(field, value) : '—';
}

function chosenInWords(field: string, value: string): string {
  const choices = Object.hasOwn(CHOICES, field) ? CHOICES[field] : undefined;
  return choices !== undefined && Object.hasOwn(choices, value) ? (choices[value] as string) : `«${value}»`;
}

function partInWords(field: string, part: UnknownRecord): string {
  const said = Object.entries(part).map(([name, value]) => memberInWords(field, name, value));
  return said.length === 0 ? 'không có' : said.join(', ');
}

/** A grade is its name and where it begins; decimals are counted; everything else is called by its name. */
function memberInWords(holder: string, name: string, value: unknown): string {
  const said = statedInWords(name, value);
  if (holder === 'rounding') return `${name === 'points' ? 'điểm' : 'chỉ số'} lấy ${said} số thập phân`;
  if (holder === 'grades') return name === 'name' ? said : `từ ${said}`;
  return `${fieldInWords(name)}: ${said}`;
}
