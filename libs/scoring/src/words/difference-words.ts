import { Place } from '../check/place';
import { ruleShape } from '../check/rule-shape';
import { fieldShapes } from '../check/set-shape';
import type { LeafSource } from '../model/criteria-set';
import type { Rule } from '../model/rule';
import type { ChangedField, ChangedNode, SetDifference } from '../version/compare-sets';
import { fieldInWords } from './field-words';
import { formatNumber, pointsInWords, sentence } from './number-words';
import { ruleInWords } from './rule-words';
import { sourceInWords } from './source-words';

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
  return `${sentence(fieldInWords(field))}: ${valueInWords(field, before, max.before)} → ${valueInWords(field, after, max.after)}`;
}

function valueInWords(field: string, value: unknown, max: number): string {
  if (value === undefined) return 'không ghi';
  if (field === 'rule') return isRule(value) ? `«${ruleInWords(value, max).join('; ')}»` : 'chưa viết xong';
  if (field === 'source' && isSource(value)) return sourceInWords(value);
  if (typeof value === 'number') return formatNumber(value);
  return `«${typeof value === 'string' ? value : JSON.stringify(value)}»`;
}

/** A draft may say anything: what is no rule yet has no words. */
const isRule = (value: unknown): value is Rule => ruleShape(value, Place.root([]));
const isSource = (value: unknown): value is LeafSource => fieldShapes.source(value, Place.root([]));
