import { addPoints } from '../exact/points';
import type { Answer, SurveyAnswer } from '../model/answer';
import type { Rule } from '../model/rule';
import { formatNumber, pointsInWords } from './number-words';

/**
 * An answer in a few words, for tables and sheets. Labels come from the rule; an id that the rule does not know is said as it is.
 *
 * @example
 * answerInWords(rule, { numerator: 1842, denominator: 1905 }); // '1.842/1.905'
 * answerInWords(rule, { awarded: 1.5, reason: 'Thiếu phụ lục' }); // 'Điểm giao: 1,5 – Thiếu phụ lục'
 */
export function answerInWords(rule: Rule, answer: Answer): string {
  if ('notApplicable' in answer) return `Không áp dụng: ${answer.reason}`;
  if ('awarded' in answer) return `Điểm giao: ${formatNumber(answer.awarded)} – ${answer.reason}`;
  if ('choice' in answer) return labelOf(rule, answer.choice);
  if ('checked' in answer) return checkedInWords(rule, answer.checked);
  if ('numerator' in answer) return `${formatNumber(answer.numerator)}/${formatNumber(answer.denominator)}`;
  if ('value' in answer) return `${formatNumber(answer.value)}${unitOf(rule)}`;
  if ('current' in answer) return `${formatNumber(answer.current)} (kỳ trước: ${formatNumber(answer.previous)})`;
  if ('counts' in answer) return countsInWords(rule, answer.counts) || 'Không có trường hợp nào';
  if ('points' in answer) return pointsInWords(answer.points);
  return 'cases' in answer ? casesInWords(rule, answer.cases) : surveyInWords(rule, answer);
}

const unitOf = (rule: Rule): string =>
  'measure' in rule && rule.measure.type === 'number' && rule.measure.unit !== '' ? ` ${rule.measure.unit}` : '';

interface Named { readonly id: string; readonly label: string }

function namedOf(rule: Rule): readonly Named[] {
  if ('options' in rule) return rule.options;
  if ('items' in rule) return rule.items;
  return 'cases' in rule ? rule.cases : [];
}

const labelOf = (rule: Rule, id: string): string => namedOf(rule).find((one) => one.id === id)?.label ?? id;

function checkedInWords(rule: Rule, checked: readonly string[]): string {
  const labels = checked.map((id) => labelOf(rule, id)).join('; ');
  return `${checked.length}/${namedOf(rule).length} nội dung${labels === '' ? '' : `: ${labels}`}`;
}

const countsInWords = (rule: Rule, counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([id, count]) => `${labelOf(rule, id)}: ${formatNumber(count)}`)
    .join('; ');

function surveyInWords(rule: Rule, answer: SurveyAnswer): string {
  if ('percent' in answer) return `${formatNumber(answer.percent)}%`;
  const total = addPoints(Object.values(answer.responses));
  return `${formatNumber(total)} phiếu (${countsInWords(rule, answer.responses)})`;
}

const casesInWords = (rule: Rule, cases: Readonly<Record<string, Answer>>): string =>
  Object.entries(cases)
    .map(([id, answer]) => `${labelOf(rule, id)}: ${answerInWords(caseRule(rule, id), answer)}`)
    .join('; ');

const caseRule = (rule: Rule, id: string): Rule => ('cases' in rule ? rule.cases.find((one) => one.id === id)?.rule : undefined) ?? rule;
