import { LEADERS_QUESTIONNAIRE, SIPAS_QUESTIONNAIRE } from '@par-index/contract';
import { ratingAnswers, sipasAnswers } from '../../../test/factories/survey.factory';
import { tallyOf } from './tally';

const form = (answers: object, officeId: string | null = 'o1') => ({ officeId, groupCode: 'nguoi-dan', answers: answers as never });
const countOf = (cells: ReturnType<typeof tallyOf>, cell: string): number | undefined => cells.find((one) => one.cell === cell)?.count;

describe('what forms add to the aggregates', () => {
  it('is the forms, who answered each question, and each choice, by office and group', () => {
    const cells = tallyOf(SIPAS_QUESTIONNAIRE, [form(sipasAnswers('hai-long')), form(sipasAnswers('binh-thuong')), form(sipasAnswers('hai-long'), 'o2')]);
    expect([countOf(cells, 'o1 nguoi-dan  - '), countOf(cells, 'o1 nguoi-dan hai-long-chung - '), countOf(cells, 'o1 nguoi-dan hai-long-chung - hai-long'), countOf(cells, 'o2 nguoi-dan hai-long-chung - hai-long')]).toEqual([2, 2, 1, 1]);
  });

  it('of a matrix is by agency, and who rated it is counted once', () => {
    const cells = tallyOf(LEADERS_QUESTIONNAIRE, [form(ratingAnswers(['g1', 'g2'], 'A'), null), form(ratingAnswers(['g1'], 'D'), null)]);
    expect([countOf(cells, '- nguoi-dan danh-gia.chung g1 '), countOf(cells, '- nguoi-dan danh-gia.chung g1 A'), countOf(cells, '- nguoi-dan danh-gia.chung g2 ')]).toEqual([2, 1, 1]);
  });

  it('counts somebody who ticked several once among those who answered', () => {
    const [first, ...others] = SIPAS_QUESTIONNAIRE.sections;
    const many = { ...SIPAS_QUESTIONNAIRE, sections: [{ ...first!, questions: [{ ...first!.questions[1]!, kind: 'multiple' as const }] as never }, ...others] };
    const cells = tallyOf(many, [form({ 'linh-vuc': ['dat-dai', 'khac'] })]);
    expect([countOf(cells, 'o1 nguoi-dan linh-vuc - '), countOf(cells, 'o1 nguoi-dan linh-vuc - khac')]).toEqual([1, 1]);
  });

  it('leaves texts and offices out, and lists its cells in one order', () => {
    const cells = tallyOf(SIPAS_QUESTIONNAIRE, [form(sipasAnswers('hai-long', { 'gop-y': 'Tốt', 'co-quan': 'o1' }))]).map(({ cell }) => cell);
    expect(cells.some((cell) => cell.includes('gop-y') || cell.includes('co-quan'))).toBe(false);
    expect(cells).toEqual(cells.toSorted());
  });
});
