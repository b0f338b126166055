import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RemarkView, RemarkVisibility, ThreadView, WriteRemarkRequest } from '@par-index/contract';
import { Chip } from '../chips/chip';
import { FieldError } from '../feedback/field-error';
import { RefusalNotice } from '../feedback/refusal-notice';
import { MomentPipe } from '../format/date-pipes';
import { Icon } from '../icon/icon';
import { QuestionChip } from './question-chip';

let count = 0;

/**
 * The remarks under one criterion, and the field for the next one. What stays inside and what the other side reads are told apart by word, shape and colour,
 * and nothing is written before it is chosen who will read it.
 */
@Component({
  selector: 'par-thread',
  imports: [Chip, FieldError, Icon, MatButton, MomentPipe, QuestionChip, RefusalNotice],
  templateUrl: './thread.html',
  styleUrl: './thread.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Thread {
  readonly thread = input.required<ThreadView>();
  /** While one is being sent. */
  readonly busy = input(false);
  readonly refused = input<string | null>(null);
  readonly written = output<WriteRemarkRequest>();

  protected readonly id = `thread-${(count += 1)}`;
  protected readonly text = linkedSignal({ source: () => `${this.thread().code} ${this.thread().remarks.length}`, computation: () => '' });
  private readonly chosen = signal<RemarkVisibility>('internal');
  /** What was chosen, as far as it can be written now. */
  protected readonly visibility = computed<RemarkVisibility>(() => (this.thread().writable[this.chosen()] ? this.chosen() : this.thread().writable.internal ? 'internal' : 'shared'));
  protected readonly mayWrite = computed(() => this.thread().writable.internal || this.thread().writable.shared);
  protected readonly mayAsk = computed(() => this.thread().side === 'appraisal' && this.visibility() === 'shared');
  protected readonly asks = linkedSignal({ source: this.text, computation: (text, previous?: { readonly value: boolean }) => (text === '' ? false : (previous?.value ?? false)) });
  protected readonly tried = signal(false);
  protected readonly problem = computed(() => (this.tried() && this.text().trim() === '' ? $localize`Hãy viết ý kiến.` : null));
  protected readonly audience: Readonly<Record<RemarkVisibility, () => string>> = {
    internal: () => (this.thread().side === 'agency' ? $localize`Chỉ người của cơ quan đọc được.` : $localize`Chỉ bên thẩm định, Sở Nội vụ và Hội đồng đọc được.`),
    shared: () => (this.thread().side === 'agency' ? $localize`Bên thẩm định, Sở Nội vụ và Hội đồng cùng đọc.` : $localize`Cơ quan được thẩm định cùng đọc.`),
  };

  protected choose(visibility: RemarkVisibility): void {
    this.chosen.set(visibility);
  }

  protected send(): void {
    this.tried.set(true);
    if (this.text().trim() === '' || this.busy()) {
      return;
    }
    this.tried.set(false);
    this.written.emit({ visibility: this.visibility(), asks: this.mayAsk() && this.asks(), text: this.text().trim() });
  }

  protected isOurs({ side }: RemarkView): boolean {
    return side === this.thread().side;
  }
}
