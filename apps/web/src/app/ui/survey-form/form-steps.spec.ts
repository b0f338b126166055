import { type FormAnswers, LEADERS_QUESTIONNAIRE, type PublicForm, SIPAS_QUESTIONNAIRE } from '@par-index/contract';
import { formSteps, rated, rowOf, wrongOn } from './form-steps';

const agencies = ['a', 'b', 'c'].map((id) => ({ id, code: id, name: `Sở ${id}`, shortName: id }));
const form = (fields: Partial<PublicForm> = {}): PublicForm => ({
  ...{ campaignId: 'c1', title: 'Khảo sát', state: 'open', opensAt: '2026-11-01T00:00:00Z', closesAt: '2026-12-01T00:00:00Z' },
  ...{ questionnaire: LEADERS_QUESTIONNAIRE, officeId: null, offices: [], agencies, groupCode: 'lanh-dao', privacy: [], ...fields },
});

describe('the screens of a form', () => {
  it('are one for each agency of a matrix, and one for every other question', () => {
    expect(formSteps(form(), {}).map(({ key }) => key)).toEqual(['danh-gia/a', 'danh-gia/b', 'danh-gia/c', 'gop-y']);
  });

  it('come and go with the answers that they hang on', () => {
    const asked = form({ questionnaire: SIPAS_QUESTIONNAIRE });
    const keys = (answers: FormAnswers): number => formSteps(asked, answers).length;
    expect(keys({ 'da-phan-anh': 'roi' })).toBeGreaterThan(keys({ 'da-phan-anh': 'chua' }));
  });

  it('ask for the office only where nothing says it', () => {
    const offices = [{ id: 'o1', name: 'Sở Y tế' }];
    const asks = (officeId: string | null): boolean => formSteps(form({ questionnaire: SIPAS_QUESTIONNAIRE, offices, officeId }), {}).some(({ question }) => question.kind === 'office');
    expect(asks('o1')).toBe(false);
    expect(asks(null)).toBe(SIPAS_QUESTIONNAIRE.sections.some(({ questions }) => questions.some(({ kind }) => kind === 'office')));
  });
});

describe('what is missing on a screen', () => {
  it('is every item of the agency that is not rated, and of no other agency', () => {
    const [first] = formSteps(form(), {});
    const answers = first ? rated({}, first, 'chi-dao', 'A') : {};
    expect(first && wrongOn(form(), first, answers)).toEqual(['phoi-hop', 'the-che', 'thu-tuc', 'cong-chuc', 'so-hoa', 'chung']);
    expect(rowOf(answers, 'danh-gia', 'a')).toEqual({ 'chi-dao': 'A' });
    expect(rowOf(answers, 'danh-gia', 'b')).toEqual({});
  });

  it('is nothing on a question that may stay empty', () => {
    const last = formSteps(form(), {}).at(-1);
    expect(last && wrongOn(form(), last, {})).toEqual([]);
  });
});
