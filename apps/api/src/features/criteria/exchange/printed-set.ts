import { checkCriteriaSet, formatNumber, type Rule, ruleInWords } from '@par-index/scoring';
import { type Fields, fieldAt, isFields } from './fields';
import { COMBINE_WORDS, NOT_APPLICABLE_WORDS, SOURCE_WORDS } from './workbook-words';
import { NOTE } from './word-node';

/** A criterion as a decision prints it. */
export interface PrintedRow {
  readonly level: number;
  readonly code: string;
  readonly title: string;
  readonly max: string;
  /** How it is scored, a line each; none for one that has criteria of its own. */
  readonly lines: readonly string[];
  readonly evidence: string;
  readonly appraiser: string;
  readonly notes: readonly string[];
}

const UNFINISHED = 'Cách tính điểm chưa hoàn chỉnh';
const textAt = (fields: unknown, path: string): string => {
  const value = fieldAt(fields, path);
  return typeof value === 'string' ? value : '';
};

/** A rule in words as its agencies read it. One that is still being written has none. */
function linesOf(rule: unknown, max: unknown): readonly string[] {
  const alone = { format: 'par-criteria-set/1', code: 'x', title: 'x', year: 2000, appliesTo: 'x', criteria: [{ code: '1', title: 'x', max, rule }] };
  return checkCriteriaSet(alone).set === null ? [UNFINISHED] : ruleInWords(rule as Rule, max as number);
}

/** The rows of a set or of a draft, in their order. `names`: of agencies by code. */
export function printedRows(document: unknown, names: ReadonlyMap<string, string>): readonly PrintedRow[] {
  const rows = (nodes: unknown, level: number): readonly PrintedRow[] =>
    (Array.isArray(nodes) ? (nodes as readonly unknown[]) : []).filter(isFields).flatMap((node) => [rowOf(node, level, names), ...rows(node['children'], level + 1)]);
  return rows(fieldAt(document, 'criteria'), 1);
}

function rowOf(node: Fields, level: number, names: ReadonlyMap<string, string>): PrintedRow {
  const max = node['max'];
  const appraiser = textAt(node, 'appraiser');
  const hint = textAt(node, 'evidence.hint');
  return {
    level,
    code: textAt(node, 'code'),
    title: textAt(node, 'title'),
    max: typeof max === 'number' ? formatNumber(max) : '',
    lines: node['children'] === undefined ? linesOf(node['rule'], max) : [],
    evidence: hint !== '' && fieldAt(node, 'evidence.required') !== true ? `${NOTE.optional}${hint}` : hint,
    appraiser: appraiser === '' ? '' : (names.get(appraiser) ?? appraiser),
    notes: notesOf(node),
  };
}

const wordOf = (words: readonly (readonly [unknown, string])[], value: unknown): readonly string[] => words.flatMap(([known, word]) => (known === value ? [word] : []));

/** What the columns do not say, as `nodeFields` reads it back; what is so by default is not said. */
function notesOf(node: Fields): readonly string[] {
  const basis = textAt(node, 'legalBasis');
  const guidance = textAt(node, 'guidance');
  return [
    ...(node['section'] === 'bonus' ? [NOTE.bonus] : node['section'] === 'penalty' ? [NOTE.penalty] : []),
    ...(node['combine'] === 'sum' ? [] : wordOf(COMBINE_WORDS, node['combine'])),
    ...(node['source'] === 'self' ? [] : wordOf(SOURCE_WORDS, node['source'])),
    ...(node['whenNotApplicable'] === 'forbidden' ? [] : wordOf(NOT_APPLICABLE_WORDS, node['whenNotApplicable']).map((word) => `${NOTE.notApplicable}${word}`)),
    ...(basis === '' ? [] : [`${NOTE.legalBasis}${basis}`]),
    ...(guidance === '' ? [] : guidance.split('\n')),
  ];
}
