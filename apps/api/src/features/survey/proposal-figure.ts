import { type CountedQuestion, countedQuestions, type Questionnaire } from '@par-index/contract';
import { type Answer, type CompiledLeaf, percentText, quotientText, type Rule, type SurveyRule, wilsonInterval } from '@par-index/scoring';

/** How many of one agency chose each option of one question. */
export interface CountedOption {
  readonly question: string;
  readonly option: string;
  readonly count: number;
}

/** What the forms say of one agency. */
export interface AgencyCounts {
  readonly counts: readonly CountedOption[];
  /** Forms that answered: of the question that the fewest did. */
  readonly forms: number;
  /** Of whom they are a sample; null where not known. */
  readonly population: number | null;
}

/** A figure in the terms of the criterion's rule, with what readers are told of it. */
export interface ProposedAnswer {
  readonly answer: Answer;
  readonly percent: string;
  readonly low: string | null;
  readonly high: string | null;
}

export type AnswerKind = 'responses' | 'percent' | 'value';

/** How a rule takes a survey's result; null where it takes none. */
export function answerKindOf(rule: Rule, questions: readonly CountedQuestion[]): AnswerKind | null {
  if (rule.kind === 'survey') {
    const ids = new Set(rule.options.map(({ id }) => id));
    const fits = questions.length > 0 && questions.every(({ options }) => options.every(({ id, noOpinion }) => noOpinion === true || ids.has(id)));
    return fits ? 'responses' : 'percent';
  }
  const measured = rule.kind === 'proportional' || rule.kind === 'bands' || rule.kind === 'relative' ? rule.measure.type : null;
  return measured === 'number' ? 'value' : null;
}

export const questionsOf = (questionnaire: Questionnaire, keys: readonly string[]): readonly CountedQuestion[] => countedQuestions(questionnaire).filter(({ key }) => keys.includes(key));

/** From counts, exactly: percents are rounded once, to four decimals. Null where nobody gave an opinion. */
export function figureOfCounts({ rule }: CompiledLeaf, questions: readonly CountedQuestion[], { counts, forms, population }: AgencyCounts): ProposedAnswer | null {
  const optionsOf = new Map(questions.map(({ key, options }) => [key, options]));
  const valid = counts.filter(({ question, option, count }) => count > 0 && optionsOf.get(question)?.some(({ id, noOpinion }) => id === option && noOpinion !== true));
  const counted = sumOf(valid);
  const satisfied = sumOf(valid.filter(({ question, option }) => optionsOf.get(question)?.some((one) => one.id === option && one.satisfied === true)));
  const kind = answerKindOf(rule, questions);
  if (counted === 0 || kind === null) {
    return null;
  }
  const percent = kind === 'responses' && rule.kind === 'survey' ? meanOf(rule, valid) : (percentText(satisfied, counted, 4) ?? '0');
  const isShare = kind !== 'responses' || (rule.kind === 'survey' && rule.options.every((option) => option.percent === 0 || option.percent === 100));
  const interval = isShare ? wilsonInterval((Number(percent) / 100) * forms, forms, population) : null;
  const [low, high] = interval ? [interval.low, interval.high].map((share) => (share * 100).toFixed(2)) : [null, null];
  return { answer: answerOf(kind, rule, { valid, percent }), percent, low: low ?? null, high: high ?? null };
}

const UNITS = 10_000;

/** Σ count × percent ÷ Σ count, exactly, rounded once to four decimals: what the rule itself will compute. */
function meanOf({ options }: SurveyRule, valid: readonly CountedOption[]): string {
  const units = new Map(options.map(({ id, percent }) => [id, Math.round(percent * UNITS)]));
  return quotientText(valid.reduce((sum, { option, count }) => sum + count * (units.get(option) ?? 0), 0), sumOf(valid) * UNITS, 4);
}

/** From a percent that was measured elsewhere. */
export function figureOfPercent({ rule }: CompiledLeaf, percent: string): ProposedAnswer | null {
  const kind = answerKindOf(rule, []);
  return kind === null ? null : { answer: kind === 'value' ? { value: Number(percent) } : { percent: Number(percent) }, percent, low: null, high: null };
}

function answerOf(kind: AnswerKind, rule: Rule, { valid, percent }: { readonly valid: readonly CountedOption[]; readonly percent: string }): Answer {
  if (kind !== 'responses' || rule.kind !== 'survey') {
    return kind === 'value' ? { value: Number(percent) } : { percent: Number(percent) };
  }
  const responses = rule.options.map(({ id }) => [id, sumOf(valid.filter(({ option }) => option === id))] as const);
  return { responses: Object.fromEntries(responses) };
}

const sumOf = (counts: readonly CountedOption[]): number => counts.reduce((sum, { count }) => sum + count, 0);
