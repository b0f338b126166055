import { capital } from './line-award';

/** Abbreviations of these decisions that a set writes in full. */
const IN_FULL: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}])CCHC(?![\p{L}\p{N}])/gu, 'cải cách hành chính'],
  [/(?<![\p{L}\p{N}])TTHC(?![\p{L}\p{N}])/gu, 'thủ tục hành chính'],
];

/** What stays in capitals where a whole title is printed in them. */
const ABBREVIATION = /^(?:UBND|HĐND|CCHC|TTHC|CNTT|VBQPPL|QPPL|ISO|SIPAS|PAR|XHH|CBCC|CCVC|CBCCVC|DVC|TTĐT|MTTQ|[IVX]+)$/u;

const isCapital = (text: string): boolean => /\p{L}{2}/u.test(text) && text === text.toLocaleUpperCase('vi') && text !== text.toLocaleLowerCase('vi');

const lowered = (text: string): string => text.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => (ABBREVIATION.test(word) ? word : word.toLocaleLowerCase('vi')));

/**
 * A title as a set has it: not in capitals, its usual abbreviations in full, without the full stop or colon behind it.
 *
 * @example
 * titleOf('CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH CCHC'); // 'Công tác chỉ đạo điều hành cải cách hành chính'
 */
export function titleOf(printed: string): string {
  const plain = printed.replace(/\s+/g, ' ').trim().replace(/\s*[.:;]+$/, '');
  const said = isCapital(plain) ? lowered(plain) : plain;
  return capital(IN_FULL.reduce((text, [short, full]) => text.replace(short, full), said));
}
