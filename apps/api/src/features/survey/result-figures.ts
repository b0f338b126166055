import {
  type AgencyRef,
  type AgencyResult,
  type CountedQuestion,
  countedQuestions,
  type FactorResult,
  hiddenCells,
  type Questionnaire,
  type QuestionResult,
  type Satisfaction,
  valueOf,
} from '@par-index/contract';
import { percentText, quotientText, wilsonInterval } from '@par-index/scoring';
import type { CountedOpinion, CountRow, PartCount } from './result.repository';

/** What figures are computed from. */
export interface Counted {
  readonly questionnaire: Questionnaire;
  readonly counts: readonly CountRow[];
  readonly leastShown: number;
  /** N behind these forms, for the interval; null where not known. */
  readonly population: number | null;
  /** Questions whose answers could be found by subtraction. */
  readonly hidden: ReadonlySet<string>;
}

/** Questions that say how satisfied somebody is: they have an option that counts as satisfied. */
const opinionQuestions = (questionnaire: Questionnaire): readonly CountedQuestion[] => countedQuestions(questionnaire).filter(({ options }) => options.some(({ satisfied }) => satisfied === true));

/** Their options that count, with whether they count as satisfied. */
export const opinionsOf = (questionnaire: Questionnaire): readonly CountedOpinion[] =>
  opinionQuestions(questionnaire).flatMap(({ key, options }) => options.filter(({ noOpinion }) => noOpinion !== true).map(({ id, satisfied }) => ({ question: key, option: id, satisfied: satisfied === true })));

/** With the interval for a sample of `forms`: several answers of one person are no further people. */
export function satisfactionOf(satisfied: number, counted: number, sample: { readonly forms: number; readonly population: number | null }): Satisfaction {
  const interval = counted === 0 ? null : wilsonInterval((satisfied / counted) * Math.min(sample.forms, counted), Math.min(sample.forms, counted), sample.population);
  const [low, high] = interval ? [interval.low, interval.high].map((share) => (share * 100).toFixed(2)) : [null, null];
  return { counted, satisfied, percent: percentText(satisfied, counted, 2), low: low ?? null, high: high ?? null };
}

export function questionResults({ questionnaire, counts, leastShown, population, hidden }: Counted): readonly QuestionResult[] {
  return countedQuestions(questionnaire).map((counted) => {
    const { key, question, itemId, options } = counted;
    const own = counts.filter((row) => row.question === key);
    const answered = sumOf(own.filter(({ option }) => option === ''));
    const away = hidden.has(key) || (answered > 0 && answered < leastShown);
    const shown = away ? [] : own;
    const text = question.kind === 'matrix' ? (question.items.find(({ id }) => id === itemId)?.text ?? question.text) : question.text;
    const of = (wanted: (option: string) => boolean): number => sumOf(shown.filter(({ option }) => option !== '' && wanted(option)));
    const valid = new Set(options.filter(({ noOpinion }) => noOpinion !== true).map(({ id }) => id));
    const good = new Set(options.filter(({ satisfied }) => satisfied === true).map(({ id }) => id));
    const total = question.kind === 'multiple' ? (away ? 0 : answered) : of(() => true);
    return {
      ...{ key, text, factor: question.factor ?? null, hidden: away },
      ...satisfactionOf(good.size === 0 ? 0 : of((option) => good.has(option)), good.size === 0 ? 0 : of((option) => valid.has(option)), { forms: answered, population }),
      options: options.map(({ id, label }) => ({ id, label, count: of((option) => option === id), percent: percentText(of((option) => option === id), total, 2) })),
      mean: meanOf(counted, shown),
    };
  });
}

/** Exact: the sum of the values over their number. */
function meanOf(counted: CountedQuestion, rows: readonly CountRow[]): QuestionResult['mean'] {
  const valued = rows.flatMap(({ option, count }) => {
    const value = valueOf(counted, option);
    return value === null ? [] : [{ value, count }];
  });
  const denominator = sumOf(valued);
  const numerator = valued.reduce((sum, { value, count }) => sum + value * count, 0);
  return denominator === 0 ? null : { numerator, denominator, text: quotientText(numerator, denominator, 2) };
}

/** Of the questions that are shown: what is hidden can't be found by subtraction. */
export function factorResults({ factors }: Questionnaire, questions: readonly QuestionResult[], sample: { readonly forms: number; readonly population: number | null }): readonly FactorResult[] {
  return factors.map(({ id, title }) => {
    const own = questions.filter(({ factor, hidden }) => factor === id && !hidden);
    const sum = (field: 'satisfied' | 'counted'): number => own.reduce((total, one) => total + one[field], 0);
    return { id, title, ...satisfactionOf(sum('satisfied'), sum('counted'), sample) };
  });
}

/** Of a matrix: a line for each agency and item, hidden like the parts of a whole. */
export function agencyResults({ questionnaire, counts, leastShown, population }: Counted, agencies: readonly AgencyRef[]): readonly AgencyResult[] {
  return countedQuestions(questionnaire)
    .filter(({ itemId }) => itemId !== null)
    .flatMap(({ key, options }) => {
      const own = counts.filter((row) => row.question === key && row.agencyId !== null);
      const away = hiddenCells(own.filter(({ option }) => option === '').map(({ agencyId, count }) => ({ key: agencyId ?? '', count })), leastShown);
      return agencies.map((agency) => agencyLine({ agency, key, options }, away.has(agency.id) ? null : own.filter(({ agencyId }) => agencyId === agency.id), population));
    });
}

function agencyLine({ agency, key, options }: Pick<AgencyResult, 'agency' | 'key'> & Pick<CountedQuestion, 'options'>, rows: readonly CountRow[] | null, population: number | null): AgencyResult {
  if (rows === null) {
    return { agency, key, hidden: true, options: [], satisfaction: null };
  }
  const of = (ids: readonly string[]): number => sumOf(rows.filter(({ option }) => ids.includes(option)));
  const valid = options.filter(({ noOpinion }) => noOpinion !== true).map(({ id }) => id);
  const good = options.filter(({ satisfied }) => satisfied === true).map(({ id }) => id);
  return {
    ...{ agency, key, hidden: false },
    options: options.map(({ id }) => ({ id, count: of([id]), percent: percentText(of([id]), of(options.map((option) => option.id)), 2) })),
    satisfaction: satisfactionOf(of(good), of(valid), { forms: of(valid), population }),
  };
}

/** The questions of one part that must not be shown, since the other parts and the whole would give them away. */
export function hiddenQuestionsOf(answered: readonly PartCount[], part: string, leastShown: number): ReadonlySet<string> {
  const questions = new Set(answered.filter(({ question }) => question !== '').map(({ question }) => question));
  return new Set([...questions].filter((key) => hiddenCells(answered.filter(({ question }) => question === key).map(({ part: name, count }) => ({ key: name, count })), leastShown).has(part)));
}

/** The parts themselves that are hidden. */
export const hiddenParts = (answered: readonly PartCount[], leastShown: number): ReadonlySet<string> =>
  hiddenCells(answered.filter(({ question }) => question === '').map(({ part, count }) => ({ key: part, count })), leastShown);

const sumOf = (rows: readonly { readonly count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0);
