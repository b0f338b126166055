import { effect, inject, Injectable, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { EMPTY } from 'rxjs';
import { Clock } from '../../platform/time/clock';
import { CouncilApi } from './council-api';

/** The council of one cycle as a whole, for each of its pages. */
@Injectable()
export class Sitting {
  private readonly api = inject(CouncilApi);
  private readonly clock = inject(Clock);

  readonly cycleId = signal<string | null>(null);
  readonly loaded = rxResource({ params: () => this.cycleId(), stream: ({ params }) => (params === null ? EMPTY : this.api.sitting(params)) });

  constructor() {
    effect(() => {
      if (this.loaded.hasValue()) {
        this.clock.set(this.loaded.value().now);
      }
    });
  }
}
