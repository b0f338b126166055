import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, resource, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { FilledForm, FormAnswers, InvitedForm, PublicForm } from '@par-index/contract';
import { refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { LoadState } from '../../ui/loading/load-state';
import type { FormDraft } from '../../ui/survey-form/form-draft';
import { dropDraft, keepDraft, openDraft } from './draft-memory';
import { FormFrame } from './form-frame';
import { FormNotice } from './form-notice';
import { FormRun } from '../../ui/survey-form/form-run';
import { closedWords, THANKS } from './form-words';
import { InvitedSending } from './invited-sending';
import { mayPassLater, SurveyFormApi } from './survey-form-api';

/** A form by invitation: its code stands behind `#` in the link, or is typed from a letter. */
@Component({
  selector: 'par-invited-form-page',
  imports: [FieldError, FormFrame, FormNotice, FormRun, LoadState, MatButton, RefusalNotice],
  templateUrl: './invited-form-page.html',
  styles: `form { display: grid; gap: var(--space-4); } .control, button { min-height: 48px; } h1 { margin: 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitedFormPage {
  private readonly api = inject(SurveyFormApi);
  private readonly sending = inject(InvitedSending);

  protected readonly thanks = THANKS;
  protected readonly code = signal(location.hash.slice(1));
  protected readonly lacking = signal<string | null>(null);
  protected readonly loaded = resource({ params: () => this.code() || undefined, loader: ({ params }) => this.api.ofInvitation(params) });
  protected readonly closed = computed(() => (this.loaded.hasValue() ? closedWords(this.loaded.value()) : null));
  protected readonly asked = computed<PublicForm | null>(() => (this.loaded.hasValue() ? { ...this.loaded.value(), officeId: null } : null));
  protected readonly draft = computed(() => (this.loaded.hasValue() ? withOffice(openDraft(`moi-${this.code()}`), this.loaded.value()) : null));
  protected readonly busy = signal(false);
  protected readonly stored = signal(false);
  protected readonly waiting = signal(false);
  protected readonly refused = signal<string | null>(null);

  constructor() {
    effect(() => {
      if (this.loaded.hasValue() && this.sending.isUnderWay(this.code())) {
        untracked(() => void this.finish((form) => this.sending.resume(this.code(), form)));
      }
    });
    const again = (): void => void this.again();
    addEventListener('online', again);
    inject(DestroyRef).onDestroy(() => removeEventListener('online', again));
  }

  protected open(typed: string): void {
    this.lacking.set(typed.trim() === '' ? $localize`Hãy nhập mã mời ghi trong thư mời.` : null);
    this.code.set(typed.trim());
  }

  protected keep(draft: FormDraft): void {
    keepDraft(`moi-${this.code()}`, draft);
  }

  protected send({ answers }: FilledForm): Promise<void> {
    return this.finish((form) => this.sending.send(this.code(), form, answers));
  }

  protected async again(): Promise<void> {
    if (this.waiting()) {
      await this.finish((form) => this.sending.resume(this.code(), form));
    }
  }

  private async finish(send: (form: InvitedForm) => Promise<void>): Promise<void> {
    if (!this.loaded.hasValue() || this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refused.set(null);
    try {
      await send(this.loaded.value());
      dropDraft(`moi-${this.code()}`);
      this.stored.set(true);
      this.waiting.set(false);
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set(refusal.detail);
      this.waiting.set(mayPassLater(refusal));
      if (!mayPassLater(refusal)) {
        this.sending.forget(this.code());
      }
    } finally {
      this.busy.set(false);
    }
  }
}

/** The office that the invitation was made for is proposed where the form asks for one. */
function withOffice(draft: FormDraft, { officeId, questionnaire }: InvitedForm): FormDraft {
  const question = questionnaire.sections.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'office');
  const answers: FormAnswers = officeId !== null && question ? { [question.id]: officeId, ...draft.answers } : draft.answers;
  return { ...draft, answers };
}
