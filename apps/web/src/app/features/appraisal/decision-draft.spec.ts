import { compiled, layer } from './appraisal.fixture';
import { decidedAnswer, type DecisionDraft, type DecisionSubject, figureOf, isChanged, isFaultless, needsReason, problemsOf, requestOf, startOf } from './decision-draft';

function subject(code: string, changes: Partial<DecisionSubject> = {}): DecisionSubject {
  const leaf = compiled.leaf(code);
  if (!leaf) throw new Error(code);
  return { purpose: 'decision', set: compiled, leaf, declared: null, below: null, former: null, ...changes };
}

const declared = { numerator: 80, denominator: 100 };
const ratio = subject('1.1', { declared, below: declared });
const draft = (changes: Partial<DecisionDraft>): DecisionDraft => ({ ...startOf(ratio), ...changes });

describe('A decision that begins', () => {
  it('accepts what was declared, with the declared figures ready to be corrected', () => {
    expect(startOf(ratio)).toMatchObject({ kind: 'accept', answer: declared, reason: '', explanation: 'not-wanted' });
    expect(isChanged(ratio, startOf(ratio))).toBe(false);
  });

  it('asks for figures where only the appraiser has any', () => {
    expect(startOf(subject('1.3'))).toMatchObject({ kind: 'correct', answer: null });
  });

  it('takes up a former award with its points as they are written here', () => {
    const former = layer({ code: '1.1', kind: 'award', answer: { awarded: 1.25, reason: 'Thiếu' }, reason: 'Thiếu' });
    expect(startOf({ ...ratio, former })).toMatchObject({ kind: 'award', awarded: '1,25', reason: 'Thiếu', answer: declared });
  });

  it('takes up a former correction, and the question that was asked', () => {
    const answer = { numerator: 70, denominator: 100 };
    const former = layer({ code: '1.1', kind: 'correct', answer, reason: 'Đếm lại', explanationWanted: true, question: 'Vì sao?' });
    expect(startOf({ ...ratio, former })).toMatchObject({ kind: 'correct', answer, explanation: 'wanted', question: 'Vì sao?' });
  });
});

describe('A reason', () => {
  it('is not needed to accept, or to correct figures that are worth the same', () => {
    expect(needsReason(ratio, draft({ kind: 'accept' }))).toBe(false);
    expect(needsReason(ratio, draft({ kind: 'correct', answer: { numerator: 800, denominator: 1000 } }))).toBe(false);
  });

  it('is needed where the points change, and always for an award', () => {
    expect(problemsOf(ratio, draft({ kind: 'correct', answer: { numerator: 70, denominator: 100 } })).reason).toMatch(/hãy ghi lý do/);
    expect(problemsOf(ratio, draft({ kind: 'award', awarded: '1,6' })).reason).toMatch(/hãy ghi lý do/);
  });

  it('of blanks is none', () => {
    expect(problemsOf(ratio, draft({ kind: 'award', awarded: '1', reason: '  ' })).reason).not.toBeNull();
  });

  it('is needed to accept over a lower layer that gave other points', () => {
    const second = { ...ratio, below: { awarded: 1, reason: 'Thiếu' } };
    expect(needsReason(second, draft({ kind: 'accept' }))).toBe(true);
  });

  it('is needed for other figures of a criterion that has no points before consolidation', () => {
    const relative = subject('1.4', { declared: { value: 40 }, below: { value: 40 } });
    expect(needsReason(relative, { ...startOf(relative), kind: 'accept' })).toBe(false);
    expect(needsReason(relative, { ...startOf(relative), kind: 'correct', answer: { value: 41 } })).toBe(true);
  });
});

describe('An award', () => {
  const problem = (awarded: string) => problemsOf(ratio, draft({ kind: 'award', awarded, reason: 'Có' })).awarded;

  it('lies between 0 and the maximum, in as many decimals as the set has', () => {
    expect(problem('0')).toBeNull();
    expect(problem('1,25')).toBeNull();
    expect(problem('2')).toBeNull();
    expect(problem('2,01')).toMatch(/không quá 2/);
    expect(problem('-1')).not.toBeNull();
    expect(problem('1,255')).toMatch(/tối đa 2 chữ số/);
    expect(problem('0,0000001')).toMatch(/tối đa 2 chữ số/);
  });

  it('has to be there, and a number', () => {
    expect(problem('')).toMatch(/Hãy nhập số điểm/);
    expect(problem('mười')).toMatch(/chưa phải là số/);
  });

  it('shows its points before the reason is written', () => {
    expect(decidedAnswer(ratio, draft({ kind: 'award', awarded: '1,25' }))).toMatchObject({ awarded: 1.25 });
  });
});

describe('A correction', () => {
  it('without figures, or with what the rule refuses, is no answer yet', () => {
    const empty = draft({ kind: 'correct', answer: null });
    expect(problemsOf(ratio, empty).answer).toMatch(/Hãy nhập số liệu/);
    expect(decidedAnswer(ratio, empty)).toBeUndefined();
    const wrong = draft({ kind: 'correct', answer: { numerator: 120, denominator: 0 } });
    expect(problemsOf(ratio, wrong).findings.length).toBeGreaterThan(0);
    expect(decidedAnswer(ratio, wrong)).toBeUndefined();
  });

  it('with a field that is no number can not be saved', () => {
    const unreadable = draft({ kind: 'correct', readable: 'no' });
    expect(isFaultless(unreadable, problemsOf(ratio, unreadable))).toBe(false);
  });
});

it('An explanation that is wanted needs its question', () => {
  const wanted = draft({ explanation: 'wanted' });
  expect(isFaultless(wanted, problemsOf(ratio, wanted))).toBe(false);
  expect(problemsOf(ratio, { ...wanted, question: 'Vì sao?' }).question).toBeNull();
});

describe('The request', () => {
  it('of an acceptance carries no figures', () => {
    expect(requestOf(draft({ kind: 'accept', reason: ' Đúng ' }))).toEqual({ kind: 'accept', reason: 'Đúng', explanationWanted: false, question: '' });
  });

  it('of a correction carries the figures, of an award the points', () => {
    const answer = { numerator: 70, denominator: 100 };
    expect(requestOf(draft({ kind: 'correct', answer, reason: 'Đếm lại' }))).toMatchObject({ kind: 'correct', answer });
    expect(requestOf(draft({ kind: 'award', awarded: '1,25', reason: 'Thiếu' }))).toMatchObject({ kind: 'award', awarded: 1.25 });
  });

  it('asks its question only where an explanation is wanted', () => {
    expect(requestOf(draft({ question: 'Vì sao?' })).question).toBe('');
    expect(requestOf(draft({ explanation: 'wanted', question: ' Vì sao? ' }))).toMatchObject({ explanationWanted: true, question: 'Vì sao?' });
  });
});

describe('A base figure', () => {
  const figure = subject('2', { purpose: 'figure', former: layer({ code: '2', layer: 'base', answer: { percent: 80 }, reason: 'Khảo sát' }) });

  it('needs a reason only where it changes one that is there', () => {
    expect(needsReason(figure, startOf(figure))).toBe(false);
    expect(problemsOf(figure, { ...startOf(figure), answer: { percent: 81 } }).reason).toMatch(/Số liệu đã có nay thay đổi/);
    expect(needsReason({ ...figure, former: null }, { ...startOf(figure), answer: { percent: 81 } })).toBe(false);
  });

  it('is sent with the reason', () => {
    expect(figureOf({ ...startOf(figure), answer: { percent: 81 }, reason: ' Đính chính ' })).toEqual({ answer: { percent: 81 }, reason: 'Đính chính' });
    expect(figureOf({ ...startOf(figure), answer: null })).toBeNull();
  });
});

describe('Appraisal 2', () => {
  const kept = layer({ code: '1.1', kind: 'award', answer: { awarded: 1, reason: 'Thiếu' }, points: 1, reason: 'Thiếu' });
  const again = subject('1.1', { declared, below: kept.answer, kept });

  it('begins with what stands, and keeping it needs no reason', () => {
    expect(startOf(again).kind).toBe('keep');
    expect(decidedAnswer(again, startOf(again))).toEqual(kept.answer);
    expect(needsReason(again, startOf(again))).toBe(false);
    expect(requestOf({ ...startOf(again), reason: ' Báo cáo không nêu ' })).toEqual({ kind: 'keep', reason: 'Báo cáo không nêu', explanationWanted: false, question: '' });
  });

  it('takes the agency\'s own answer with a reason', () => {
    const accepting = { ...startOf(again), kind: 'accept' as const };
    expect(decidedAnswer(again, accepting)).toEqual(declared);
    expect(needsReason(again, accepting)).toBe(true);
  });

  it('begins with what was decided again, where it was', () => {
    const former = layer({ code: '1.1', layer: 'appraisal-2', kind: 'accept', answer: declared, points: 1.6, reason: 'Đúng' });
    expect(startOf({ ...again, former })).toMatchObject({ kind: 'accept', reason: 'Đúng' });
  });
});
