import type { DecideRequest } from '@par-index/contract';
import { type Answer, compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { DomainError } from '../../platform/problem/domain-error';
import { decisionOf, type Kept } from './decision';

const set = compileCriteriaSet(APPRAISED_SET);
const declared: Answer = { numerator: 19, denominator: 20 };

function decide(request: Partial<DecideRequest>, at: { code?: string; declared?: Answer | null; below?: Answer | null; kept?: Kept } = {}) {
  const { code = '1.1', declared: own = declared } = at;
  const decidable = { set, leaf: set.leaf(code)!, declared: own, below: at.below === undefined ? own : at.below, kept: at.kept ?? null };
  return decisionOf(decidable, { kind: 'accept', reason: '', explanationWanted: false, question: '', ...request });
}

function refusalOf(work: () => unknown): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

describe('accepting', () => {
  it('takes the declared answer with its points', () => expect(decide({})).toEqual({ kind: 'accept', answer: declared, points: 20 }));
  it('takes an absent answer as nought', () => expect(decide({}, { declared: null })).toEqual({ kind: 'accept', answer: null, points: 0 }));
  it('leaves a relative criterion without points', () => expect(decide({}, { code: '1.3', declared: { value: 3 } })).toEqual({ kind: 'accept', answer: { value: 3 }, points: null }));
  it('is refused where the agency must not score itself', () => expect(refusalOf(() => decide({}, { code: '2.1', declared: null })).code).toBe('appraisal.nothing-to-accept'));
  it('needs a reason where a lower layer says something else', () => {
    expect(refusalOf(() => decide({}, { below: { numerator: 15, denominator: 20 } })).code).toBe('appraisal.reason-required');
    expect(decide({ reason: 'Giải trình hợp lý' }, { below: { numerator: 15, denominator: 20 } }).points).toBe(20);
  });
});

describe('correcting', () => {
  const lower: Answer = { numerator: 15, denominator: 20 };
  it('lets the points follow from the rule', () => expect(decide({ kind: 'correct', answer: lower, reason: 'Theo báo cáo' })).toEqual({ kind: 'correct', answer: lower, points: 10 }));
  it('needs a reason where the points change', () => expect(refusalOf(() => decide({ kind: 'correct', answer: lower, reason: '  ' })).code).toBe('appraisal.reason-required'));
  it('needs none where they stay', () => expect(decide({ kind: 'correct', answer: { numerator: 38, denominator: 40 } }).points).toBe(20));
  it('may take a criterion out of the maximum where the set allows it', () => {
    const answer: Answer = { notApplicable: true, reason: 'Không có đơn vị trực thuộc' };
    expect(decide({ kind: 'correct', answer, reason: 'Đúng thực tế' }, { code: '1.2', declared: { choice: 'du' } })).toEqual({ kind: 'correct', answer, points: null });
  });
  it('refuses an answer that the rule does not take, at its place', () => {
    const refusal = refusalOf(() => decide({ kind: 'correct', answer: { numerator: 5, denominator: 0 }, reason: 'x' }));
    expect(refusal.code).toBe('answer.invalid');
    expect(refusal.errors[0]?.pointer).toBe('/answer/denominator');
    expect(refusal.errors[0]?.detail).toMatch(/[à-ỹ]/);
  });
  it('refuses a missing answer', () => expect(refusalOf(() => decide({ kind: 'correct', reason: 'x' })).errors[0]?.pointer).toBe('/answer'));
  it('refuses an award in disguise', () => expect(refusalOf(() => decide({ kind: 'correct', answer: { awarded: 3, reason: 'x' }, reason: 'x' })).code).toBe('answer.award-forbidden'));
});

describe('awarding', () => {
  it('gives the points with their reason', () => expect(decide({ kind: 'award', awarded: 7.25, reason: ' Thiếu minh chứng ' })).toEqual({ kind: 'award', answer: { awarded: 7.25, reason: 'Thiếu minh chứng' }, points: 7.25 }));
  it('needs a reason also where the points stay', () => expect(refusalOf(() => decide({ kind: 'award', awarded: 20 })).code).toBe('appraisal.reason-required'));
  it('refuses more than the maximum', () => expect(refusalOf(() => decide({ kind: 'award', awarded: 20.01, reason: 'x' })).errors[0]?.pointer).toBe('/awarded'));
  it('refuses less than nought', () => expect(refusalOf(() => decide({ kind: 'award', awarded: -0.5, reason: 'x' })).errors[0]?.pointer).toBe('/awarded'));
  it('refuses more decimals than the set keeps', () => expect(refusalOf(() => decide({ kind: 'award', awarded: 1.125, reason: 'x' })).errors[0]?.code).toBe('answer.not-decimal'));
  it('refuses what is smaller than any decimal', () => expect(refusalOf(() => decide({ kind: 'award', awarded: 1e-7, reason: 'x' })).code).toBe('answer.invalid'));
  it('refuses an award without points', () => expect(refusalOf(() => decide({ kind: 'award', reason: 'x' })).errors[0]?.pointer).toBe('/awarded'));
});

describe('asking for an explanation', () => {
  it('needs a question', () => expect(refusalOf(() => decide({ explanationWanted: true, question: ' ' })).code).toBe('appraisal.question-required'));
  it('keeps the decision beside the question', () => expect(decide({ explanationWanted: true, question: 'Vì sao thiếu?' }).points).toBe(20));
});

describe('keeping', () => {
  const awarded: Answer = { awarded: 3, reason: 'Thiếu tài liệu' };
  it('writes what stands again, in its own kind and without a reason', () => {
    expect(decide({ kind: 'keep' }, { below: awarded, kept: { kind: 'award', answer: awarded } })).toEqual({ kind: 'award', answer: awarded, points: 3 });
    expect(decide({ kind: 'keep' }, { below: null, kept: { kind: 'accept', answer: null } })).toEqual({ kind: 'accept', answer: null, points: 0 });
  });
  it('is refused where nothing stands', () => {
    expect(refusalOf(() => decide({ kind: 'keep' })).errors).toMatchObject([{ pointer: '/kind', code: 'decision.nothing-to-keep' }]);
  });
});
