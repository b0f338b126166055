import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { ThreadView, WriteRemarkRequest } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { LoadState } from '../../ui/loading/load-state';
import { Thread } from '../../ui/thread/thread';
import { type ExplainedPlace, ExplanationApi } from './explanation-api';

/** The thread under one criterion, read from the server and written to it. */
@Component({
  selector: 'par-criterion-thread',
  imports: [LoadState, Thread],
  template: `
    @if (thread(); as thread) {
      <par-thread [thread]="thread" [busy]="busy()" [refused]="refused()" (written)="write($event)" />
    } @else {
      <par-load-state [of]="loaded" [rows]="2" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriterionThread {
  private readonly api = inject(ExplanationApi);

  readonly place = input.required<ExplainedPlace>();
  readonly changed = output<void>();

  protected readonly busy = signal(false);
  protected readonly refused = linkedSignal<ExplainedPlace, string | null>({ source: this.place, computation: () => null });
  protected readonly loaded = rxResource({ params: this.place, stream: ({ params }) => this.api.thread(params) });
  protected readonly thread = linkedSignal<ThreadView | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));

  protected async write(request: WriteRemarkRequest): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.thread.set(await firstValueFrom(this.api.remark(this.place(), request)));
      this.changed.emit();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
