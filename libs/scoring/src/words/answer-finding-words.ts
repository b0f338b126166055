import type { AnswerRefusals } from '../answer/refusal';
import type { CaseRefusals } from '../case/case-refusal';
import { fieldInWords } from './field-words';
import { formatNumber, pointsInWords } from './number-words';
import type { FindingSentence } from './set-finding-words';

const TYPES = { number: 'số', text: 'chữ', list: 'danh sách', object: 'nhóm thông tin đặt trong dấu { }', true: 'true (có)' };

const figureOrText = (value: string): string => (Number.isFinite(Number(value)) ? formatNumber(Number(value)) : `«${value}»`);

/** One sentence for each refusal of an answer. */
export const answerFindingWords: { readonly [C in keyof AnswerRefusals]: FindingSentence<AnswerRefusals[C]> } = {
  'answer.not-object': () => 'Câu trả lời phải là một nhóm thông tin đặt trong dấu { }; hãy nhập lại',
  'answer.unknown-criterion': ({ criterion }) => `Bộ tiêu chí không có tiêu chí ${criterion}; hãy kiểm tra lại mã`,
  'answer.not-a-leaf': ({ criterion }) => `Tiêu chí ${criterion} gồm các tiêu chí thành phần; hãy trả lời từng tiêu chí thành phần`,
  'answer.unknown-field': ({ field }) => `Câu trả lời không có thông tin nào tên «${field}»; hãy xóa hoặc sửa lại tên`,
  'answer.missing-field': ({ field }) => `Chưa nhập ${fieldInWords(field)}; hãy điền`,
  'answer.wrong-type': ({ field, expected }) => `${fieldInWords(field)} phải là ${TYPES[expected]}; hãy nhập lại`,
  'answer.not-decimal': ({ field, value }) =>
    `${fieldInWords(field)} là ${figureOrText(value)}; hãy nhập số có không quá 4 chữ số thập phân`,
  'answer.not-whole': ({ field, value }) => `${fieldInWords(field)} là ${formatNumber(value)}; hãy nhập số nguyên`,
  'answer.below-min': ({ field, value, min }) =>
    `${fieldInWords(field)} là ${formatNumber(value)}; hãy nhập số từ ${formatNumber(min)} trở lên`,
  'answer.above-max': ({ field, value, max }) =>
    `${fieldInWords(field)} là ${formatNumber(value)}; hãy nhập số không quá ${formatNumber(max)}`,
  'answer.not-positive': ({ field, value }) => `${fieldInWords(field)} là ${formatNumber(value)}; hãy nhập số lớn hơn 0`,
  'answer.ratio-above-max': ({ numerator, denominator, max }) =>
    `Tỷ lệ ${formatNumber(numerator)}/${formatNumber(denominator)} vượt ${formatNumber(max)}%; hãy kiểm tra lại tử số và mẫu số`,
  'answer.off-step': ({ value, min, step }) =>
    `Điểm ${formatNumber(value)} không đúng bước chấm; hãy chấm từ ${formatNumber(min)}, mỗi bước ${pointsInWords(step)}`,
  'answer.unknown-id': ({ id }) => `Tiêu chí không có mục «${id}»; hãy chọn trong danh sách`,
  'answer.doubled-id': ({ id }) => `Mục «${id}» được chọn hai lần; hãy bỏ một`,
  'answer.no-response': () => 'Chưa có phiếu nào; hãy nhập số phiếu của từng mức',
  'answer.no-case': () => 'Chưa khai trường hợp nào; hãy khai ít nhất một trường hợp',
  'answer.reason-empty': () => 'Lý do đang để trống; hãy ghi lý do',
  'answer.not-applicable-forbidden': () => 'Tiêu chí này không cho phép ghi «không áp dụng»; hãy trả lời tiêu chí',
};

/** One sentence for each refusal of a scoring case. */
export const caseFindingWords: { readonly [C in keyof CaseRefusals]: FindingSentence<CaseRefusals[C]> } = {
  'case.not-object': (_, place) => `${place} phải là một nhóm thông tin đặt trong dấu { }; hãy nhập lại`,
  'case.not-list': ({ field }) => `${fieldInWords(field)} phải là một danh sách; hãy nhập lại`,
  'case.not-text': ({ field }) => `${fieldInWords(field)} phải là chữ và không để trống; hãy nhập lại`,
  'case.wrong-format': ({ expected }) => `Định dạng của tệp phải là «${expected}»; hãy kiểm tra lại tệp`,
  'case.unknown-field': ({ field }) => `Không có thông tin nào tên «${field}» ở đây; hãy xóa hoặc sửa lại tên`,
  'case.missing-field': ({ field }) => `Thiếu ${fieldInWords(field)}; hãy bổ sung`,
  'case.set-not-read': ({ path }) => `Chưa đọc được bộ tiêu chí ở «${path}»; hãy kiểm tra đường dẫn`,
  'case.doubled-agency': ({ agency }) => `Cơ quan ${agency} có hai lần trong danh sách; hãy bỏ một`,
  'case.doubled-exemption': ({ criterion }) => `Tiêu chí ${criterion} được miễn hai lần; hãy bỏ một`,
  'case.doubled-key': ({ key }) => `Thông tin «${key}» có hai lần trong cùng một nhóm; hãy bỏ một`,
  'case.number-too-long': ({ text }) => `Số ${text} quá dài nên không đọc được chính xác; hãy viết ngắn lại`,
};
