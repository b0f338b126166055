import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CouncilItemView } from '@par-index/contract';
import type { Refusal } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { AnswerInput } from '../../ui/answer/answer-input';
import { AnswerText } from '../../ui/answer/answer-text';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { NumberPipe } from '../../ui/format/number-pipes';
import { pointsFigure } from '../../ui/format/number-words';
import { PointsBadge } from '../../ui/points/points-badge';
import { Confirm } from '../../ui/prompt/confirm';
import { type BlindDraft, isFaultless, kindsOf, pointsOf, problemsOf, requestOf, startOf, subjectOf } from './blind-draft';
import { DECISION_WORDS } from './council-words';
import { ItemDesk } from './item-desk';

/** The reader's own blind appraisal: accept, correct or award, with the points at every keystroke; sent once, and for good. */
@Component({
  selector: 'par-blind-form',
  imports: [AnswerInput, AnswerText, FieldError, MatButton, NumberPipe, PointsBadge, RefusalNotice],
  templateUrl: './blind-form.html',
  styles: `.control-number { max-width: 12rem; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlindForm {
  private readonly confirm = inject(Confirm);
  private readonly desk = inject(ItemDesk);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly toasts = inject(Toasts);

  readonly item = input.required<CouncilItemView>();

  protected readonly subject = computed(() => subjectOf(this.item()));
  protected readonly draft = linkedSignal<string, BlindDraft>({ source: () => this.item().id, computation: () => startOf(this.subject()) });
  protected readonly kinds = computed(() => kindsOf(this.subject()));
  protected readonly points = computed(() => pointsOf(this.subject(), this.draft()));
  private readonly tried = signal(false);
  private readonly refusal = signal<Refusal | null>(null);
  private readonly all = computed(() => problemsOf(this.subject(), this.draft()));
  protected readonly findings = computed(() => this.all().findings);
  protected readonly problems = computed(() => (this.tried() ? this.all() : { answer: null, awarded: null, reason: null }));
  protected readonly refused = computed(() => this.refusal()?.detail ?? null);
  protected readonly busy = this.desk.busy;
  protected readonly words = DECISION_WORDS;

  protected amend(changes: Partial<BlindDraft>): void {
    this.refusal.set(null);
    this.draft.update((draft) => ({ ...draft, ...changes }));
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    if (!isFaultless(this.draft(), this.all())) {
      this.focusProblem();
      return;
    }
    const points = this.points();
    const agreed = await this.confirm.ask({
      title: $localize`Gửi kết quả thẩm định độc lập?`,
      body: $localize`Gửi xong thì không sửa được. Thành viên kia không thấy kết quả của bạn cho đến khi cả hai đã gửi.`,
      effects: [$localize`Kết quả của bạn: ${points === null ? '–' : pointsFigure(points)}:points: điểm.`],
      verb: $localize`Gửi kết quả`,
    });
    if (agreed) {
      await this.sendNow();
    }
  }

  private async sendNow(): Promise<void> {
    const refusal = await this.desk.giveBlind(requestOf(this.draft()));
    this.refusal.set(refusal);
    if (refusal === null) {
      this.toasts.done($localize`Đã gửi kết quả thẩm định độc lập.`);
    }
  }

  private focusProblem(): void {
    requestAnimationFrame(() => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
}
