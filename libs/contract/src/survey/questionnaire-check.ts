import { type Condition, type FormFinding, type FormOption, type FormText, type Question, QUESTION_KINDS, type Questionnaire, type QuestionKind } from './questionnaire.api';

/** More than any form that people fill in. */
export const MOST_QUESTIONS = 200;
export const MOST_OPTIONS = 300;
export const LONGEST_FORM_TEXT = 2000;
export const LONGEST_FREE_TEXT = 4000;

const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const STEPS = 5;

type Fields = Readonly<Record<string, unknown>>;
type Found = readonly FormFinding[];

const QUESTION_FIELDS = ['id', 'kind', 'text', 'hint', 'required', 'when', 'factor'] as const;
const FIELDS_OF: Readonly<Record<QuestionKind, readonly string[]>> = {
  single: [...QUESTION_FIELDS, 'options'],
  multiple: [...QUESTION_FIELDS, 'options', 'most'],
  scale: [...QUESTION_FIELDS, 'options'],
  matrix: [...QUESTION_FIELDS, 'options', 'items'],
  text: [...QUESTION_FIELDS, 'longest'],
  service: [...QUESTION_FIELDS, 'options'],
  office: QUESTION_FIELDS,
};

/** Everything that is wrong with a document that should be a questionnaire; none where it is one. Never throws. */
export function checkQuestionnaire(document: unknown): Found {
  if (!isFields(document)) {
    return [finding('', 'shape', 'Phiếu khảo sát phải là một nhóm thông tin.')];
  }
  const head = [
    ...unknownFields(document, ['format', 'code', 'title', 'intro', 'factors', 'sections'], ''),
    ...(document['format'] === 'par-survey/1' ? [] : [finding('/format', 'format', 'Định dạng phải là «par-survey/1».')]),
    ...(isText(document['code']) && document['code'].length <= 60 && CODE.test(document['code']) ? [] : [finding('/code', 'code', 'Mã phiếu cần có: chữ thường không dấu và số, nối bằng dấu gạch.')]),
    ...textFindings(document['title'], '/title'),
    ...textFindings(document['intro'], '/intro'),
    ...factorFindings(document['factors']),
  ];
  const sections = document['sections'];
  if (!Array.isArray(sections) || sections.length === 0) {
    return [...head, finding('/sections', 'empty', 'Phiếu cần ít nhất một phần có câu hỏi.')];
  }
  const inside = sections.flatMap((section: unknown, place) => sectionFindings(section, `/sections/${place}`));
  if (head.length > 0 || inside.length > 0) {
    return [...head, ...inside];
  }
  return wholeFindings(document as unknown as Questionnaire);
}

export const isQuestionnaire = (document: unknown): document is Questionnaire => checkQuestionnaire(document).length === 0;

function factorFindings(factors: unknown): Found {
  if (!Array.isArray(factors) || factors.length > 50) {
    return [finding('/factors', 'shape', 'Các yếu tố phải là một danh sách, không quá 50.')];
  }
  return [...factors.flatMap((factor: unknown, place) => namedFindings(factor, `/factors/${place}`, 'title')), ...doubled(factors as Fields[], '/factors')];
}

function sectionFindings(section: unknown, at: string): Found {
  if (!isFields(section)) {
    return [finding(at, 'shape', 'Phần này phải là một nhóm thông tin.')];
  }
  const { questions } = section;
  const own = [
    ...unknownFields(section, ['id', 'title', 'when', 'questions'], at),
    ...idFindings(section['id'], at),
    ...textFindings(section['title'], `${at}/title`),
    ...conditionShapes(section['when'], at),
  ];
  if (!Array.isArray(questions) || questions.length === 0) {
    return [...own, finding(`${at}/questions`, 'empty', 'Phần này chưa có câu hỏi nào.')];
  }
  return [...own, ...questions.flatMap((question: unknown, place) => questionFindings(question, `${at}/questions/${place}`))];
}

function questionFindings(question: unknown, at: string): Found {
  if (!isFields(question)) {
    return [finding(at, 'shape', 'Câu hỏi phải là một nhóm thông tin.')];
  }
  const kind = question['kind'] as QuestionKind;
  if (!QUESTION_KINDS.includes(kind)) {
    return [finding(`${at}/kind`, 'kind', `Loại câu hỏi phải là một trong: ${QUESTION_KINDS.join(', ')}.`)];
  }
  const { hint, factor } = question;
  return [
    ...unknownFields(question, FIELDS_OF[kind], at),
    ...idFindings(question['id'], at),
    ...textFindings(question['text'], `${at}/text`),
    ...(hint === undefined ? [] : textFindings(hint, `${at}/hint`)),
    ...(typeof question['required'] === 'boolean' ? [] : [finding(`${at}/required`, 'required', 'Cần nói rõ câu hỏi có bắt buộc hay không.')]),
    ...(factor === undefined || isText(factor) ? [] : [finding(`${at}/factor`, 'factor', 'Yếu tố phải là mã của một yếu tố trong phiếu.')]),
    ...conditionShapes(question['when'], at),
    ...OWN_FINDINGS[kind](question, at),
  ];
}

const OWN_FINDINGS: Readonly<Record<QuestionKind, (question: Fields, at: string) => Found>> = {
  single: (question, at) => optionFindings(question['options'], at),
  multiple: (question, at) => [
    ...optionFindings(question['options'], at),
    ...(question['most'] === undefined || isWhole(question['most'], 1, MOST_OPTIONS) ? [] : [finding(`${at}/most`, 'most', 'Số lựa chọn nhiều nhất phải là số nguyên từ 1.')]),
  ],
  scale: (question, at) => [
    ...optionFindings(question['options'], at),
    ...(Array.isArray(question['options']) && question['options'].filter((option: unknown) => isFields(option) && option['noOpinion'] !== true).length === STEPS
      ? []
      : [finding(`${at}/options`, 'steps', 'Thang đo cần đúng 5 mức, từ kém nhất đến tốt nhất.')]),
  ],
  matrix: (question, at) => [...optionFindings(question['options'], at), ...itemFindings(question['items'], at)],
  text: (question, at) => (isWhole(question['longest'], 1, LONGEST_FREE_TEXT) ? [] : [finding(`${at}/longest`, 'longest', `Độ dài tối đa phải từ 1 đến ${LONGEST_FREE_TEXT} ký tự.`)]),
  service: (question, at) => optionFindings(question['options'], at),
  office: () => [],
};

function optionFindings(options: unknown, at: string): Found {
  if (!Array.isArray(options) || options.length < 2 || options.length > MOST_OPTIONS) {
    return [finding(`${at}/options`, 'options', `Câu hỏi cần từ 2 đến ${MOST_OPTIONS} lựa chọn.`)];
  }
  const shapes = options.flatMap((option: unknown, place) => [
    ...namedFindings(option, `${at}/options/${place}`, 'label', ['satisfied', 'noOpinion']),
    ...flagFindings(option, `${at}/options/${place}`),
  ]);
  return [...shapes, ...doubled(options as Fields[], `${at}/options`)];
}

function flagFindings(option: unknown, at: string): Found {
  if (!isFields(option)) {
    return [];
  }
  const wrong = (['satisfied', 'noOpinion'] as const).filter((flag) => option[flag] !== undefined && typeof option[flag] !== 'boolean');
  const both = option['satisfied'] === true && option['noOpinion'] === true;
  return [
    ...wrong.map((flag) => finding(`${at}/${flag}`, 'flag', 'Ô này phải là có hoặc không.')),
    ...(both ? [finding(`${at}/satisfied`, 'flag', 'Lựa chọn «không có ý kiến» không thể là hài lòng.')] : []),
  ];
}

function itemFindings(items: unknown, at: string): Found {
  if (!Array.isArray(items) || items.length === 0 || items.length > 50) {
    return [finding(`${at}/items`, 'items', 'Bảng đánh giá cần từ 1 đến 50 nội dung.')];
  }
  return [...items.flatMap((item: unknown, place) => namedFindings(item, `${at}/items/${place}`, 'text')), ...doubled(items as Fields[], `${at}/items`)];
}

function namedFindings(one: unknown, at: string, words: string, others: readonly string[] = []): Found {
  if (!isFields(one)) {
    return [finding(at, 'shape', 'Mục này phải là một nhóm thông tin.')];
  }
  return [...unknownFields(one, ['id', words, ...others], at), ...idFindings(one['id'], at), ...textFindings(one[words], `${at}/${words}`)];
}

function conditionShapes(when: unknown, at: string): Found {
  if (when === undefined) {
    return [];
  }
  const sound = Array.isArray(when) && when.every((one: unknown) => isFields(one) && isText(one['question']) && isTexts(one['oneOf']) && Object.keys(one).length === 2);
  return sound ? [] : [finding(`${at}/when`, 'when', 'Điều kiện cần nêu câu hỏi và các lựa chọn của câu hỏi đó.')];
}

/** What can only be seen of the whole: doubled ids, factors and conditions that lead nowhere. */
function wholeFindings({ factors, sections }: Questionnaire): Found {
  const places = sections.flatMap(({ questions }, section) => questions.map((question, place) => ({ question, at: `/sections/${section}/questions/${place}` })));
  const known = new Set(factors.map(({ id }) => id));
  return [
    ...(places.length > MOST_QUESTIONS ? [finding('/sections', 'questions', `Phiếu có hơn ${MOST_QUESTIONS} câu hỏi.`)] : []),
    ...doubled(sections as unknown as Fields[], '/sections'),
    ...places.flatMap(({ question, at }, place) => [
      ...(places.findIndex((other) => other.question.id === question.id) < place ? [finding(`${at}/id`, 'doubled', `Mã câu hỏi «${question.id}» bị trùng.`)] : []),
      ...(question.factor === undefined || known.has(question.factor) ? [] : [finding(`${at}/factor`, 'factor', `Không có yếu tố «${question.factor}» trong phiếu.`)]),
      ...conditionFindings(question.when, places.slice(0, place).map((one) => one.question), at),
    ]),
    ...sections.flatMap(({ when }, place) => conditionFindings(when, sections.slice(0, place).flatMap(({ questions }) => questions), `/sections/${place}`)),
    ...officeFindings(places),
  ];
}

function officeFindings(places: readonly { readonly question: Question; readonly at: string }[]): Found {
  const offices = places.filter(({ question }) => question.kind === 'office');
  return offices.slice(1).map(({ at }) => finding(at, 'office', 'Phiếu chỉ có một câu chọn cơ quan đã phục vụ.'));
}

function conditionFindings(when: readonly Condition[] | undefined, before: readonly Question[], at: string): Found {
  return (when ?? []).flatMap(({ question: id, oneOf }, place) => {
    const question = before.find((one) => one.id === id);
    if (!question) {
      return [finding(`${at}/when/${place}/question`, 'when', `Điều kiện phải dựa vào một câu hỏi đứng trước; không có câu «${id}» ở trước.`)];
    }
    const options = 'options' in question && question.kind !== 'matrix' ? question.options.map((option) => option.id) : [];
    return oneOf.length > 0 && oneOf.every((option) => options.includes(option))
      ? []
      : [finding(`${at}/when/${place}/oneOf`, 'when', `Điều kiện nêu lựa chọn mà câu «${id}» không có.`)];
  });
}

function doubled(things: readonly Fields[], at: string): Found {
  return things.flatMap((thing, place) =>
    isFields(thing) && things.findIndex((other) => isFields(other) && other['id'] === thing['id']) < place ? [finding(`${at}/${place}/id`, 'doubled', `Mã «${String(thing['id'])}» bị trùng.`)] : [],
  );
}

function textFindings(text: unknown, at: string): Found {
  const sound = isFields(text) && Object.keys(text).length === 2 && isText(text['vi']) && isText(text['en']);
  if (!sound) {
    return [finding(at, 'text', 'Cần có lời tiếng Việt và ô tiếng Anh.')];
  }
  const { vi, en } = text as unknown as FormText;
  return vi.trim() === '' || vi.length > LONGEST_FORM_TEXT || en.length > LONGEST_FORM_TEXT
    ? [finding(`${at}/vi`, 'text', `Lời tiếng Việt cần được nhập, không quá ${LONGEST_FORM_TEXT} ký tự.`)]
    : [];
}

const idFindings = (id: unknown, at: string): Found => (isText(id) && ID.test(id) ? [] : [finding(`${at}/id`, 'id', 'Mã cần có: chữ không dấu, số và dấu gạch, không quá 60 ký tự.')]);

const unknownFields = (fields: Fields, known: readonly string[], at: string): Found =>
  Object.keys(fields).filter((name) => !known.includes(name)).map((name) => finding(`${at}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`, 'unknown', 'Trường này không có trong phiếu khảo sát.'));

const finding = (pointer: string, code: string, detail: string): FormFinding => ({ pointer, code, detail });
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isWhole = (value: unknown, least: number, most: number): boolean => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** The five steps of a scale, the worst first; without «không có ý kiến». */
export const stepsOf = (options: readonly FormOption[]): readonly FormOption[] => options.filter(({ noOpinion }) => noOpinion !== true);
