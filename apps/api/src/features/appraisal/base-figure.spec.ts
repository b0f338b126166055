import { type Answer, compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { DomainError } from '../../platform/problem/domain-error';
import { figureOf } from './base-figure';

const set = compileCriteriaSet(APPRAISED_SET);
const place = (code: string, isExempt = false) => ({ set, code, isExempt });

function refusalOf(code: string, answer: Answer, isExempt = false): Pick<DomainError, 'code' | 'errors'> {
  try {
    figureOf(place(code, isExempt), answer, '/rows/3/answer');
  } catch (error) {
    if (error instanceof DomainError) {
      return error;
    }
    throw error;
  }
  throw new Error('It was not refused');
}

describe('figureOf', () => {
  it('gives a survey figure its points, as a percent or by responses', () => {
    expect(figureOf(place('2.2'), { percent: 91.17 }, '')).toMatchObject({ answer: { percent: 91.17 }, points: 18.23 });
    expect(figureOf(place('2.2'), { responses: { a: 3, b: 1 } }, '').points).toBe(15);
  });
  it('gives an imported figure its points', () => expect(figureOf(place('2.3'), { value: 72.5 }, '').points).toBe(7.25));
  it('sees whether another figure stands', () => {
    const figure = figureOf(place('2.2'), { responses: { a: 3, b: 1 } }, '');
    expect(figure.changes({ responses: { b: 1, a: 3 } })).toBe(false);
    expect(figure.changes({ responses: { a: 3, b: 2 } })).toBe(true);
    expect(figure.changes(null)).toBe(true);
  });
  it.each<[string, Answer, string]>([
    ['9.9', { percent: 1 }, 'answer.criterion-unknown'],
    ['2', { percent: 1 }, 'answer.criterion-unknown'],
    ['1.1', { numerator: 1, denominator: 2 }, 'base-figure.not-imported'],
    ['2.1', { points: 1 }, 'base-figure.not-imported'],
    ['2.2', { awarded: 3, reason: 'x' }, 'answer.award-forbidden'],
    ['2.2', { responses: {} }, 'answer.invalid'],
    ['2.2', { responses: { c: 1 } }, 'answer.invalid'],
    ['2.3', { value: 101 }, 'answer.invalid'],
    ['2.3', { value: 1.23456 }, 'answer.invalid'],
    ['2.3', { notApplicable: true, reason: 'x' }, 'answer.invalid'],
  ])('refuses for %s %j: %s', (code, answer, refusal) => expect(refusalOf(code, answer).code).toBe(refusal));
  it('refuses an exempt criterion', () => expect(refusalOf('2.2', { percent: 1 }, true).code).toBe('answer.criterion-exempt'));
  it('names the place in the request', () => expect(refusalOf('2.3', { value: 101 }).errors).toMatchObject([{ pointer: '/rows/3/answer/value' }]));
});
