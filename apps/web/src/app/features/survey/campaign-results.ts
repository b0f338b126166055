import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { CampaignView } from '@par-index/contract';
import { NumberPipe } from '../../ui/format/number-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { formWords } from '../../ui/survey-form/form-text';
import { officeName } from './office-name';
import { type ResultPart, SURVEY_ROOT, SurveyApi } from './survey-api';
import { percentWords, satisfactionWords } from './survey-words';

/** What came out: of everybody, of one office or of one group; bars with their figures, and the figures in tables. */
@Component({
  selector: 'par-campaign-results',
  imports: [LoadState, NumberPipe],
  templateUrl: './campaign-results.html',
  styleUrl: './survey-tables.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignResults {
  readonly campaign = input.required<CampaignView>();
  private readonly api = inject(SurveyApi);
  protected readonly words = formWords;
  protected readonly name = officeName;
  protected readonly percent = percentWords;
  protected readonly satisfaction = satisfactionWords;
  protected readonly part = signal<ResultPart>({ officeId: null, groupCode: null });
  protected readonly exportUrl = computed(() => `${SURVEY_ROOT}/${this.campaign().id}/forms.xlsx`);
  protected readonly exports = computed(() => this.campaign().openActions.length > 0);
  protected readonly loaded = rxResource({
    params: () => ({ id: this.campaign().id, part: this.part() }),
    stream: ({ params }) => this.api.results(params.id, params.part),
  });
  protected readonly optionNames = computed(() => {
    const questions = this.campaign().questionnaire.sections.flatMap((section) => section.questions);
    return new Map(questions.flatMap((question) => ('options' in question ? question.options.map(({ id, label }) => [id, formWords(label)] as const) : [])));
  });
  protected readonly itemNames = computed(() => {
    const questions = this.campaign().questionnaire.sections.flatMap((section) => section.questions);
    return new Map<string, string>(questions.flatMap((question) => (question.kind === 'matrix' ? question.items.map(({ id, text }) => [`${question.id}.${id}`, formWords(text)] as const) : [])));
  });

  /** `office:…`, `group:…` or nothing for everybody. */
  protected choose(value: string): void {
    const [kind, key = null] = value.split(':');
    this.part.set({ officeId: kind === 'office' ? key : null, groupCode: kind === 'group' ? key : null });
  }
}
