import { signal } from '@angular/core';
import type { Answer, BestOfRule, Measure } from '@par-index/scoring';
import { bestOfDraft } from './best-of-draft';
import { draftOf } from './draft';
import { measureDraft } from './measure-draft';
import { shareInWords } from './measured-share';
import { DIRECT_DRAFT, SURVEY_DRAFT } from './single-number-drafts';
import { noneOf, tallyDraft } from './tally-draft';

const RATIO: Measure = { type: 'ratio', numerator: 'Hồ sơ đúng hạn', denominator: 'Tổng số hồ sơ' };
const ITEMS = [
  { id: 'cham', label: 'Báo cáo chậm', points: 0.25 },
  { id: 'thieu', label: 'Báo cáo thiếu', points: 0.5 },
];

describe('the draft of a measure', () => {
  const kind = measureDraft(RATIO);

  it('reads an answer into its fields', () => {
    expect(kind.read({ numerator: 1842, denominator: 1905 })).toEqual({ numerator: 1842, denominator: 1905 });
  });

  it('is no answer before both numbers are there', () => {
    expect(kind.write({ numerator: 1842, denominator: null })).toBeNull();
    expect(kind.write({ numerator: 1842, denominator: 1905 })).toEqual({ numerator: 1842, denominator: 1905 });
  });

  it('says that a field is no number', () => {
    expect(kind.write({ numerator: 'unreadable', denominator: 1905 })).toBe('unreadable');
  });
});

describe('what is being typed', () => {
  it('stays while half an answer comes back as none', () => {
    const answer = signal<Answer | null>({ numerator: 1, denominator: 2 });
    const draft = draftOf(answer, signal(measureDraft(RATIO)));
    draft();
    draft.set({ numerator: 1842, denominator: null });
    answer.set(null);
    expect(draft()).toEqual({ numerator: 1842, denominator: null });
  });

  it('gives way to an answer that says something else', () => {
    const answer = signal<Answer | null>(null);
    const draft = draftOf(answer, signal(measureDraft(RATIO)));
    draft.set({ numerator: 7, denominator: null });
    answer.set({ numerator: 5, denominator: 6 });
    expect(draft()).toEqual({ numerator: 5, denominator: 6 });
  });
});

describe('the share shown beside a ratio', () => {
  it('is rounded half up to two decimals', () => {
    expect(shareInWords(RATIO, { numerator: 1842, denominator: 1905 })).toBe('96,69 %');
    expect(shareInWords(RATIO, { numerator: 1, denominator: 8 })).toBe('12,50 %');
  });

  it('falls below zero for a decline', () => {
    expect(shareInWords({ type: 'growth', current: 'Năm nay', previous: 'Năm trước' }, { current: 90, previous: 120 })).toBe('−25,00 %');
  });

  it('is not there without a whole', () => {
    expect(shareInWords(RATIO, { numerator: 1, denominator: 0 })).toBeNull();
    expect(shareInWords(RATIO, { numerator: 1, denominator: null })).toBeNull();
    expect(shareInWords({ type: 'number', label: 'Số ngày', unit: 'ngày' }, { value: 3 })).toBeNull();
  });
});

describe('the draft of a tally', () => {
  const kind = tallyDraft(ITEMS);

  it('leaves out what was left empty', () => {
    expect(kind.write({ cham: 2, thieu: null })).toEqual({ counts: { cham: 2 } });
    expect(kind.write({ cham: null, thieu: null })).toBeNull();
  });

  it('answers «none» with a zero for every item', () => {
    expect(kind.write(noneOf(ITEMS))).toEqual({ counts: { cham: 0, thieu: 0 } });
  });

  it('says that a count is no number', () => {
    expect(kind.write({ cham: 'unreadable', thieu: 1 })).toBe('unreadable');
  });
});

describe('the draft of a single number', () => {
  it('holds points or percent', () => {
    expect(DIRECT_DRAFT.write(1.25)).toEqual({ points: 1.25 });
    expect(SURVEY_DRAFT.write(82.5)).toEqual({ percent: 82.5 });
    expect(SURVEY_DRAFT.write(null)).toBeNull();
    expect(DIRECT_DRAFT.read({ points: 2 })).toBe(2);
    expect(DIRECT_DRAFT.read({ percent: 2 })).toBeNull();
  });
});

describe('the draft of several cases', () => {
  const rule: BestOfRule = {
    kind: 'bestOf',
    cases: [
      { id: 'a', label: 'Theo đề án', rule: { kind: 'proportional', measure: RATIO } },
      { id: 'b', label: 'Đã tinh gọn', rule: { kind: 'choice', options: [] } },
    ],
  };
  const kind = bestOfDraft(rule);

  it('answers with the cases that are answered', () => {
    expect(kind.write({ a: null, b: { choice: 'x' } })).toEqual({ cases: { b: { choice: 'x' } } });
    expect(kind.write({ a: null })).toBeNull();
  });

  it('passes on that a field within a case is no number', () => {
    expect(kind.write({ a: 'unreadable', b: { choice: 'x' } })).toBe('unreadable');
  });

  it('opens the cases of an answer', () => {
    expect(kind.read({ cases: { b: { choice: 'x' } } })).toEqual({ b: { choice: 'x' } });
  });
});
