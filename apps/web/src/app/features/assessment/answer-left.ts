import type { Rule } from '@par-index/scoring';
import { answerInWords } from '@par-index/scoring';
import type { Draft } from '../../platform/drafts/draft';
import { halfInWords } from '../../ui/answer/half-words';
import { ANSWER_FIELDS, type AnswerContent, type AnswerField, sameValue } from './answer-content';
import type { AnswerDraft } from './autosave-ports';
import { FIELD_WORDS } from './field-words';

/** One thing that was typed, did not reach the server and cannot any more. */
export interface LeftText {
  readonly field: string;
  readonly text: string;
}

/** What a draft holds that does not stand on the server, in words. */
export function leftTexts({ value }: Draft<AnswerDraft>, standing: AnswerContent, rule: Rule): readonly LeftText[] {
  const { content, base, half, setAside } = value;
  const words = (field: AnswerField, from: AnswerContent): LeftText => ({ field: FIELD_WORDS[field], text: field === 'answer' ? answerOr(rule, from) : from[field] });
  const changed = ANSWER_FIELDS.filter((field) => !sameValue(content[field], base[field]) && !sameValue(content[field], standing[field]));
  const halves = [...(half ? [half.typed] : []), ...setAside.flatMap((item) => item.half ?? [])];
  return [
    ...changed.map((field) => words(field, content)),
    ...halves.map((typed) => ({ field: $localize`Số liệu nhập dở`, text: halfInWords(rule, typed) })),
    ...setAside.filter((item) => !item.half && item.side === 'mine').map((item) => words(item.field, item.content)),
  ].filter(({ text }) => text !== '');
}

function answerOr(rule: Rule, { answer }: AnswerContent): string {
  return answer ? answerInWords(rule, answer) : '';
}
