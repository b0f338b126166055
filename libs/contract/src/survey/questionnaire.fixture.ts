import type { FormOption, FormText, Question, Questionnaire } from './questionnaire.api';

export const words = (vi: string): FormText => ({ vi, en: '' });
export const options = (...ids: readonly string[]): readonly FormOption[] => ids.map((id) => ({ id, label: words(id) }));

/** A form with one question of each kind; `more` depends on the first, the last section on `more`. */
export const EVERY_KIND: Questionnaire = {
  format: 'par-survey/1',
  code: 'moi-loai',
  title: words('Phiếu thử'),
  intro: words('Xin trả lời.'),
  factors: [{ id: 'f', title: words('Yếu tố') }],
  sections: [
    {
      id: 's1',
      title: words('Phần 1'),
      questions: [
        { id: 'used', kind: 'single', text: words('Đã dùng?'), required: true, options: options('yes', 'no') },
        { id: 'more', kind: 'multiple', text: words('Dùng gì?'), required: true, most: 2, when: [{ question: 'used', oneOf: ['yes'] }], options: options('a', 'b', 'c') },
        { id: 'step', kind: 'scale', text: words('Mức?'), required: false, factor: 'f', options: options('1', '2', '3', '4', '5') },
        { id: 'where', kind: 'office', text: words('Ở đâu?'), required: true },
        { id: 'which', kind: 'service', text: words('Lĩnh vực?'), required: false, options: options('land', 'other') },
      ],
    },
    {
      id: 's2',
      title: words('Phần 2'),
      when: [{ question: 'more', oneOf: ['a'] }],
      questions: [
        { id: 'rate', kind: 'matrix', text: words('Đánh giá'), required: true, items: [{ id: 'i', text: words('I') }, { id: 'j', text: words('J') }], options: options('A', 'B') },
        { id: 'say', kind: 'text', text: words('Góp ý'), required: false, longest: 10 },
      ],
    },
  ],
};

/** The same with one question changed. */
export const withQuestion = (id: string, change: Partial<Question> & Readonly<Record<string, unknown>>): unknown => ({
  ...EVERY_KIND,
  sections: EVERY_KIND.sections.map((section) => ({ ...section, questions: section.questions.map((question) => (question.id === id ? { ...question, ...change } : question)) })),
});
