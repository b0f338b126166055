import { LEADERS_QUESTIONNAIRE, SIPAS_QUESTIONNAIRE } from '@par-index/contract';
import { compileCriteriaSet, type CompiledLeaf, type Rule, scoreLeaf } from '@par-index/scoring';
import * as fc from 'fast-check';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { answerKindOf, figureOfCounts, figureOfPercent, questionsOf } from './proposal-figure';
import { sourceWords } from './proposal-words';

const survey = (...options: readonly (readonly [id: string, percent: number])[]): Rule => ({ kind: 'survey', options: options.map(([id, percent]) => ({ id, label: id, percent })) });
const SIPAS = survey(['rat-hai-long', 100], ['hai-long', 100], ['binh-thuong', 0], ['khong-hai-long', 0], ['rat-khong-hai-long', 0]);
const RATING = survey(['A', 100], ['B', 60], ['C', 20], ['D', 0]);
const NUMBER: Rule = { kind: 'proportional', measure: { type: 'number', label: 'Tỷ lệ', unit: '%', max: 100 } };
const RATIO: Rule = { kind: 'proportional', measure: { type: 'ratio', numerator: 'a', denominator: 'b' } };

const OVERALL = questionsOf(SIPAS_QUESTIONNAIRE, ['hai-long-chung']);
const LEADING = questionsOf(LEADERS_QUESTIONNAIRE, ['danh-gia.chi-dao', 'danh-gia.chung']);
const leaf = (rule: Rule, max = 10): CompiledLeaf => ({ rule, max, code: '8.1' }) as CompiledLeaf;
const counts = (question: string, given: Readonly<Record<string, number>>) => Object.entries(given).map(([option, count]) => ({ question, option, count }));

describe('how a rule takes a survey', () => {
  it.each([
    ['responses, where the options are its own', SIPAS, OVERALL, 'responses'],
    ['responses, «không rõ» aside', RATING, LEADING, 'responses'],
    ['a percent, where they are others', RATING, OVERALL, 'percent'],
    ['a percent, without questions', SIPAS, [], 'percent'],
    ['a value, as a number', NUMBER, OVERALL, 'value'],
    ['not, as a ratio', RATIO, OVERALL, null],
    ['not, as a choice', { kind: 'choice', options: [] } as Rule, OVERALL, null],
  ])('is %s', (_, rule, questions, expected) => expect(answerKindOf(rule, questions)).toBe(expected));
});

describe('a figure', () => {
  it('of SIPAS is the share of hài lòng and rất hài lòng, as responses', () => {
    const figure = figureOfCounts(leaf(SIPAS), OVERALL, { counts: counts('hai-long-chung', { 'rat-hai-long': 120, 'hai-long': 94, 'binh-thuong': 20 }), forms: 234, population: 1000 });
    expect(figure).toMatchObject({ answer: { responses: { 'rat-hai-long': 120, 'hai-long': 94, 'binh-thuong': 20, 'khong-hai-long': 0, 'rat-khong-hai-long': 0 } }, percent: '91.4530' });
    expect(Number(figure?.low)).toBeGreaterThan(87);
    expect(Number(figure?.high)).toBeLessThan(95);
  });

  it('of ratings is the mean of the percents of the rule, without «không rõ» and without an interval', () => {
    const given = [...counts('danh-gia.chi-dao', { A: 3, B: 1, 'khong-ro': 9 }), ...counts('danh-gia.chung', { C: 1, D: 0 }), ...counts('danh-gia.phoi-hop', { D: 99 })];
    expect(figureOfCounts(leaf(RATING), LEADING, { counts: given, forms: 13, population: null })).toEqual({ answer: { responses: { A: 3, B: 1, C: 1, D: 0 } }, percent: '76.0000', low: null, high: null });
  });

  it('in percent or as a value is rounded once, to four decimals', () => {
    const given = { counts: counts('hai-long-chung', { 'hai-long': 2, 'binh-thuong': 1 }), forms: 3, population: null };
    expect(figureOfCounts(leaf(RATING), OVERALL, given)).toMatchObject({ answer: { percent: 66.6667 }, percent: '66.6667' });
    expect(figureOfCounts(leaf(NUMBER), OVERALL, given)).toMatchObject({ answer: { value: 66.6667 } });
    expect(figureOfPercent(leaf(SIPAS), '91.17')).toEqual({ answer: { percent: 91.17 }, percent: '91.17', low: null, high: null });
    expect([figureOfPercent(leaf(RATIO), '5'), figureOfPercent(leaf(NUMBER), '5')?.answer]).toEqual([null, { value: 5 }]);
  });

  it('is none where nobody gave an opinion', () => {
    expect(figureOfCounts(leaf(RATING), LEADING, { counts: counts('danh-gia.chung', { 'khong-ro': 5 }), forms: 5, population: null })).toBeNull();
    expect(figureOfCounts(leaf(RATIO), OVERALL, { counts: counts('hai-long-chung', { 'hai-long': 5 }), forms: 5, population: null })).toBeNull();
  });

  it('as responses gives the points of the exact share: nothing is lost on the way', () => {
    const set = compileCriteriaSet(JSON.parse(JSON.stringify(APPRAISED_SET), (key, value) => (key === 'rule' && value.kind === 'survey' ? SIPAS : value)));
    const survey22 = set.leaf('2.2') as CompiledLeaf;
    fc.assert(
      fc.property(fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000)).filter(([a, b, c]) => a + b + c > 0), ([very, yes, no]) => {
        const figure = figureOfCounts(survey22, OVERALL, { counts: counts('hai-long-chung', { 'rat-hai-long': very, 'hai-long': yes, 'binh-thuong': no }), forms: very + yes + no, population: null });
        const hundredths = (2n * BigInt(very + yes) * 20n * 100n + BigInt(very + yes + no)) / (2n * BigInt(very + yes + no));
        expect(scoreLeaf(set, '2.2', figure!.answer).points).toBe(Number(hundredths) / 100);
      }),
    );
  });
});

describe('the words of a source', () => {
  it.each([
    [{ percent: '91.1700', low: '86.61', high: '94.28', responses: 214, from: 'hai-long-chung' }, 'Khảo sát «SIPAS» (hai-long-chung): 214 phiếu, đạt 91,17 % (khoảng tin cậy 95 %: 86,61–94,28 %)'],
    [{ percent: '100.0000', low: null, high: null, responses: null, from: 'Bộ Nội vụ' }, 'Khảo sát «SIPAS» (Bộ Nội vụ): đạt 100 %'],
    [{ percent: '0.5000', low: null, high: null, responses: 1, from: 'a' }, 'Khảo sát «SIPAS» (a): 1 phiếu, đạt 0,5 %'],
  ])('%#', (facts, words) => expect(sourceWords('SIPAS', facts)).toBe(words));
});
