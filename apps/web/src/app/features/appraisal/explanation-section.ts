import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { ThreadView, WriteRemarkRequest } from '@par-index/contract';
import { EMPTY, firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { LoadState } from '../../ui/loading/load-state';
import { SaidExplanation } from '../../ui/thread/said-explanation';
import { Thread } from '../../ui/thread/thread';
import { Explanations } from './explanations';

/** What the agency says to the appraisal of one criterion, and the remarks under it. */
@Component({
  selector: 'par-explanation-section',
  imports: [LoadState, SaidExplanation, Thread],
  template: `
    @if (difference(); as difference) {
      <section aria-labelledby="explanation-title">
        <h3 id="explanation-title" i18n>Giải trình của cơ quan</h3>
        <par-said-explanation [difference]="difference" />
      </section>
    }
    <details #details (toggle)="opened.set(details.open)">
      <summary>
        <ng-container i18n>Trao đổi, ý kiến nội bộ</ng-container>
        @if (difference()?.remarks; as count) { &ngsp;<span>({{ count }})</span> }
      </summary>
      @if (opened()) {
        @if (thread(); as thread) {
          <par-thread [thread]="thread" [busy]="busy()" [refused]="refused()" (written)="write($event)" />
        } @else {
          <par-load-state [of]="loaded" [rows]="2" />
        }
      }
    </details>
  `,
  styles: `
    :host { display: grid; gap: var(--space-4); }
    section { display: grid; gap: var(--space-2); }
    h3 { font-size: var(--text-work); }
    summary { width: fit-content; color: var(--link); cursor: pointer; }
    details[open] summary { margin-bottom: var(--space-2); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExplanationSection {
  private readonly explanations = inject(Explanations);

  readonly assessmentId = input.required<string>();
  readonly code = input.required<string>();

  protected readonly difference = computed(() => this.explanations.of(this.code()));
  protected readonly opened = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly loaded = rxResource({
    params: () => ({ assessmentId: this.assessmentId(), code: this.code(), opened: this.opened() }),
    stream: ({ params }) => (params.opened ? this.explanations.thread(params.assessmentId, params.code) : EMPTY),
  });
  protected readonly thread = linkedSignal<ThreadView | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));

  protected async write(request: WriteRemarkRequest): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.thread.set(await firstValueFrom(this.explanations.remark(this.assessmentId(), this.code(), request)));
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
