import type { SurveyAnswer } from '../model/answer';
import type { SurveyRule } from '../model/rule';
import type { SurveySample } from './uncertainty';

/**
 * Standard deviation of a survey leaf's mean percent, 0…100, for a simple random sample: by the shares of the options where they are known;
 * of a bare percent that of yes and no, which no other distribution exceeds. With the finite-population correction (N − n) / (N − 1) where
 * the population is known. After Cochran, Sampling Techniques, 3rd edition, sections 2.5 and 3.2.
 */
export function surveyDeviation(rule: SurveyRule, answer: SurveyAnswer, { responses, population }: SurveySample): number {
  return Math.sqrt((varianceOf(rule, answer) / responses) * correctionOf(responses, population));
}

function varianceOf({ options }: SurveyRule, answer: SurveyAnswer): number {
  if ('percent' in answer) return answer.percent * (100 - answer.percent);
  const counted = options.map(({ id, percent }) => ({ percent, count: answer.responses[id] ?? 0 }));
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const mean = counted.reduce((sum, { percent, count }) => sum + percent * count, 0) / total;
  return counted.reduce((sum, { percent, count }) => sum + (percent - mean) ** 2 * count, 0) / total;
}

function correctionOf(responses: number, population: number | undefined): number {
  if (population === undefined) return 1;
  return population <= responses ? 0 : (population - responses) / (population - 1);
}
