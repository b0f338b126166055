import { readAnswer, writtenAnswer } from './answer-text';
import { type CellValue, type Decoded, folded, isAmbiguous, numberOf, readList, readText, writtenList, writtenText } from './cell-text';

/** How one field stands in a cell, both ways. An empty cell is never decoded: the field is not there. */
export interface Codec {
  readonly encode: (value: unknown) => CellValue;
  readonly decode: (cell: string | number) => Decoded;
}

/** What no cell can say goes in as it is: it does not come back the same, and the set is not handed out. */
const asItIs = (value: unknown): CellValue => (typeof value === 'number' ? value : JSON.stringify(value) ?? null);

export const textCell: Codec = {
  encode: (value) => (typeof value === 'string' ? writtenText(value) : asItIs(value)),
  decode: (cell) => ({ value: typeof cell === 'number' ? String(cell) : readText(cell) }),
};

/** A code such as `1.10`, which as a number would be another one. */
export const codeCell: Codec = {
  encode: textCell.encode,
  decode: (cell) =>
    typeof cell === 'number' && !Number.isInteger(cell)
      ? { problem: `Mã đang ở dạng số (${String(cell).replace('.', ',')}), 1.1 và 1.10 sẽ lẫn nhau. Hãy định dạng ô là chữ rồi nhập lại mã.` }
      : textCell.decode(cell),
};

export const numberCell: Codec = {
  encode: (value) => (typeof value === 'number' ? value : asItIs(value)),
  decode: (cell) => {
    if (typeof cell === 'number') {
      return { value: cell };
    }
    const value = numberOf(cell);
    if (value === null) {
      return { problem: `«${cell.slice(0, 60)}» không phải là số. Hãy nhập số, dùng dấu phẩy cho phần thập phân.` };
    }
    return isAmbiguous(cell) ? { problem: `«${cell}» có thể hiểu là hai số khác nhau. Hãy nhập lại ô này dưới dạng số.` } : { value };
  },
};

export const listCell: Codec = {
  encode: (value) => (Array.isArray(value) && value.every((one) => typeof one === 'string') ? writtenList(value) : asItIs(value)),
  decode: (cell) => ({ value: readList(String(cell)) }),
};

/** The path of cases, which is written from its parts. */
export const pathCell: Codec = { encode: (value) => String(value), decode: (cell) => ({ value: String(cell).trim() }) };

const answerForm = 'Hãy viết như «phương án: kip-thoi» hoặc «tử số: 18; mẫu số: 20»; xem trang «Hướng dẫn».';

export const answerCell: Codec = {
  encode: writtenAnswer,
  decode: (cell) => {
    const value = readAnswer(String(cell));
    return value === null ? { problem: `Không hiểu câu trả lời của ví dụ. ${answerForm}` } : { value };
  },
};

/** A choice of words, each for a value of the set. */
export function wordsCell<T extends string | boolean>(words: readonly (readonly [T, string])[]): Codec {
  const byWord = new Map(words.map(([value, word]) => [folded(word), value]));
  const allowed = words.map(([, word]) => `«${word}»`).join(', ');
  return {
    encode: (value) => words.find(([known]) => known === value)?.[1] ?? asItIs(value),
    decode: (cell) => {
      const value = byWord.get(folded(String(cell)));
      return value === undefined ? { problem: `Không có lựa chọn «${String(cell).slice(0, 60)}». Hãy chọn một trong: ${allowed}.` } : { value };
    },
  };
}
