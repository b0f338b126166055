import * as fc from 'fast-check';
import { countedChoices, countedQuestions } from './countable';
import { LEADERS_QUESTIONNAIRE } from './leaders-questionnaire';
import type { FormAnswers, Question, Questionnaire } from './questionnaire.api';
import { EVERY_KIND } from './questionnaire.fixture';
import { checkQuestionnaire } from './questionnaire-check';
import { checkResponse, type FormPlace, keptAnswers, shownQuestions } from './response-check';
import { SIPAS_QUESTIONNAIRE } from './sipas-questionnaire';

const PLACE: FormPlace = { officeIds: ['o1', 'o2'], agencyIds: ['g1', 'g2', 'g3'] };
const ALL = [['every kind', EVERY_KIND], ['citizens', SIPAS_QUESTIONNAIRE], ['leaders', LEADERS_QUESTIONNAIRE]] as const;

type Path = readonly (string | number)[];

/** Every place of a document, the root left out. */
function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) {
    return at.length > 0 ? [at] : [];
  }
  const members = Array.isArray(value) ? value.map((member: unknown, place) => [place, member] as const) : Object.entries(value);
  return [...(at.length > 0 ? [at] : []), ...members.flatMap(([name, member]) => pathsOf(member, [...at, name]))];
}

/** The document with something else in one place; the place itself is taken out for `undefined`. */
function changed(document: unknown, [name, ...rest]: Path, value: unknown): unknown {
  const copy: Record<string | number, unknown> = Array.isArray(document) ? ([...document] as never) : { ...(document as object) };
  const key = name as string | number;
  if (rest.length > 0) {
    copy[key] = changed(copy[key], rest, value);
  } else if (value !== undefined) {
    copy[key] = value;
  } else if (Array.isArray(copy)) {
    copy.splice(key as number, 1);
  } else {
    delete copy[key];
  }
  return copy;
}

const NONSENSE = [null, 7, true, [], {}, 'a b', [null], { a: 1 }] as const;
/** Where anything of its kind will do. */
const isFree = (path: Path, value: unknown): boolean =>
  (typeof value === 'string' && ['vi', 'en'].includes(String(path.at(-1)))) || (typeof value === 'boolean' && path.at(-1) === 'required') || (Array.isArray(value) && value.length === 0 && ['factors', 'when'].includes(String(path.at(-1)))) || (value === 7 && ['longest', 'most'].includes(String(path.at(-1))));

describe('a sound questionnaire', () => {
  const paths = pathsOf(EVERY_KIND);

  it.each(paths.map((path) => [path.join('/'), path] as const))('is not sound any more with nonsense at %s', (_, path) => {
    for (const value of NONSENSE.filter((one) => !isFree(path, one))) {
      const found = checkQuestionnaire(changed(EVERY_KIND, path, value));
      expect([value, found.length > 0]).toEqual([value, true]);
    }
  });

  it('misses whatever is taken out, but what need not be there', () => {
    const spared = paths.filter((path) => checkQuestionnaire(changed(EVERY_KIND, path, undefined)).length === 0).map((path) => path.join('/'));
    const optional = /\/(hint|when|factor|most|satisfied|noOpinion)$|^factors\/|\/options\/\d$|\/items\/\d$|\/questions\/\d$|\/when\/0$|^sections\/1$|\/oneOf\/0$/;
    expect(spared.filter((path) => !optional.test(path))).toEqual([]);
  });

  it('is looked at without failing, whatever stands anywhere', () => {
    fc.assert(fc.property(fc.constantFrom(...paths), fc.anything(), (path, value) => Array.isArray(checkQuestionnaire(changed(EVERY_KIND, path, value)))));
    fc.assert(fc.property(fc.anything(), (value) => Array.isArray(checkQuestionnaire(value))));
  });

  it('tells pointers that lead into the document, or to where something is missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...NONSENSE), (path, value) => {
        for (const { pointer } of checkQuestionnaire(changed(EVERY_KIND, path, value))) {
          expect(pointer === '' || /^(\/[^/]+)+$/.test(pointer)).toBe(true);
        }
      }),
    );
  });
});

/** Answers as somebody might give them: each question answered or, where it may be, left. */
function answersTo(questionnaire: Questionnaire): fc.Arbitrary<FormAnswers> {
  const questions = questionnaire.sections.flatMap(({ questions: own }) => own);
  return fc.tuple(...questions.map((question) => (question.required ? answerTo(question) : fc.option(answerTo(question), { nil: undefined })))).map((given) =>
    Object.fromEntries(questions.flatMap(({ id }, place) => (given[place] === undefined ? [] : [[id, given[place] as never]]))),
  );
}

function answerTo(question: Question): fc.Arbitrary<unknown> {
  switch (question.kind) {
    case 'text':
      return fc.string({ minLength: 1, maxLength: question.longest }).filter((text) => text.trim() !== '');
    case 'office':
      return fc.constantFrom(...PLACE.officeIds);
    case 'multiple':
      return fc.uniqueArray(fc.constantFrom(...question.options.map(({ id }) => id)), { minLength: 1, maxLength: question.most ?? question.options.length });
    case 'matrix': {
      const row = fc.record(Object.fromEntries(question.items.map(({ id }) => [id, fc.constantFrom(...question.options.map((option) => option.id))])));
      return fc.record(Object.fromEntries(PLACE.agencyIds.map((agency) => [agency, row])));
    }
    default:
      return fc.constantFrom(...question.options.map(({ id }) => id));
  }
}

describe.each(ALL)('a form for %s', (_, questionnaire) => {
  it('that answers everything is taken, whatever it says', () => {
    fc.assert(fc.property(answersTo(questionnaire), (answers) => expect(checkResponse(questionnaire, answers, PLACE)).toEqual([])));
  });

  it('is kept once: what is kept is taken and kept as it is, and asks the same questions', () => {
    fc.assert(
      fc.property(answersTo(questionnaire), (answers) => {
        const kept = keptAnswers(questionnaire, answers, PLACE);
        expect(checkResponse(questionnaire, kept, PLACE)).toEqual([]);
        expect(keptAnswers(questionnaire, kept, PLACE)).toEqual(kept);
        expect(shownQuestions(questionnaire, kept, PLACE)).toEqual(shownQuestions(questionnaire, answers, PLACE));
      }),
    );
  });

  it('without an answer that it needs is refused there', () => {
    fc.assert(
      fc.property(answersTo(questionnaire), fc.nat(), (answers, chance) => {
        const needed = shownQuestions(questionnaire, answers, PLACE).filter(({ required }) => required);
        const { id } = needed[chance % needed.length] as Question;
        const { [id]: _left, ...rest } = answers;
        expect(checkResponse(questionnaire, rest, PLACE).map(({ pointer, code }) => `${pointer} ${code}`)).toContain(`/${id} required`);
      }),
    );
  });

  it('is counted choice by choice, each with an option that there is', () => {
    const counted = new Map(countedQuestions(questionnaire).map((one) => [one.key, one]));
    fc.assert(
      fc.property(answersTo(questionnaire), (answers) => {
        for (const { key, option, agencyId } of countedChoices(questionnaire, answers)) {
          expect(counted.get(key)?.options.some(({ id }) => id === option)).toBe(true);
          expect(agencyId === null).toBe(counted.get(key)?.itemId === null);
        }
      }),
    );
  });

  it('counts as many choices as were made', () => {
    fc.assert(
      fc.property(answersTo(questionnaire), (answers) => {
        const made = Object.entries(answers).reduce((sum, [id, answer]) => sum + choicesIn(questionnaire, id, answer), 0);
        expect(countedChoices(questionnaire, answers)).toHaveLength(made);
      }),
    );
  });
});

function choicesIn({ sections }: Questionnaire, id: string, answer: FormAnswers[string]): number {
  const kind = sections.flatMap(({ questions }) => questions).find((question) => question.id === id)?.kind;
  if (kind === 'text' || kind === 'office') {
    return 0;
  }
  return typeof answer === 'string' ? 1 : Array.isArray(answer) ? answer.length : Object.values(answer).reduce<number>((sum, row) => sum + Object.keys(row as object).length, 0);
}
