import type { FormAnswers, FormOption, Question, Questionnaire } from './questionnaire.api';
import { stepsOf } from './questionnaire-check';

/** A question as results count it: of a matrix, one for each item. */
export interface CountedQuestion {
  /** The question's id, or `question.item`. */
  readonly key: string;
  readonly question: Question;
  readonly itemId: string | null;
  readonly options: readonly FormOption[];
}

/** One choice in one form. */
export interface CountedChoice {
  readonly key: string;
  /** The agency that is rated in a matrix; null elsewhere. */
  readonly agencyId: string | null;
  readonly option: string;
}

/** What can be counted, in the order of the form; free texts and the choice of the office are not. */
export function countedQuestions({ sections }: Questionnaire): readonly CountedQuestion[] {
  return sections.flatMap(({ questions }) => questions.flatMap(countedOf));
}

function countedOf(question: Question): readonly CountedQuestion[] {
  if (question.kind === 'text' || question.kind === 'office') {
    return [];
  }
  const { options } = question;
  return question.kind === 'matrix'
    ? question.items.map(({ id }) => ({ key: `${question.id}.${id}`, question, itemId: id, options }))
    : [{ key: question.id, question, itemId: null, options }];
}

/** Every choice of a form that was checked. */
export function countedChoices(questionnaire: Questionnaire, answers: FormAnswers): readonly CountedChoice[] {
  return countedQuestions(questionnaire).flatMap(({ key, question, itemId }): readonly CountedChoice[] => {
    const answer = answers[question.id];
    if (typeof answer === 'string') {
      return [{ key, agencyId: null, option: answer }];
    }
    if (Array.isArray(answer)) {
      return (answer as readonly string[]).map((option) => ({ key, agencyId: null, option }));
    }
    return Object.entries((answer ?? {}) as Readonly<Record<string, Readonly<Record<string, string>>>>).flatMap(([agencyId, row]) => {
      const option = itemId === null ? undefined : row[itemId];
      return option === undefined ? [] : [{ key, agencyId, option }];
    });
  });
}

/** The value of an option on a scale, 1…5; null for one without a place. */
export function valueOf({ question, options }: CountedQuestion, option: string): number | null {
  const place = question.kind === 'scale' ? stepsOf(options).findIndex(({ id }) => id === option) : -1;
  return place < 0 ? null : place + 1;
}
