import { checkQuestionnaire, SIPAS_QUESTIONNAIRE } from '@par-index/contract';
import { optionsOf, withMovedQuestion, withNewQuestion, withNewSection, withQuestion } from './questionnaire-change';

const idsOf = (document: typeof SIPAS_QUESTIONNAIRE, section = 0): readonly string[] => document.sections[section]?.questions.map(({ id }) => id) ?? [];

describe('a questionnaire that is edited', () => {
  const [first = '', second = ''] = idsOf(SIPAS_QUESTIONNAIRE);

  it('gets a question at the end of a section, under an id that nothing else has', () => {
    const twice = withNewQuestion(withNewQuestion(SIPAS_QUESTIONNAIRE, 0, 'scale'), 0, 'text');
    expect(idsOf(twice).slice(-2)).toEqual(['cau-1', 'cau-2']);
  });

  it('loses one and keeps the others', () => {
    expect(idsOf(withQuestion(SIPAS_QUESTIONNAIRE, { section: 0, question: 0 }, null))).toEqual(idsOf(SIPAS_QUESTIONNAIRE).slice(1));
  });

  it('moves a question within its section, and never out of it', () => {
    expect(idsOf(withMovedQuestion(SIPAS_QUESTIONNAIRE, { section: 0, question: 0 }, 1)).slice(0, 2)).toEqual([second, first]);
    expect(idsOf(withMovedQuestion(SIPAS_QUESTIONNAIRE, { section: 0, question: 0 }, -1))).toEqual(idsOf(SIPAS_QUESTIONNAIRE));
  });

  it('says what a new section still lacks', () => {
    const findings = checkQuestionnaire(withNewSection(SIPAS_QUESTIONNAIRE));
    expect(findings.some(({ pointer }) => pointer.startsWith(`/sections/${SIPAS_QUESTIONNAIRE.sections.length}/`))).toBe(true);
  });
});

describe('options typed one a line', () => {
  it('keep their ids and what they count as', () => {
    const before = [{ id: 'co', label: { vi: 'Có', en: 'Yes' }, satisfied: true }];
    expect(optionsOf(before, 'Có chứ\nKhông', 'vi')).toEqual([
      { id: 'co', label: { vi: 'Có chứ', en: 'Yes' }, satisfied: true },
      { id: 'lua-chon-1', label: { vi: 'Không', en: '' } },
    ]);
  });
});
