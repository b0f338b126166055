import { type FormOption, type FormText, type Question, type Questionnaire, type QuestionKind, SATISFACTION_STEPS } from '@par-index/contract';

/** Where a question stands. */
export interface QuestionPlace {
  readonly section: number;
  readonly question: number;
}

const EMPTY: FormText = { vi: '', en: '' };
const OPTIONS: readonly FormOption[] = [{ id: 'a', label: EMPTY }, { id: 'b', label: EMPTY }];

/** The document with this question in the place of the one that stands there; `null` takes it away. */
export function withQuestion(document: Questionnaire, place: QuestionPlace, question: Question | null): Questionnaire {
  return withQuestions(document, place.section, (questions) => questions.flatMap((one, at) => (at === place.question ? (question ?? []) : one)));
}

/** A question of that kind at the end of a section. */
export function withNewQuestion(document: Questionnaire, section: number, kind: QuestionKind): Questionnaire {
  return withQuestions(document, section, (questions) => [...questions, newQuestion(kind, freeId(document, 'cau'))]);
}

/** Moved by so many places within its section; where there is no such place, nothing changes. */
export function withMovedQuestion(document: Questionnaire, { section, question }: QuestionPlace, by: -1 | 1): Questionnaire {
  return withQuestions(document, section, (questions) => {
    const [one, other] = [questions[question], questions[question + by]];
    return one && other ? questions.map((here, at) => (at === question ? other : at === question + by ? one : here)) : questions;
  });
}

export function withNewSection(document: Questionnaire): Questionnaire {
  const ids = new Set(document.sections.map(({ id }) => id));
  const id = numbered('phan', ids);
  return { ...document, sections: [...document.sections, { id, title: EMPTY, questions: [newQuestion('single', freeId(document, 'cau'))] }] };
}

/** One option a line; a line keeps the id, and what it counts as, of the option that stood there. */
export function optionsOf(before: readonly FormOption[], lines: string, language: 'vi' | 'en'): readonly FormOption[] {
  const ids = new Set(before.map(({ id }) => id));
  return lines.split('\n').map((line, at): FormOption => {
    const old = before[at];
    const id = old?.id ?? numbered('lua-chon', ids);
    ids.add(id);
    return { ...old, id, label: { ...(old?.label ?? EMPTY), [language]: line } };
  });
}

function withQuestions(document: Questionnaire, section: number, change: (questions: readonly Question[]) => readonly Question[]): Questionnaire {
  return { ...document, sections: document.sections.map((one, at) => (at === section ? { ...one, questions: change(one.questions) } : one)) };
}

function newQuestion(kind: QuestionKind, id: string): Question {
  const base = { id, text: EMPTY, required: true };
  switch (kind) {
    case 'text':
      return { ...base, kind, required: false, longest: 2000 };
    case 'office':
      return { ...base, kind };
    case 'matrix':
      return { ...base, kind, items: [{ id: 'noi-dung-1', text: EMPTY }], options: OPTIONS };
    case 'scale':
      return { ...base, kind, options: SATISFACTION_STEPS };
    default:
      return { ...base, kind, options: OPTIONS };
  }
}

const freeId = ({ sections }: Questionnaire, stem: string): string => numbered(stem, new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => id))));

function numbered(stem: string, taken: ReadonlySet<string>): string {
  let at = 1;
  while (taken.has(`${stem}-${at}`)) {
    at += 1;
  }
  return `${stem}-${at}`;
}
