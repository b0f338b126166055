import { inject, Injectable, signal } from '@angular/core';
import { DestroyRef } from '@angular/core';

const TICK = 30_000;

/** The time of the server: countdowns do not trust the reader's computer. */
@Injectable({ providedIn: 'root' })
export class Clock {
  private offset = 0;
  private readonly moment = signal(Date.now());

  /** Milliseconds since 1970 by the server; moves on every half minute. */
  readonly now = this.moment.asReadonly();

  constructor() {
    const timer = setInterval(() => this.tick(), TICK);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Takes the `now` of an answer. */
  set(serverNow: string): void {
    this.offset = Date.parse(serverNow) - Date.now();
    this.tick();
  }

  private tick(): void {
    this.moment.set(Date.now() + this.offset);
  }
}
