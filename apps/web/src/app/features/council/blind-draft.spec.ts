import type { LeafNode } from '@par-index/scoring';
import { type BlindDraft, isFaultless, kindsOf, pointsOf, problemsOf, requestOf, startOf, subjectOf } from './blind-draft';

const RATIO: LeafNode = {
  ...{ code: '1.1', title: 'Kế hoạch', max: 2 },
  rule: { kind: 'proportional', measure: { type: 'ratio', numerator: 'Đã xong', denominator: 'Phải làm' } },
};
const RELATIVE: LeafNode = { ...RATIO, rule: { kind: 'relative', measure: { type: 'number', label: 'Sáng kiến', unit: 'sáng kiến' } } };
const declared = { numerator: 9, denominator: 10 };
const subject = subjectOf({ criterion: RATIO, decimals: 2, declared });
const draft = (overrides: Partial<BlindDraft> = {}): BlindDraft => ({ ...startOf(subject), reason: 'Đủ minh chứng', ...overrides });

describe('what one of two appraises', () => {
  it('begins with what the agency declared, where it declared anything', () => {
    expect(startOf(subject)).toMatchObject({ kind: 'accept', answer: declared });
    const undeclared = subjectOf({ criterion: RATIO, decimals: 2, declared: null });
    expect([startOf(undeclared).kind, kindsOf(undeclared), kindsOf(subject)]).toEqual(['award', ['correct', 'award'], ['accept', 'correct', 'award']]);
  });

  it.each<[Partial<BlindDraft>, number | null]>([
    [{ kind: 'accept' }, 1.8],
    [{ kind: 'correct', answer: { numerator: 1, denominator: 3 } }, 0.67],
    [{ kind: 'correct', answer: null }, null],
    [{ kind: 'correct', answer: declared, readable: 'no' }, null],
    [{ kind: 'award', awarded: '1,25' }, 1.25],
    [{ kind: 'award', awarded: '' }, null],
    [{ kind: 'award', awarded: '3' }, null],
  ])('of %j comes to %p points, rounded as the set rounds', (typed, points) => {
    expect(pointsOf(subject, draft(typed))).toBe(points);
  });

  it('is sent with a reason and in the terms of its kind', () => {
    expect(requestOf(draft({ kind: 'accept', reason: ' Đủ ' }))).toEqual({ kind: 'accept', reason: 'Đủ' });
    expect(requestOf(draft({ kind: 'correct', awarded: '1' }))).toEqual({ kind: 'correct', reason: 'Đủ minh chứng', answer: declared });
    expect(requestOf(draft({ kind: 'award', awarded: '1,5' }))).toEqual({ kind: 'award', reason: 'Đủ minh chứng', awarded: 1.5 });
  });

  it('is not sent without one, beyond the maximum, or half typed', () => {
    const faultless = (typed: Partial<BlindDraft>) => isFaultless(draft(typed), problemsOf(subject, draft(typed)));
    expect(faultless({})).toBe(true);
    expect(problemsOf(subject, draft({ reason: ' ' })).reason).toContain('Hãy ghi lý do');
    expect(problemsOf(subject, draft({ kind: 'award', awarded: 'ba' })).awarded).toContain('Hãy nhập số điểm');
    expect(problemsOf(subject, draft({ kind: 'award', awarded: '2,5' })).awarded).not.toBeNull();
    expect([faultless({ reason: '' }), faultless({ kind: 'correct', readable: 'no' }), faultless({ kind: 'correct', answer: null }), faultless({ kind: 'award' })]).toEqual([false, false, false, false]);
  });

  it('is awarded where the points follow only from the whole group', () => {
    const waiting = subjectOf({ criterion: RELATIVE, decimals: 2, declared: null });
    expect(problemsOf(waiting, draft({ kind: 'correct', answer: { value: 3 } })).answer).toContain('Hãy giao điểm');
    expect(pointsOf(waiting, draft({ kind: 'award', awarded: '1' }))).toBe(1);
  });
});
