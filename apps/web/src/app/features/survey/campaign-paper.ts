import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { type CampaignView, type FormAnswers, keptAnswers, type PublicForm } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { NumberPipe } from '../../ui/format/number-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { FormSheet } from '../../ui/survey-form/form-sheet';
import { formSteps, placeOfForm, wrongOn } from '../../ui/survey-form/form-steps';
import { officeName } from './office-name';
import { SurveyApi } from './survey-api';

/** Paper forms, typed from the sheet; a sample once more by somebody else, to see how often typing goes wrong. */
@Component({
  selector: 'par-campaign-paper',
  imports: [FormSheet, LoadState, MatButton, NumberPipe, RefusalNotice],
  templateUrl: './campaign-paper.html',
  styleUrl: './survey-tables.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignPaper {
  readonly campaign = input.required<CampaignView>();
  private readonly api = inject(SurveyApi);
  private readonly toasts = inject(Toasts);

  protected readonly name = officeName;
  protected readonly collects = computed(() => this.campaign().openActions.includes('collect'));
  protected readonly figures = rxResource({ params: () => this.campaign().id, stream: ({ params }) => this.api.paperFigures(params) });
  protected readonly number = signal('');
  protected readonly pass = signal<1 | 2>(1);
  protected readonly officeId = signal<string | null>(null);
  protected readonly groupCode = signal<string | null>(null);
  protected readonly answers = signal<FormAnswers>({});
  protected readonly checked = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly form = computed(() => formOf(this.campaign(), this.officeId()));

  protected async save(): Promise<void> {
    const form = this.form();
    this.checked.set(true);
    if (this.number().trim() === '' || formSteps(form, this.answers()).some((step) => wrongOn(form, step, this.answers()).length > 0)) {
      this.refused.set($localize`Hãy ghi số phiếu và trả lời các câu được đánh dấu.`);
      return;
    }
    this.busy.set(true);
    this.refused.set(null);
    try {
      await this.send(form);
      this.toasts.done($localize`Đã nhập phiếu số ${this.number()}:number:.`);
      this.answers.set({});
      this.number.set('');
      this.checked.set(false);
      this.figures.reload();
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set([refusal.detail, ...refusal.fields.map(({ detail }) => detail)].join(' '));
    } finally {
      this.busy.set(false);
    }
  }

  private async send(form: PublicForm): Promise<void> {
    const answers = keptAnswers(form.questionnaire, this.answers(), placeOfForm(form));
    const groupCode = this.groupCode() ?? this.campaign().groups[0]?.code ?? '';
    await firstValueFrom(this.api.enterPaper(this.campaign().id, { number: this.number().trim(), pass: this.pass() }, { officeId: this.officeId(), groupCode, answers }));
  }
}

/** The form as a respondent has it, for whoever types or looks. */
function formOf({ id, title, opensAt, closesAt, questionnaire, officeList, groups }: CampaignView, officeId: string | null): PublicForm {
  const agencies = [...new Map(officeList.map(({ agency }) => [agency.id, agency])).values()];
  const offices = officeList.map((office) => ({ id: office.id, name: officeName(office) }));
  return { campaignId: id, title, state: 'open', opensAt, closesAt, questionnaire, officeId, offices, agencies, groupCode: groups[0]?.code ?? '', privacy: [] };
}
