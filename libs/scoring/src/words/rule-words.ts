import type { Measure } from '../model/measure';
import type { Band, BandEdges, ChecklistRule, ProportionalRule, Rule, RuleKind, TallyItem, TallyRule } from '../model/rule';
import { amount, edgesInWords, isWithinRange, measureInWords, valueName } from './measure-words';
import { formatNumber, inSentence, pointsInWords, sentence } from './number-words';

type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;

/**
 * How an agency reads a rule, in the way decisions print it: one line or more.
 *
 * @example
 * ruleInWords({ kind: 'tally', start: 'max', items: [{ id: 'cham', label: 'Báo cáo chậm', points: 0.25 }] }, 1);
 * // ['Mỗi báo cáo chậm trừ 0,25 điểm, trừ tối đa 1 điểm']
 */
export function ruleInWords(rule: Rule, max: number): readonly string[] {
  return (ruleWords[rule.kind] as (rule: Rule, max: number) => readonly string[])(rule, max);
}

/** Points behind the words for them; nothing where there are none. */
const also = (points: number | undefined, words: string): string => (points === undefined ? '' : `${words} ${pointsInWords(points)}`);

const optionLines = (options: readonly { readonly label: string; readonly points: number }[]): readonly string[] =>
  options.map(({ label, points }) => `${label}: ${pointsInWords(points)}`);

const ruleWords: { readonly [K in RuleKind]: (rule: RuleOf<K>, max: number) => readonly string[] } = {
  choice: ({ options }) => optionLines(options),
  checklist: checklistInWords,
  proportional: (rule, max) => [measureInWords(rule.measure), sentence(sharesInWords(rule, max))],
  bands: ({ measure, bands }, max) => [
    measureInWords(measure),
    sentence(bands.map((band) => `${edgesInWords(band, measure)}: ${bandInWords(band, measure, max)}`).join('; ')),
  ],
  tally: tallyInWords,
  survey: ({ options }, max) => [
    `Điểm = tỷ lệ bình quân của các phiếu × ${pointsInWords(max)}`,
    ...options.map(({ label, percent }) => `${label}: ${formatNumber(percent)}%`),
  ],
  direct: ({ min = 0, step }, max) => [
    `Chấm trực tiếp từ ${formatNumber(min)} đến ${pointsInWords(max)}${also(step, ', bước')}`,
  ],
  bestOf: ({ cases }, max) => [
    'Tính theo trường hợp có điểm cao nhất',
    ...cases.map(({ label, rule }) => `${label}: ${ruleInWords(rule, max).join('; ')}`),
  ],
  relative: ({ measure }, max) => [
    measureInWords(measure),
    relativeInWords(valueName[measure.type], max),
  ],
};

const relativeInWords = (name: string, max: number): string =>
  `Điểm = ${name} của cơ quan / ${name} cao nhất trong nhóm × ${pointsInWords(max)}`;

function checklistInWords({ items, award = 'sum' }: ChecklistRule, max: number): readonly string[] {
  if (award === 'sum') return [`Cộng điểm các nội dung đạt, tối đa ${pointsInWords(max)}`, ...optionLines(items)];
  const condition = `Đạt tất cả ${items.length} nội dung: ${pointsInWords(max)}; thiếu một nội dung: 0 điểm`;
  return [condition, ...items.map(({ label }) => label)];
}

/** The value times max; over its target where that is not simply 100 %. */
function shareInWords(measure: Measure, target: number, max: number): string {
  const name = valueName[measure.type];
  if (measure.type === 'number') return `${name} / ${formatNumber(target)} × ${pointsInWords(max)}`;
  return `${name}${target === 100 ? '' : ` / ${amount(target, measure)}`} × ${pointsInWords(max)}`;
}

function sharesInWords({ measure, target = 100, zeroBelow = 0 }: ProportionalRule, max: number): string {
  const zeroLine = Math.max(zeroBelow, 0);
  const parts: readonly (readonly [BandEdges, string])[] = [
    [{ from: Math.max(target, zeroLine) }, pointsInWords(max)],
    [{ from: zeroLine, below: target }, shareInWords(measure, target, max)],
    [{ below: zeroLine }, pointsInWords(0)],
  ];
  const said = parts.filter(([edges]) => isWithinRange(edges, measure));
  return said.map(([edges, points]) => `${edgesInWords(edges, measure)}: ${points}`).join('; ');
}

function bandInWords(band: Band, measure: Measure, max: number): string {
  if ('points' in band) return pointsInWords(band.points);
  if ('proportional' in band) return shareInWords(measure, 100, max);
  return `nội suy từ ${formatNumber(band.linear.from)} đến ${pointsInWords(band.linear.to)}`;
}

function tallyInWords({ start, items }: TallyRule, max: number): readonly string[] {
  const verb = start === 'max' ? 'trừ' : 'tính';
  const alone = items.length === 1;
  const lines = items.map((item) => tallyItemInWords(alone ? { ...item, cap: Math.min(item.cap ?? max, max) } : item, verb));
  if (alone) return lines;
  return [...lines, `${start === 'max' ? 'Tất cả trừ' : 'Tổng cộng'} không quá ${pointsInWords(max)}`];
}

const tallyItemInWords = ({ label, points, cap }: TallyItem, verb: string): string =>
  `Mỗi ${inSentence(label)} ${verb} ${pointsInWords(points)}${also(cap, `, ${verb} tối đa`)}`;
