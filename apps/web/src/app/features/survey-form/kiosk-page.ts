import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { FilledForm, PublicForm } from '@par-index/contract';
import { OfflinePages } from '../../platform/offline/offline-pages';
import { refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { type FormDraft, newDraft } from '../../ui/survey-form/form-draft';
import { FormNotice } from './form-notice';
import { FormRun } from '../../ui/survey-form/form-run';
import { FormSending, type Sending } from './form-sending';
import { closedWords } from './form-words';
import { watchIdle } from './idle-reset';
import { kioskMemory } from './kiosk-memory';
import { mayPassLater, SurveyFormApi } from './survey-form-api';

const AGAIN = 15_000;
const THANKS_FOR = 6000;

/** A device at the counter: large, on the whole screen, for one person after the other. Nothing of an answer stays on the screen; what was sent without a network waits on the device. */
@Component({
  selector: 'par-kiosk-page',
  imports: [FieldError, FormNotice, FormRun, MatButton],
  templateUrl: './kiosk-page.html',
  styleUrl: './kiosk-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KioskPage {
  private readonly api = inject(SurveyFormApi);
  private readonly sending = inject(FormSending);

  protected readonly token = signal(kioskMemory.token());
  protected readonly form = signal<PublicForm | null>(kioskMemory.form());
  protected readonly closed = computed(() => {
    const form = this.form();
    return form ? closedWords(form) : null;
  });
  protected readonly draft = signal<FormDraft>(newDraft());
  private readonly current = signal<FormDraft>(this.draft());
  protected readonly thanked = signal(false);
  private thanksOver: ReturnType<typeof setTimeout> | undefined;
  protected readonly refused = signal<string | null>(null);
  protected readonly left = signal<Sending>({ waiting: 0, refused: [] });
  protected readonly idle = watchIdle(() => this.anew());
  protected readonly warned = computed(() => (this.current().at === null || this.thanked() ? null : this.idle.left()));

  constructor() {
    inject(OfflinePages).keep();
    const linked = location.hash.slice(1);
    if (linked !== '') {
      history.replaceState(null, '', location.pathname);
      this.token.set(linked);
      kioskMemory.keepToken(linked);
    }
    const again = (): void => void this.refresh();
    const timer = setInterval(again, AGAIN);
    addEventListener('online', again);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      removeEventListener('online', again);
    });
    again();
  }

  protected register(token: string): void {
    this.token.set(token.trim());
    kioskMemory.keepToken(token.trim());
    void this.refresh();
  }

  protected remember(draft: FormDraft): void {
    this.current.set(draft);
  }

  protected async keep(form: FilledForm): Promise<void> {
    try {
      await this.sending.keepOnDevice(form);
      this.thanked.set(true);
      this.thanksOver = setTimeout(() => this.anew(), THANKS_FOR);
      await this.refresh();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }

  /** For the next person: the thanks of the one before must not end what they have begun. */
  protected anew(): void {
    clearTimeout(this.thanksOver);
    this.thanked.set(false);
    this.refused.set(null);
    this.draft.set(newDraft());
    this.current.set(this.draft());
  }

  protected fillScreen(): void {
    void document.documentElement.requestFullscreen().catch(() => undefined);
  }

  /** Sends what waits and takes the form as it is now. Without a network everything stays as it was. */
  private async refresh(): Promise<void> {
    const token = this.token();
    if (!token) {
      return;
    }
    this.left.set(await this.sending.emptyDevice(token));
    try {
      const form = await this.api.ofDevice(token);
      kioskMemory.keepForm(form);
      this.refused.set(null);
      if (this.current().at === null) {
        this.form.set(form);
      }
    } catch (error) {
      const refusal = refusalOf(error);
      if (!mayPassLater(refusal)) {
        this.refused.set(refusal.detail);
      }
    }
  }
}
