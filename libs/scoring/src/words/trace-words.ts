import { exactValueOf, fractionOf } from '../exact/exact-value';
import { compare, decimal, multiply } from '../exact/fraction';
import type { Measure } from '../model/measure';
import type { Rule } from '../model/rule';
import type { ExactValue, ExclusionReason, LeafTrace, TraceStep } from '../model/trace';
import { amount, edgesInWords, equalsAmount, exactAmount } from './measure-words';
import { equalsExact, formatExact, formatNumber, pointsInWords } from './number-words';

type StepName = TraceStep['step'];
type StepOf<S extends StepName> = Extract<TraceStep, { step: S }>;

/** What a step is read against: the rule that was applied, and the leaf's max. */
interface Reading {
  readonly rule: Rule;
  readonly max: number;
}

/** Shares and products are shown with more decimals than points have, so that the next line can be followed by hand. */
const WORKING_DECIMALS = 6;

/**
 * Why a leaf has the points it has, one short sentence for each step.
 *
 * @example
 * traceInWords(explainLeaf(set, '3.4', { numerator: 1842, denominator: 1905 }));
 * // ['Tỷ lệ = 1.842 / 1.905 × 100 ≈ 96,69%', 'Mức đạt = 96,69% / 100% ≈ 0,966929', '0,966929 × 2 ≈ 1,933858 điểm',
 * //  'Làm tròn đến 4 chữ số thập phân: 1,9339 điểm']
 */
export const traceInWords = (trace: LeafTrace): readonly string[] => stepsInWords(trace.steps, trace);

const stepsInWords = (steps: readonly TraceStep[], reading: Reading): readonly string[] =>
  steps.map((step) => (stepWords[step.step] as (step: TraceStep, reading: Reading) => string)(step, reading));

const stepWords: { readonly [S in StepName]: (step: StepOf<S>, reading: Reading) => string } = {
  excluded: ({ because, reason }) => exclusionWords[because](reason ?? 'không rõ lý do'),
  'not-applicable-full': ({ reason, points }) => `Không áp dụng: ${reason}. Được điểm tối đa: ${pointsInWords(points)}`,
  missing: () => 'Chưa có câu trả lời: 0 điểm',
  awarded: ({ awarded, reason }) => `Điểm giao: ${pointsInWords(awarded)} – ${reason}`,
  'option-chosen': ({ label, points }) => `Chọn «${label}»: ${pointsInWords(points)}`,
  'items-ticked': itemsInWords,
  capped: ({ value, cap }) => `${pointsInWords(value)} vượt mức tối đa, chỉ tính ${pointsInWords(cap)}`,
  ratio: ({ numerator, denominator, value }, { rule }) =>
    `Tỷ lệ = ${formatNumber(numerator)} / ${formatNumber(denominator)} × 100 ${equalsAmount(value, measureOf(rule))}`,
  value: ({ value }, { rule }) => `Số liệu: ${amount(value, measureOf(rule))}`,
  growth: growthInWords,
  'below-zero-line': ({ value, zeroBelow }, { rule }) =>
    `${exactAmount(value, measureOf(rule))} thấp hơn mức tối thiểu ${amount(zeroBelow, measureOf(rule))}: 0 điểm`,
  'negative-value': ({ value }, { rule }) => `Giá trị âm (${exactAmount(value, measureOf(rule))}): 0 điểm`,
  'share-of-target': shareInWords,
  band: ({ value, index }, { rule }) => `${exactAmount(value, measureOf(rule))} thuộc khoảng: ${bandInWords(rule, index)}`,
  'band-points': ({ points }) => `Điểm của khoảng: ${pointsInWords(points)}`,
  'band-linear': linearInWords,
  'tally-item': tallyItemInWords,
  'tally-total': tallyTotalInWords,
  'survey-mean': surveyMeanInWords,
  'survey-percent': ({ percent }) => `Kết quả khảo sát: ${formatNumber(percent)}%`,
  direct: ({ points }) => `Điểm chấm: ${pointsInWords(points)}`,
  case: caseInWords,
  'best-case': ({ label, points }) => `Lấy trường hợp có điểm cao nhất, «${label}»: ${exactPoints(points)}`,
  relative: relativeInWords,
  'times-max': ({ share, max, result }) =>
    `${formatExact(share, WORKING_DECIMALS)} × ${formatNumber(max)} ${equalsExact(result, WORKING_DECIMALS)} điểm`,
  rounded: ({ decimals, points }) =>
    `Làm tròn đến ${decimals === 0 ? 'hàng đơn vị' : `${decimals} chữ số thập phân`}: ${pointsInWords(points)}`,
};

const exclusionWords = {
  'not-applicable': (reason) => `Không áp dụng: ${reason}. Tiêu chí không tính vào điểm tối đa`,
  exempt: () => 'Cơ quan được miễn tiêu chí này: không tính vào điểm tối đa',
  'without-survey': () => 'Không có kết quả khảo sát: tiêu chí không tính vào điểm tối đa',
} satisfies Record<ExclusionReason, (reason: string) => string>;

const exactPoints = (points: ExactValue): string => `${formatExact(points, WORKING_DECIMALS)} điểm`;

/** Steps with a measured value come from rules with a measure alone; a percent is what most of them are. */
const PERCENT: Measure = { type: 'ratio', numerator: 'tử số', denominator: 'mẫu số' };
const measureOf = (rule: Rule): Measure => ('measure' in rule ? rule.measure : PERCENT);

function caseInWords({ id, label, steps, points }: StepOf<'case'>, { rule, max }: Reading): string {
  const own = rule.kind === 'bestOf' ? rule.cases.find((one) => one.id === id) : undefined;
  return `Trường hợp «${label}»: ${stepsInWords(steps, { rule: own?.rule ?? rule, max }).join('; ')} (${exactPoints(points)})`;
}

function bandInWords(rule: Rule, index: number): string {
  const band = rule.kind === 'bands' ? rule.bands[index] : undefined;
  return edgesInWords(band ?? {}, measureOf(rule));
}

function growthInWords({ current, previous, value }: StepOf<'growth'>, { rule }: Reading): string {
  const [now, before] = [formatNumber(current), formatNumber(previous)];
  return `Tốc độ tăng = (${now} − ${before}) / ${before} × 100 ${equalsAmount(value, measureOf(rule))}`;
}

function itemsInWords({ items, of, award, sum }: StepOf<'items-ticked'>): string {
  const labels = items.length === 0 ? '' : ` (${items.map(({ label }) => label).join('; ')})`;
  const condition = award === 'all' && items.length < of ? ', phải đạt tất cả' : '';
  return `Đạt ${items.length}/${of} nội dung${labels}${condition}: ${pointsInWords(sum)}`;
}

function shareInWords({ value, target, share, reached }: StepOf<'share-of-target'>, { rule }: Reading): string {
  const [own, full] = [exactAmount(value, measureOf(rule)), amount(target, measureOf(rule))];
  if (reached) return `${own} đạt mức hưởng điểm tối đa (từ ${full}): mức đạt = 1`;
  return `Mức đạt = ${own} / ${full} ${equalsExact(share, WORKING_DECIMALS)}`;
}

function linearInWords({ lower, upper, from, to, value, result }: StepOf<'band-linear'>, { rule }: Reading): string {
  const measure = measureOf(rule);
  const [low, high] = [amount(lower, measure), amount(upper, measure)];
  const stretch = `(${exactAmount(value, measure)} − ${inBrackets(low)}) / (${high} − ${inBrackets(low)})`;
  const rise = `(${formatNumber(to)} − ${formatNumber(from)})`;
  return `Nội suy: ${formatNumber(from)} + ${stretch} × ${rise} ${equalsExact(result, WORKING_DECIMALS)} điểm`;
}

const inBrackets = (figure: string): string => (figure.startsWith('-') ? `(${figure})` : figure);

function tallyItemInWords({ label, count, each, amount: counted }: StepOf<'tally-item'>): string {
  const full = multiply(decimal(count), decimal(each));
  const cap = compare(full, decimal(counted)) === 0 ? '' : `, chỉ tính ${pointsInWords(counted)}`;
  return `${label}: ${formatNumber(count)} × ${formatNumber(each)} = ${exactPoints(exactValueOf(full))}${cap}`;
}

function tallyTotalInWords({ start, total, result }: StepOf<'tally-total'>, { max }: Reading): string {
  if (start === 'max') return `Điểm tối đa ${formatNumber(max)} trừ ${formatNumber(total)}, còn ${pointsInWords(result)}`;
  return `Tổng: ${pointsInWords(total)}${total === result ? '' : `, chỉ tính tối đa ${pointsInWords(result)}`}`;
}

function surveyMeanInWords({ responses, total, percent }: StepOf<'survey-mean'>): string {
  const parts = responses.map((one) => `${one.label} ${formatNumber(one.count)} × ${formatNumber(one.percent)}%`).join('; ');
  return `Bình quân ${formatNumber(total)} phiếu (${parts}) ${equalsExact(percent, 2)}%`;
}

function relativeInWords({ value, best, share }: StepOf<'relative'>, { rule }: Reading): string {
  if (best === null || share === null) return 'Chờ tổng hợp: điểm tính theo mức cao nhất của các cơ quan trong nhóm';
  const [own, highest] = [exactAmount(value, measureOf(rule)), exactAmount(best, measureOf(rule))];
  if (fractionOf(best).n <= 0n) return `Mức cao nhất của nhóm là ${highest}, không lớn hơn 0: mức đạt = 0`;
  if (fractionOf(value).n < 0n) return `Giá trị âm (${own}): mức đạt = 0`;
  return `So với mức cao nhất của nhóm: ${own} / ${highest} ${equalsExact(share, WORKING_DECIMALS)}`;
}
