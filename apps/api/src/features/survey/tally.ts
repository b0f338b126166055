import { countedChoices, type FormAnswers, type Questionnaire } from '@par-index/contract';

/** A form as it is counted. */
export interface CountedForm {
  readonly officeId: string | null;
  readonly groupCode: string;
  readonly answers: FormAnswers;
}

/** One number of the aggregates. `question` and `option` are empty for the number of forms, `option` alone for how many answered the question. */
export interface TallyCell {
  readonly cell: string;
  readonly officeId: string | null;
  readonly groupCode: string;
  readonly question: string;
  readonly agencyId: string | null;
  readonly option: string;
  readonly count: number;
}

type Place = Omit<TallyCell, 'cell' | 'count'>;

/** Everything that these forms add to the aggregates, in the order of the cells. */
export function tallyOf(questionnaire: Questionnaire, forms: readonly CountedForm[]): readonly TallyCell[] {
  const cells = new Map<string, TallyCell>();
  for (const form of forms) {
    for (const place of placesOf(questionnaire, form)) {
      const cell = cellOf(place);
      const former = cells.get(cell);
      cells.set(cell, { ...place, cell, count: (former?.count ?? 0) + 1 });
    }
  }
  return [...cells.values()].sort((a, b) => (a.cell < b.cell ? -1 : 1));
}

function placesOf(questionnaire: Questionnaire, { officeId, groupCode, answers }: CountedForm): readonly Place[] {
  const choices = countedChoices(questionnaire, answers).map(({ key, agencyId, option }) => ({ officeId, groupCode, question: key, agencyId, option }));
  const answered = new Map(choices.map((choice) => [`${choice.question} ${choice.agencyId ?? ''}`, { ...choice, option: '' }]));
  return [{ officeId, groupCode, question: '', agencyId: null, option: '' }, ...answered.values(), ...choices];
}

const cellOf = ({ officeId, groupCode, question, agencyId, option }: Place): string => [officeId ?? '-', groupCode, question, agencyId ?? '-', option].join(' ');
