import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { FormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CampaignView, WriteCampaignRequest } from '@par-index/contract';
import { firstValueFrom, of } from 'rxjs';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { fromLocalInput, toLocalInput } from '../../ui/format/date-words';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { QuestionnaireApi } from './questionnaire-api';
import { SurveyApi } from './survey-api';

type GroupChoice = 'open' | 'invited';

/** What a campaign asks, whom and when, while it is a draft. */
@Component({
  selector: 'par-campaign-form-page',
  imports: [FieldError, LoadState, MatButton, PageHeader, ReactiveFormsModule, RefusalNotice, RouterLink],
  templateUrl: './campaign-form-page.html',
  styles: `.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr)); gap: var(--space-4); align-items: start; } table { border-collapse: collapse; } td, th { padding: var(--space-1) var(--space-3) var(--space-1) 0; text-align: left; } form { max-width: 880px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignFormPage {
  readonly id = input<string>();
  private readonly api = inject(SurveyApi);
  private readonly questionnaireApi = inject(QuestionnaireApi);
  private readonly router = inject(Router);
  protected readonly current = inject(CurrentCycle);

  protected readonly loaded = rxResource({ params: () => ({ id: this.id() }), stream: ({ params }) => (params.id === undefined ? of(null) : this.api.get(params.id)) });
  protected readonly questionnaires = rxResource({ stream: () => this.questionnaireApi.list() });
  protected readonly issued = computed(() => (this.questionnaires.hasValue() ? this.questionnaires.value().items.filter(({ state }) => state === 'issued') : []));
  protected readonly groups = rxResource({ stream: () => this.api.groups() });
  protected readonly chosen = signal<ReadonlyMap<string, GroupChoice>>(new Map());
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly busy = signal(false);
  protected readonly heading = $localize`Đợt khảo sát mới`;

  protected readonly form = inject(FormBuilder).nonNullable.group({
    title: '',
    questionnaireId: '',
    cycleId: '',
    opensAt: '',
    closesAt: '',
    graceHours: 24,
    leastShown: 5,
    errorPercent: 5,
  });

  constructor() {
    effect(() => {
      if (this.loaded.hasValue() && this.loaded.value()) {
        this.fill(this.loaded.value() as CampaignView);
      }
    });
  }

  protected problem(field: string): string | null {
    return this.refusal()?.field(`/${field}`) ?? null;
  }

  protected choose(code: string, choice: string): void {
    const next = new Map(this.chosen());
    if (choice === 'open' || choice === 'invited') {
      next.set(code, choice);
    } else {
      next.delete(code);
    }
    this.chosen.set(next);
  }

  protected async save(): Promise<void> {
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const before = this.loaded.value();
      const saved = await firstValueFrom(before ? this.api.edit(before, this.request()) : this.api.create(this.request()));
      await this.router.navigate(['/surveys', saved.id, 'offices']);
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private request(): WriteCampaignRequest {
    const { opensAt, closesAt, cycleId, ...fields } = this.form.getRawValue();
    const groups = [...this.chosen()].map(([code, choice]) => ({ code, byInvitation: choice === 'invited' }));
    return { ...fields, cycleId: cycleId || null, opensAt: momentOf(opensAt), closesAt: momentOf(closesAt), groups };
  }

  private fill(campaign: CampaignView): void {
    const { title, questionnaireId, cycleId, opensAt, closesAt, graceHours, leastShown, errorPercent, groups } = campaign;
    this.form.setValue({ title, questionnaireId, cycleId: cycleId ?? '', opensAt: toLocalInput(opensAt), closesAt: toLocalInput(closesAt), graceHours, leastShown, errorPercent });
    this.chosen.set(new Map(groups.map(({ code, byInvitation }) => [code, byInvitation ? 'invited' : 'open'])));
  }
}

const momentOf = (typed: string): string => (typed === '' ? '' : fromLocalInput(typed));
