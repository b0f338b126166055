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

/** Sums up what forms add to the aggregates, however many there are: as much memory as there are numbers. */
export class Tally {
  private readonly sums = new Map<string, TallyCell>();

  constructor(private readonly questionnaire: Questionnaire) {}

  add(forms: readonly CountedForm[]): void {
    for (const form of forms) {
      for (const place of placesOf(this.questionnaire, form)) {
        const cell = cellOf(place);
        this.sums.set(cell, { ...place, cell, count: (this.sums.get(cell)?.count ?? 0) + 1 });
      }
    }
  }

  /** In the order of the cells. */
  cells(): readonly TallyCell[] {
    return [...this.sums.values()].sort((a, b) => (a.cell < b.cell ? -1 : 1));
  }
}

/** Everything that these forms add to the aggregates, in the order of the cells. */
export function tallyOf(questionnaire: Questionnaire, forms: readonly CountedForm[]): readonly TallyCell[] {
  const tally = new Tally(questionnaire);
  tally.add(forms);
  return tally.cells();
}

function placesOf(questionnaire: Questionnaire, { officeId, groupCode, answers }: CountedForm): readonly Place[] {
  const choices = countedChoices(questionnaire, answers).map(({ key, agencyId, option }) => ({ officeId, groupCode, question: key, agencyId, option }));
  const answered = new Map(choices.map((choice) => [`${choice.question} ${choice.agencyId ?? ''}`, { ...choice, option: '' }]));
  return [{ officeId, groupCode, question: '', agencyId: null, option: '' }, ...answered.values(), ...choices];
}

const cellOf = ({ officeId, groupCode, question, agencyId, option }: Place): string => [officeId ?? '-', groupCode, question, agencyId ?? '-', option].join(' ');
