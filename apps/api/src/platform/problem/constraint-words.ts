import { fieldWords } from './field-words';

type Limits = readonly unknown[];
type Words = (limits: Limits) => string;

const list = (values: unknown): string => (Array.isArray(values) ? values.join(', ') : Object.values(Object(values)).join(', '));

/** What follows the field's name in the sentence, for each rule that a request is checked by. `limits` are the rule's own arguments. */
const CONSTRAINT_WORDS: Readonly<Record<string, Words>> = {
  isDefined: () => 'cần được nhập',
  isNotEmpty: () => 'cần được nhập',
  isNotBlank: () => 'cần được nhập',
  isString: () => 'phải là chữ',
  isBoolean: () => 'phải là có hoặc không',
  isInt: () => 'phải là số nguyên',
  isNumber: () => 'phải là số',
  isArray: () => 'phải là một danh sách',
  isObject: () => 'phải là một nhóm thông tin',
  nestedValidation: () => 'phải là một nhóm thông tin',
  min: ([least]) => `phải từ ${String(least)} trở lên`,
  max: ([most]) => `phải không quá ${String(most)}`,
  minLength: ([least]) => `cần ít nhất ${String(least)} ký tự`,
  maxLength: ([most]) => `dài quá ${String(most)} ký tự. Hãy viết ngắn lại`,
  isLength: ([least, most]) => `cần từ ${String(least)} đến ${String(most)} ký tự`,
  arrayMinSize: ([least]) => `cần ít nhất ${String(least)} mục`,
  arrayMaxSize: ([most]) => `có nhiều hơn ${String(most)} mục`,
  arrayNotEmpty: () => 'cần ít nhất một mục',
  arrayUnique: () => 'có mục bị lặp lại',
  isIn: ([allowed]) => `phải là một trong: ${list(allowed)}`,
  isEnum: ([allowed]) => `phải là một trong: ${list(allowed)}`,
  isUuid: () => 'phải được chọn từ danh sách',
  isPersonOrNobody: () => 'phải được chọn từ danh sách',
  isCalendarDay: () => 'phải là một ngày có thật, dạng năm-tháng-ngày',
  isUrl: () => 'phải là một địa chỉ bắt đầu bằng https://',
  isIso8601: () => 'phải là ngày giờ hợp lệ',
  isDateString: () => 'phải là ngày giờ hợp lệ',
  matches: () => 'có ký tự không được dùng, hoặc chưa đúng dạng',
  whitelistValidation: () => 'không có trong yêu cầu này',
};

/** The whole sentence for one field that was refused. A rule without words of its own is «chưa đúng». */
export function constraintDetail(field: string, constraint: string, limits: Limits): string {
  const words = CONSTRAINT_WORDS[constraint]?.(limits) ?? 'chưa đúng';
  const name = constraint === 'whitelistValidation' ? `Trường «${field}»` : fieldWords(field);
  return `${name} ${words}.`;
}
