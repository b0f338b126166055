import type { SurveyRule } from '../model/rule';
import { surveyDeviation } from './survey-deviation';

const rule: SurveyRule = {
  kind: 'survey',
  options: [
    { id: 'good', label: 'Hài lòng', percent: 100 },
    { id: 'fair', label: 'Bình thường', percent: 50 },
    { id: 'poor', label: 'Không hài lòng', percent: 0 },
  ],
};
const sample = { agency: 'a', code: '1', responses: 400 };

it('of a percent is that of yes and no', () => {
  expect(surveyDeviation(rule, { percent: 80 }, sample)).toBeCloseTo(2, 10);
  expect(surveyDeviation(rule, { percent: 100 }, sample)).toBe(0);
});

it('of counts is that of the options, never more than of yes and no', () => {
  expect(surveyDeviation(rule, { responses: { good: 100, fair: 200, poor: 100 } }, sample)).toBeCloseTo(Math.sqrt(1250 / 400), 10);
  expect(surveyDeviation(rule, { responses: { fair: 400 } }, sample)).toBe(0);
  expect(surveyDeviation(rule, { responses: { good: 320, poor: 80 } }, sample)).toBeCloseTo(2, 10);
});

it.each([
  [401, 2 * Math.sqrt(1 / 400)],
  [800, 2 * Math.sqrt(400 / 799)],
  [400, 0],
  [300, 0],
])('a population of %p narrows it', (population, expected) => {
  expect(surveyDeviation(rule, { percent: 80 }, { ...sample, population })).toBeCloseTo(expected, 10);
});
