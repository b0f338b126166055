import type { Condition, FormAnswer, FormAnswers, FormFinding, FormOption, MatrixQuestion, MultipleQuestion, Question, Questionnaire, QuestionKind, TextQuestion } from './questionnaire.api';

/** Where a form is filled in. */
export interface FormPlace {
  /** What an office question may be answered with; empty where the link says the office, so that it is not asked. */
  readonly officeIds: readonly string[];
  /** The rows of a matrix. */
  readonly agencyIds: readonly string[];
}

type Found = readonly FormFinding[];

/** The questions that are shown with these answers, in their order: those of a hidden section are not. */
export function shownQuestions({ sections }: Questionnaire, answers: FormAnswers, { officeIds }: FormPlace): readonly Question[] {
  const shown: Question[] = [];
  for (const section of sections) {
    if (holdsAll(section.when, shown, answers)) {
      for (const question of section.questions) {
        if (holdsAll(question.when, shown, answers) && (question.kind !== 'office' || officeIds.length > 0)) {
          shown.push(question);
        }
      }
    }
  }
  return shown;
}

/** The answers to what is shown, without empty ones: what is to be sent and stored. */
export function keptAnswers(questionnaire: Questionnaire, answers: FormAnswers, place: FormPlace): FormAnswers {
  const shown = shownQuestions(questionnaire, answers, place);
  return Object.fromEntries(shown.flatMap(({ id }) => (Object.hasOwn(answers, id) && !isEmpty(answers[id]) ? [[id, answers[id] as FormAnswer] as const] : [])));
}

/**
 * What is wrong with a filled form, question by question; none where it can be taken. Answers to questions that are not shown are passed
 * over (`keptAnswers` leaves them out); answers to questions that there are not are refused. Never throws, whatever it is given.
 */
export function checkResponse(questionnaire: Questionnaire, answers: unknown, place: FormPlace): Found {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) {
    return [finding('', 'shape', 'Phiếu trả lời không đọc được. Hãy tải lại trang rồi gửi lại.')];
  }
  const given = answers as FormAnswers;
  const known = new Set(questionnaire.sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const strangers = Object.keys(given).filter((id) => !known.has(id));
  return [
    ...strangers.map((id) => finding(pointer(id), 'unknown', 'Phiếu không có câu hỏi này. Hãy tải lại trang để có phiếu mới nhất.')),
    ...shownQuestions(questionnaire, given, place).flatMap((question) => questionFindings(question, given, place)),
  ];
}

function questionFindings(question: Question, answers: FormAnswers, place: FormPlace): Found {
  const answer: unknown = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  const at = pointer(question.id);
  if (isEmpty(answer)) {
    return question.required ? [finding(at, 'required', 'Câu này cần được trả lời.')] : [];
  }
  return ANSWER_FINDINGS[question.kind](question as never, answer, { at, place });
}

interface Seen {
  readonly at: string;
  readonly place: FormPlace;
}

const chosen = (question: { readonly options: readonly FormOption[] }, answer: unknown, { at }: Seen): Found =>
  isOption(question.options, answer) ? [] : [finding(at, 'option', 'Hãy chọn một trong các lựa chọn của câu này.')];

const ANSWER_FINDINGS: Readonly<Record<QuestionKind, (question: never, answer: unknown, seen: Seen) => Found>> = {
  single: chosen,
  scale: chosen,
  service: chosen,
  office: (_question: Question, answer: unknown, { at, place }: Seen) =>
    typeof answer === 'string' && place.officeIds.includes(answer) ? [] : [finding(at, 'option', 'Hãy chọn cơ quan trong danh sách.')],
  text: ({ longest }: TextQuestion, answer: unknown, { at }: Seen) => {
    if (typeof answer !== 'string') {
      return [finding(at, 'text', 'Câu này được trả lời bằng chữ.')];
    }
    return answer.length > longest ? [finding(at, 'longest', `Câu trả lời dài quá ${longest} ký tự. Hãy viết ngắn lại.`)] : [];
  },
  multiple: ({ options, most }: MultipleQuestion, answer: unknown, { at }: Seen) => {
    const ticked: readonly unknown[] = Array.isArray(answer) ? answer : [];
    if (!Array.isArray(answer) || new Set(ticked).size !== ticked.length || !ticked.every((one) => isOption(options, one))) {
      return [finding(at, 'option', 'Hãy chọn trong các lựa chọn của câu này, mỗi lựa chọn một lần.')];
    }
    return most !== undefined && ticked.length > most ? [finding(at, 'most', `Câu này chọn nhiều nhất ${most} lựa chọn.`)] : [];
  },
  matrix: matrixFindings,
};

function matrixFindings({ items, options, required }: MatrixQuestion, answer: unknown, { at, place }: Seen): Found {
  if (!isRecord(answer) || !Object.values(answer).every(isRecord)) {
    return [finding(at, 'shape', 'Bảng đánh giá không đọc được. Hãy tải lại trang rồi gửi lại.')];
  }
  const rows = answer as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const strangers = Object.keys(rows).filter((agency) => !place.agencyIds.includes(agency));
  const wrong = Object.entries(rows).flatMap(([agency, row]) =>
    Object.entries(row).flatMap(([item, option]) =>
      items.some(({ id }) => id === item) && isOption(options, option) ? [] : [finding(`${at}${pointer(agency)}${pointer(item)}`, 'option', 'Hãy chọn một trong các mức đánh giá.')],
    ),
  );
  const missing = required ? place.agencyIds.flatMap((agency) => items.filter(({ id }) => rows[agency]?.[id] === undefined).map(({ id }) => `${at}${pointer(agency)}${pointer(id)}`)) : [];
  return [
    ...strangers.map((agency) => finding(`${at}${pointer(agency)}`, 'agency', 'Phiếu này không đánh giá cơ quan này.')),
    ...wrong,
    ...missing.map((one) => finding(one, 'required', 'Nội dung này của cơ quan cần được đánh giá.')),
  ];
}

function holdsAll(when: readonly Condition[] | undefined, shown: readonly Question[], answers: FormAnswers): boolean {
  return (when ?? []).every(({ question, oneOf }) => {
    const answer = shown.some(({ id }) => id === question) && Object.hasOwn(answers, question) ? answers[question] : undefined;
    return Array.isArray(answer) ? answer.some((one: unknown) => oneOf.includes(one as string)) : typeof answer === 'string' && oneOf.includes(answer);
  });
}

function isEmpty(answer: unknown): boolean {
  if (answer === undefined || answer === null) {
    return true;
  }
  if (typeof answer === 'string') {
    return answer.trim() === '';
  }
  return Array.isArray(answer) ? answer.length === 0 : isRecord(answer) && Object.values(answer).every((row) => isRecord(row) && Object.keys(row).length === 0);
}

const isOption = (options: readonly FormOption[], answer: unknown): boolean => options.some(({ id }) => id === answer);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const pointer = (name: string): string => `/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`;
const finding = (at: string, code: string, detail: string): FormFinding => ({ pointer: at, code, detail });
