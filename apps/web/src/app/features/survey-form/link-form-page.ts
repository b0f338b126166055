import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { FilledForm } from '@par-index/contract';
import { OfflinePages } from '../../platform/offline/offline-pages';
import { refusalOf } from '../../platform/problem/refusal';
import { LoadState } from '../../ui/loading/load-state';
import type { FormDraft } from '../../ui/survey-form/form-draft';
import { dropDraft, keepDraft, openDraft } from './draft-memory';
import { FormFrame } from './form-frame';
import { FormNotice } from './form-notice';
import { FormRun } from '../../ui/survey-form/form-run';
import { FormSending } from './form-sending';
import { closedWords, THANKS } from './form-words';
import { SurveyFormApi } from './survey-form-api';

const AGAIN = 15_000;

/** A form by link or QR code. Filled in without a network it waits here and is sent when there is one. */
@Component({
  selector: 'par-link-form-page',
  imports: [FormFrame, FormNotice, FormRun, LoadState, MatButton],
  template: `
    <par-form-frame>
      @if (outcome(); as outcome) {
        @if (refused(); as why) {
          <par-form-notice icon="error" title="Phiếu chưa được nhận" i18n-title [detail]="why" />
        } @else {
          <par-form-notice [icon]="outcome === 'stored' ? 'complete' : 'offline'" [title]="thanks.title" [detail]="thanks[outcome]">
            @if (outcome === 'stored') {
              <div><button type="button" matButton="outlined" (click)="another()" i18n>Trả lời cho một lần khác</button></div>
            }
          </par-form-notice>
        }
      } @else if (loaded.hasValue()) {
        @if (closed(); as closed) {
          <par-form-notice icon="clock" [title]="closed.title" [detail]="closed.detail" />
        } @else {
          <par-form-run [form]="loaded.value()" [opened]="draft()" [busy]="busy()" [refused]="refused()" (changed)="keep($event)" (filled)="send($event)" />
        }
      } @else {
        <par-load-state [of]="loaded" />
      }
    </par-form-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkFormPage {
  readonly linkCode = input.required<string>();
  private readonly api = inject(SurveyFormApi);
  private readonly sending = inject(FormSending);

  protected readonly thanks = THANKS;
  protected readonly loaded = resource({ params: () => this.linkCode(), loader: ({ params }) => this.api.ofLink(params) });
  protected readonly closed = computed(() => (this.loaded.hasValue() ? closedWords(this.loaded.value()) : null));
  protected readonly draft = linkedSignal(() => openDraft(this.linkCode()));
  protected readonly busy = signal(false);
  protected readonly outcome = signal<'stored' | 'waiting' | null>(null);
  protected readonly refused = signal<string | null>(null);

  constructor() {
    inject(OfflinePages).keep();
    const again = (): void => void this.empty();
    const timer = setInterval(again, AGAIN);
    addEventListener('online', again);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      removeEventListener('online', again);
    });
    setTimeout(again);
  }

  protected keep(draft: FormDraft): void {
    keepDraft(this.linkCode(), draft);
  }

  protected async send(form: FilledForm): Promise<void> {
    this.busy.set(true);
    try {
      const { waiting, refused } = await this.sending.byLink(this.linkCode(), form);
      dropDraft(this.linkCode());
      this.refused.set(refused.find(({ id }) => id === form.id)?.detail ?? null);
      this.outcome.set(waiting > 0 ? 'waiting' : 'stored');
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }

  protected another(): void {
    this.draft.set(openDraft(this.linkCode()));
    this.outcome.set(null);
  }

  private async empty(): Promise<void> {
    const { waiting } = await this.sending.emptyLink(this.linkCode());
    if (this.outcome() === 'waiting' && waiting === 0) {
      this.outcome.set('stored');
    }
  }
}
