import { Place } from '../check/place';
import { ruleShape } from '../check/rule-shape';
import type { Rule } from '../model/rule';
import type { ChangedField, ChangedNode, SetDifference } from '../version/compare-sets';
import { fieldInWords } from './field-words';
import { pointsInWords, sentence } from './number-words';
import { ruleInWords } from './rule-words';
import { statedInWords } from './stated-words';

/**
 * One difference of two versions of a set, as a line each: the node, then what it was and what it is.
 *
 * @example
 * differenceInWords({ kind: 'added', code: '1.4', title: 'Sáng kiến', max: 2 }); // ['Thêm 1.4 «Sáng kiến», tối đa 2 điểm']
 */
export function differenceInWords(difference: SetDifference): readonly string[] {
  if (difference.kind === 'changed') return changeInWords(difference);
  const { kind, code, title, max } = difference;
  return [`${kind === 'added' ? 'Thêm' : 'Bỏ'} ${code} «${title}», tối đa ${pointsInWords(max)}`];
}

function changeInWords({ code, title, max, fields }: ChangedNode): readonly string[] {
  const head = code === null ? 'Bộ tiêu chí' : `${code} «${title}»`;
  return [head, ...fields.map((field) => fieldChangeInWords(field, max ?? { before: 0, after: 0 }))];
}

function fieldChangeInWords({ field, before, after }: ChangedField, max: NonNullable<ChangedNode['max']>): string {
  const [was, is] = [valueInWords(field, before, max.before), valueInWords(field, after, max.after)];
  const isUnseen = was === is && field === 'rule' && isRule(after);
  return `${sentence(fieldInWords(field))}: ${isUnseen ? UNSEEN : `${was} → ${is}`}`;
}

/** What is not printed of a rule: its examples, the ids of its lines, the limits of its figures. */
const UNSEEN = 'lời văn như trước, khác ở ví dụ, mã của các mức hoặc giới hạn của số liệu';

function valueInWords(field: string, value: unknown, max: number): string {
  if (value === undefined) return 'không ghi';
  if (field !== 'rule') return statedInWords(field, value);
  return isRule(value) ? `«${ruleInWords(value, max).join('; ')}»` : 'chưa viết xong';
}

/** A draft may say anything: what is no rule yet has no words. */
const isRule = (value: unknown): value is Rule => ruleShape(value, Place.root([]));
