import type { Finding } from '../model/finding';
import { adviceWords } from './advice-words';
import { answerFindingWords, caseFindingWords } from './answer-finding-words';
import { placeInWords } from './field-words';
import { sentence } from './number-words';
import { type FindingSentence, setFindingWords } from './set-finding-words';

/** A sentence for every code that the checks of a set, an answer and a case can give. */
export const findingWords = { ...setFindingWords, ...adviceWords, ...answerFindingWords, ...caseFindingWords };

/**
 * A finding as a sentence: what is wrong and what to do. A code that this version does not know gives a general sentence.
 *
 * @example
 * findingInWords({ severity: 'error', code: 'set.missing-field', pointer: '/title', params: { field: 'title' } });
 * // 'Thiếu tên; hãy bổ sung'
 */
export function findingInWords({ code, pointer, params }: Finding): string {
  const place = placeInWords(pointer);
  if (!Object.hasOwn(findingWords, code)) return sentence(`${place} chưa đúng; hãy kiểm tra lại`);
  return sentence((findingWords[code as keyof typeof findingWords] as FindingSentence<Finding['params']>)(params, place));
}
