import type { Answer } from '@par-index/scoring';
import * as fc from 'fast-check';
import { figureUnlike, ratioJumped } from './figure-hints';
import { sameLabel, statedFigures } from './figures';
import { aSubject } from './hint-subject.fixture';

const past = (answer: Answer | null, year = 2025) => ({ year, points: null, max: 4, answer });

describe('a ratio that jumped', () => {
  it('is shown with both years', () => {
    const [hint] = ratioJumped(aSubject('1.1', { answer: { numerator: 19, denominator: 20 }, history: [past({ numerator: 2, denominator: 3 })] }));
    expect(hint).toMatchObject({ kind: 'ratio-jumped', sentence: 'Tỷ lệ tăng đột ngột: 95 % (19/20) năm nay so với 66,67 % (2/3) năm 2025.' });
  });

  it('is one from 20 percent points on, up or down', () => {
    const of = (numerator: number, before: number) => ratioJumped(aSubject('1.1', { answer: { numerator, denominator: 100 }, history: [past({ numerator: before, denominator: 100 })] }));
    expect(of(90, 71)).toEqual([]);
    expect(of(90, 70)).toHaveLength(1);
    expect(of(70, 90)[0]?.sentence).toContain('giảm đột ngột');
  });

  it('is exact where binary fractions are not', () => {
    expect(ratioJumped(aSubject('1.1', { answer: { numerator: 3, denominator: 10 }, history: [past({ numerator: 1, denominator: 10 })] }))).toHaveLength(1);
  });

  it('compares with the newest year that has one, and not with an award', () => {
    const history = [past({ awarded: 3, reason: 'x' }), past({ numerator: 95, denominator: 100 }, 2024), past({ numerator: 1, denominator: 100 }, 2023)];
    expect(ratioJumped(aSubject('1.1', { answer: { numerator: 19, denominator: 20 }, history }))).toEqual([]);
    expect(ratioJumped(aSubject('1.1', { answer: { numerator: 19, denominator: 20 } }))).toEqual([]);
    expect(ratioJumped(aSubject('1.3', { answer: { points: 1 }, history: [past({ points: 3 })] }))).toEqual([]);
  });

  it('is none of a ratio that is the same, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 9 }), (numerator, denominator, times) => {
        const history = [past({ numerator: numerator * times, denominator: denominator * times })];
        expect(ratioJumped(aSubject('1.1', { answer: { numerator, denominator }, history }))).toEqual([]);
      }),
    );
  });
});

describe('a figure unlike the same one elsewhere', () => {
  const answers = (denominator: number) => new Map<string, Answer>([['1.1', { numerator: 5, denominator: 20 }], ['1.2', { numerator: 5, denominator }]]);

  it('is named with both criteria and both figures', () => {
    const [hint, ...more] = figureUnlike(aSubject('1.1', { answer: { numerator: 5, denominator: 20 }, answers: answers(1250) }));
    expect(hint).toMatchObject({ kind: 'figure-unlike', sentence: '«Tổng số hồ sơ đã giải quyết» ở đây là 20, nhưng ở tiêu chí 1.2 là 1.250.' });
    expect(more).toEqual([]);
  });

  it('is none where they agree, or are about something else', () => {
    expect(figureUnlike(aSubject('1.1', { answer: { numerator: 5, denominator: 20 }, answers: answers(20) }))).toEqual([]);
    expect(figureUnlike(aSubject('1.1', { answer: null, answers: answers(7) }))).toEqual([]);
    expect(figureUnlike(aSubject('1.3', { answer: { points: 1 }, answers: answers(7) }))).toEqual([]);
  });

  it.each([
    ['Tổng số hồ sơ  đã giải quyết', 'số hồ sơ đã giải quyết'],
    ['Số văn bản (trừ văn bản mật)', 'SỐ VĂN BẢN trừ văn bản mật'],
    ['Tổng cán bộ', 'số cán bộ'],
  ])('takes «%s» for «%s»', (one, other) => {
    expect(sameLabel(one)).toBe(sameLabel(other));
  });

  it('keeps labels apart that differ in a word or an accent', () => {
    expect(sameLabel('Số hồ sơ đúng hạn')).not.toBe(sameLabel('Số hồ sơ đến hạn'));
    expect(sameLabel('Số bản')).not.toBe(sameLabel('Số ban'));
  });
});

describe('the figures of an answer', () => {
  it('are those of cases and items too', () => {
    const tally = { kind: 'tally', start: 'zero', items: [{ id: 'a', label: 'Lần', points: 1 }, { id: 'b', label: 'Bài', points: 1 }] } as const;
    const rule = { kind: 'bestOf', cases: [{ id: 'x', label: 'X', rule: tally }, { id: 'y', label: 'Y', rule: { kind: 'relative', measure: { type: 'number', label: 'Số vốn', unit: 'đồng' } } }] } as const;
    expect(statedFigures(rule, { cases: { x: { counts: { a: 2 } }, y: { value: 7 } } })).toEqual([{ label: 'Lần', value: 2 }, { label: 'Số vốn', value: 7 }]);
    expect(statedFigures(rule, { awarded: 1, reason: 'x' })).toEqual([]);
    expect(statedFigures({ kind: 'relative', measure: { type: 'growth', current: 'Nay', previous: 'Trước' } }, { current: 3, previous: 2 })).toEqual([{ label: 'Nay', value: 3 }, { label: 'Trước', value: 2 }]);
  });
});
