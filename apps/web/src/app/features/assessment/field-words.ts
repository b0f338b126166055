import type { AnswerField } from './answer-content';

/** What the fields of an answer are called on the page. */
export const FIELD_WORDS: Readonly<Record<AnswerField, string>> = {
  answer: $localize`Số liệu`,
  note: $localize`Thuyết minh`,
  evidenceExplanation: $localize`Giải trình thay tài liệu kiểm chứng`,
};
