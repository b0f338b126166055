import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { CycleView, PhaseWindow } from '@par-index/contract';
import { of, tap } from 'rxjs';
import { Session } from '../session/session';
import { Clock } from '../time/clock';

/** The newest that is under way; else the newest that is being prepared: next year's does not push this year's aside. Else the newest of all. `cycles` are newest first. */
export function currentOf(cycles: readonly CycleView[]): CycleView | null {
  const underWay = cycles.find(({ phase }) => phase !== 'published' && phase !== 'preparing');
  return underWay ?? cycles.find(({ phase }) => phase === 'preparing') ?? cycles[0] ?? null;
}

/** The cycle that is running (else the newest), for the head of every page. */
@Injectable({ providedIn: 'root' })
export class CurrentCycle {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);

  private readonly loaded = rxResource({
    params: () => this.session.view()?.userId ?? null,
    stream: ({ params }) => (params === null ? of([]) : this.list()),
  });

  readonly cycles = computed<readonly CycleView[]>(() => (this.loaded.hasValue() ? this.loaded.value() : []));
  readonly cycle = computed<CycleView | null>(() => currentOf(this.cycles()));
  /** The window of the phase that the cycle is in; null where that phase has none. */
  readonly window = computed<PhaseWindow | null>(() => {
    const cycle = this.cycle();
    return cycle?.windows.find(({ phase }) => phase === cycle.phase) ?? null;
  });

  /** After a command that moved the cycle. */
  reload(): void {
    this.loaded.reload();
  }

  private list() {
    return this.http.get<readonly CycleView[]>('/api/v1/cycles').pipe(
      tap(([newest]) => {
        if (newest) {
          this.clock.set(newest.now);
        }
      }),
    );
  }
}
