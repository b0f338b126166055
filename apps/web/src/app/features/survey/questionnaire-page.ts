import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { checkQuestionnaire, type FormAnswers, type PublicForm, type Questionnaire, type QuestionnaireView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { Toasts } from '../../platform/toast/toasts';
import { Chip } from '../../ui/chips/chip';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Confirm } from '../../ui/prompt/confirm';
import { FormSheet } from '../../ui/survey-form/form-sheet';
import { formWords } from '../../ui/survey-form/form-text';
import { QuestionnaireApi } from './questionnaire-api';
import { QuestionnaireEditor } from './questionnaire-editor';

/** A questionnaire: as a draft to be edited beside its preview, issued to be looked at. */
@Component({
  selector: 'par-questionnaire-page',
  imports: [Chip, FormSheet, LoadState, MatButton, PageHeader, QuestionnaireEditor, RefusalNotice, RouterLink],
  templateUrl: './questionnaire-page.html',
  styles: `.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: var(--space-6); align-items: start; } .sides > * { min-width: 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuestionnairePage {
  readonly id = input.required<string>();
  private readonly api = inject(QuestionnaireApi);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);

  protected readonly words = formWords;
  protected readonly edits = inject(Session).can('survey.edit');
  protected readonly issuedWord = $localize`Đã ban hành`;
  protected readonly draftWord = $localize`Bản nháp`;
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly answers = signal<FormAnswers>({});
  protected readonly loaded = rxResource({ params: () => this.id(), stream: ({ params }) => this.api.get(params) });
  protected readonly view = linkedSignal<QuestionnaireView | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly document = linkedSignal<Questionnaire | null>(() => this.view()?.document ?? null);
  protected readonly isDraft = computed(() => this.view()?.state === 'draft' && this.edits);
  protected readonly isChanged = computed(() => this.document() !== this.view()?.document);
  protected readonly findings = computed(() => {
    const document = this.document();
    return document ? checkQuestionnaire(document) : [];
  });
  protected readonly preview = computed<PublicForm | null>(() => {
    const questionnaire = this.document();
    return questionnaire && { ...EMPTY, questionnaire };
  });

  protected save(view: QuestionnaireView, document: Questionnaire): Promise<void> {
    return this.run(async () => {
      this.view.set(await firstValueFrom(this.api.edit(view, document)));
      this.toasts.done($localize`Đã lưu mẫu phiếu.`);
    });
  }

  protected async issue(view: QuestionnaireView): Promise<void> {
    const yes = await this.confirm.ask({ title: $localize`Ban hành mẫu phiếu?`, body: $localize`Phiên bản đã ban hành không sửa được nữa. Muốn sửa thì tạo phiên bản mới.`, verb: $localize`Ban hành` });
    if (yes) {
      await this.run(async () => this.view.set(await firstValueFrom(this.api.issue(view))));
    }
  }

  protected newVersion(document: Questionnaire): Promise<void> {
    return this.run(async () => {
      const { id } = await firstValueFrom(this.api.create(document));
      await this.router.navigate(['/surveys/questionnaires', id]);
    });
  }

  private async run(command: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await command();
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set([refusal.detail, ...refusal.fields.map(({ detail }) => detail)].join(' '));
    } finally {
      this.busy.set(false);
    }
  }
}

const EXAMPLE = { id: 'example', code: 'example', name: $localize`Cơ quan ví dụ`, shortName: $localize`Cơ quan ví dụ` };

const EMPTY = {
  ...{ campaignId: '', title: '', state: 'open', opensAt: '', closesAt: '', officeId: null, groupCode: '', privacy: [] },
  ...{ offices: [EXAMPLE], agencies: [EXAMPLE] },
} as const satisfies Omit<PublicForm, 'questionnaire'>;
