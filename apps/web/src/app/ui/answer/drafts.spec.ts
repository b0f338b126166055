import { signal } from '@angular/core';
import type { Answer, BestOfRule, Measure } from '@par-index/scoring';
import { bestOfDraft } from './best-of-draft';
import { draftOf } from './draft';
import { type HalfAnswer, hasUnreadable, NOTHING_TYPED } from './half-answer';
import { halfInWords } from './half-words';
import { measureDraft } from './measure-draft';
import { shareInWords } from './measured-share';
import { DIRECT_DRAFT, SURVEY_DRAFT } from './single-number-drafts';
import { noneOf, tallyDraft } from './tally-draft';

const RATIO: Measure = { type: 'ratio', numerator: 'Hồ sơ đúng hạn', denominator: 'Tổng số hồ sơ' };
const ITEMS = [
  { id: 'cham', label: 'Báo cáo chậm', points: 0.25 },
  { id: 'thieu', label: 'Báo cáo thiếu', points: 0.5 },
];

const whole = (answer: Answer) => ({ answer, half: null });
const halfOf = (texts: Readonly<Record<string, string>>) => ({ answer: null, half: { texts } });

describe('the draft of a measure', () => {
  const kind = measureDraft(RATIO);

  it('reads an answer into its fields, as numbers are written', () => {
    expect(kind.read({ numerator: 1842, denominator: 1905.5 })).toEqual({ numerator: '1.842', denominator: '1.905,5' });
  });

  it('is half an answer before both numbers are there, exactly as it was typed', () => {
    expect(kind.write({ numerator: '01.842', denominator: '' })).toEqual(halfOf({ numerator: '01.842', denominator: '' }));
    expect(kind.write({ numerator: '1.842', denominator: '1905' })).toEqual(whole({ numerator: 1842, denominator: 1905 }));
  });

  it('is half an answer while a field is no number', () => {
    const written = kind.write({ numerator: '18x', denominator: '1905' });
    expect(written).toEqual(halfOf({ numerator: '18x', denominator: '1905' }));
    expect(hasUnreadable(written.half)).toBe(true);
    expect(hasUnreadable(kind.write({ numerator: '18', denominator: '' }).half)).toBe(false);
  });

  it('is nothing once every field is empty', () => {
    expect(kind.write({ numerator: ' ', denominator: '' })).toEqual(NOTHING_TYPED);
  });

  it('comes back as it was typed, without fields that the rule no longer has', () => {
    expect(kind.restore({ texts: { numerator: '18x', former: '3' } })).toEqual({ numerator: '18x', denominator: '' });
    expect(kind.restore({ cases: {} })).toEqual({ numerator: '', denominator: '' });
  });
});

describe('what is being typed', () => {
  const ratio = signal(measureDraft(RATIO));

  it('stays while half an answer comes back as none, where halves are not kept', () => {
    const answer = signal<Answer | null>({ numerator: 1, denominator: 2 });
    const draft = draftOf({ answer, half: signal(undefined) }, ratio);
    draft();
    draft.set({ numerator: '1842', denominator: '' });
    answer.set(null);
    expect(draft()).toEqual({ numerator: '1842', denominator: '' });
  });

  it('gives way to an answer that says something else', () => {
    const answer = signal<Answer | null>(null);
    const draft = draftOf({ answer, half: signal(undefined) }, ratio);
    draft.set({ numerator: '7', denominator: '' });
    answer.set({ numerator: 5, denominator: 6 });
    expect(draft()).toEqual({ numerator: '5', denominator: '6' });
  });

  it('stands above the answer that it is to replace, and gives way once it is dropped', () => {
    const answer = signal<Answer | null>({ numerator: 1, denominator: 2 });
    const half = signal<HalfAnswer | null>({ texts: { numerator: '18x', denominator: '2' } });
    const draft = draftOf({ answer, half }, ratio);
    expect(draft()).toEqual({ numerator: '18x', denominator: '2' });
    half.set(null);
    expect(draft()).toEqual({ numerator: '1', denominator: '2' });
  });

  it('empties the fields when it is dropped and nothing stood there before', () => {
    const half = signal<HalfAnswer | null>({ texts: { numerator: '7', denominator: '' } });
    const draft = draftOf({ answer: signal(null), half }, ratio);
    draft();
    half.set(null);
    expect(draft()).toEqual({ numerator: '', denominator: '' });
  });

  it('is not touched by a new answer of somebody else while it is half an answer', () => {
    const answer = signal<Answer | null>(null);
    const half = signal<HalfAnswer | null>(null);
    const draft = draftOf({ answer, half }, ratio);
    draft.set({ numerator: '7', denominator: '' });
    half.set({ texts: { numerator: '7', denominator: '' } });
    answer.set({ numerator: 5, denominator: 6 });
    expect(draft()).toEqual({ numerator: '7', denominator: '' });
  });
});

describe('the share shown beside a ratio', () => {
  it('is rounded half up to two decimals', () => {
    expect(shareInWords(RATIO, { numerator: '1.842', denominator: '1905' })).toBe('96,69 %');
    expect(shareInWords(RATIO, { numerator: '1', denominator: '8' })).toBe('12,50 %');
  });

  it('falls below zero for a decline', () => {
    expect(shareInWords({ type: 'growth', current: 'Năm nay', previous: 'Năm trước' }, { current: '90', previous: '120' })).toBe('−25,00 %');
  });

  it('is not there without a whole', () => {
    expect(shareInWords(RATIO, { numerator: '1', denominator: '0' })).toBeNull();
    expect(shareInWords(RATIO, { numerator: '1', denominator: '' })).toBeNull();
    expect(shareInWords(RATIO, { numerator: '1', denominator: '2x' })).toBeNull();
    expect(shareInWords({ type: 'number', label: 'Số ngày', unit: 'ngày' }, { value: '3' })).toBeNull();
  });
});

describe('the draft of a tally', () => {
  const kind = tallyDraft(ITEMS);

  it('leaves out what was left empty', () => {
    expect(kind.write({ cham: '2', thieu: '' })).toEqual(whole({ counts: { cham: 2 } }));
    expect(kind.write({ cham: '', thieu: '' })).toEqual(NOTHING_TYPED);
  });

  it('answers «none» with a zero for every item', () => {
    expect(kind.write(noneOf(ITEMS))).toEqual(whole({ counts: { cham: 0, thieu: 0 } }));
  });

  it('is half an answer while a count is no number', () => {
    expect(kind.write({ cham: '2 lần', thieu: '1' })).toEqual(halfOf({ cham: '2 lần', thieu: '1' }));
  });
});

describe('the draft of a single number', () => {
  it('holds points or percent', () => {
    expect(DIRECT_DRAFT.write({ points: '1,25' })).toEqual(whole({ points: 1.25 }));
    expect(SURVEY_DRAFT.write({ percent: '82,5' })).toEqual(whole({ percent: 82.5 }));
    expect(SURVEY_DRAFT.write({ percent: '' })).toEqual(NOTHING_TYPED);
    expect(DIRECT_DRAFT.read({ points: 2 })).toEqual({ points: '2' });
    expect(DIRECT_DRAFT.read({ percent: 2 })).toEqual({ points: '' });
  });

  it('is half an answer while it is no number', () => {
    expect(DIRECT_DRAFT.write({ points: '1,' })).toEqual(halfOf({ points: '1,' }));
  });
});

describe('the draft of several cases', () => {
  const rule: BestOfRule = {
    kind: 'bestOf',
    cases: [
      { id: 'a', label: 'Theo đề án', rule: { kind: 'proportional', measure: RATIO } },
      { id: 'b', label: 'Đã tinh gọn', rule: { kind: 'choice', options: [{ id: 'x', label: 'Giữ ổn định', points: 1 }] } },
    ],
  };
  const kind = bestOfDraft(rule);
  const begun = halfOf({ numerator: '7', denominator: '' });

  it('answers with the cases that are answered, and keeps which others are open', () => {
    expect(kind.write({ b: whole({ choice: 'x' }) })).toEqual(whole({ cases: { b: { choice: 'x' } } }));
    const open = { a: NOTHING_TYPED, b: whole({ choice: 'x' }) };
    expect(kind.write(open)).toEqual({ answer: { cases: { b: { choice: 'x' } } }, half: { cases: open } });
    expect(kind.write({ a: NOTHING_TYPED })).toEqual({ answer: null, half: { cases: { a: NOTHING_TYPED } } });
    expect(kind.write({})).toEqual(NOTHING_TYPED);
  });

  it('is half an answer while one case is', () => {
    const cases = { a: begun, b: whole({ choice: 'x' }) };
    expect(kind.write(cases)).toEqual({ answer: null, half: { cases } });
  });

  it('opens the cases of an answer, and those of half an answer as they were', () => {
    expect(kind.read({ cases: { b: { choice: 'x' } } })).toEqual({ b: whole({ choice: 'x' }) });
    expect(kind.restore({ cases: { a: begun, former: begun } })).toEqual({ a: begun });
  });

  it('is read aloud field by field', () => {
    expect(halfInWords(rule, { cases: { a: begun, b: whole({ choice: 'x' }) } })).toBe('Theo đề án (Hồ sơ đúng hạn: 7; Tổng số hồ sơ: chưa nhập); Đã tinh gọn (Giữ ổn định)');
    expect(halfInWords(rule, { cases: { a: NOTHING_TYPED } })).toBe('Theo đề án (chưa nhập)');
    expect(halfInWords({ kind: 'tally', start: 'max', items: ITEMS }, { texts: { cham: '2x' } })).toBe('Báo cáo chậm: 2x; Báo cáo thiếu: chưa nhập');
    expect(halfInWords({ kind: 'direct' }, { texts: { points: '1,' } })).toBe('Điểm: 1,');
    expect(halfInWords({ kind: 'choice', options: [] }, { texts: {} })).toBe('chưa nhập');
  });
});
