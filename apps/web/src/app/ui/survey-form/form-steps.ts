import { type AgencyRef, checkResponse, type FormAnswers, type FormPlace, type FormText, type MatrixQuestion, type PublicForm, type Question, shownQuestions } from '@par-index/contract';

/** One screen of a form: a question, or of a matrix one agency with all its items. */
export interface FormStep {
  readonly key: string;
  readonly section: FormText;
  readonly question: Question;
  readonly agency: AgencyRef | null;
}

/** What may be answered there: the office is asked for where nothing says it. */
export const placeOfForm = ({ officeId, offices, agencies }: PublicForm): FormPlace => ({
  officeIds: officeId === null ? offices.map(({ id }) => id) : [],
  agencyIds: agencies.map(({ id }) => id),
});

/** The screens with these answers, in their order. */
export function formSteps(form: PublicForm, answers: FormAnswers): readonly FormStep[] {
  const { questionnaire, agencies } = form;
  return shownQuestions(questionnaire, answers, placeOfForm(form)).flatMap((question): readonly FormStep[] => {
    const section = questionnaire.sections.find(({ questions }) => questions.includes(question))?.title ?? questionnaire.title;
    return question.kind === 'matrix'
      ? agencies.map((agency) => ({ key: `${question.id}/${agency.id}`, section, question, agency }))
      : [{ key: question.id, section, question, agency: null }];
  });
}

/** Where something is missing or wrong on a screen: the ids of its items, or the question itself. */
export function wrongOn(form: PublicForm, { question, agency }: FormStep, answers: FormAnswers): readonly string[] {
  if (agency !== null && question.kind === 'matrix') {
    return missingItems(question, answers, agency.id);
  }
  const pointer = `/${question.id}`;
  return checkResponse(form.questionnaire, answers, placeOfForm(form)).some((finding) => finding.pointer === pointer) ? [question.id] : [];
}

function missingItems({ id, items, required }: MatrixQuestion, answers: FormAnswers, agencyId: string): readonly string[] {
  const row = rowOf(answers, id, agencyId);
  return required ? items.filter((item) => row[item.id] === undefined).map((item) => item.id) : [];
}

/** What was said of one agency, item by item. */
export function rowOf(answers: FormAnswers, questionId: string, agencyId: string): Readonly<Record<string, string>> {
  const answer = answers[questionId];
  return typeof answer === 'object' && !Array.isArray(answer) ? ((answer as Readonly<Record<string, Readonly<Record<string, string>>>>)[agencyId] ?? {}) : {};
}

/** The answers with one item of one agency rated. */
export function rated(answers: FormAnswers, { question, agency }: FormStep, itemId: string, option: string): FormAnswers {
  const agencyId = agency?.id ?? '';
  const before = answers[question.id];
  const rows = typeof before === 'object' && !Array.isArray(before) ? (before as Readonly<Record<string, Readonly<Record<string, string>>>>) : {};
  return { ...answers, [question.id]: { ...rows, [agencyId]: { ...rows[agencyId], [itemId]: option } } };
}
