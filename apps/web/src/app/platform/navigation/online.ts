import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** Whether the browser thinks that it has a network. A request may still fail: this only warns early. */
@Injectable({ providedIn: 'root' })
export class Online {
  private readonly state = signal(navigator.onLine);
  readonly online = this.state.asReadonly();

  constructor() {
    const listener = () => this.state.set(navigator.onLine);
    addEventListener('online', listener);
    addEventListener('offline', listener);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', listener);
      removeEventListener('offline', listener);
    });
  }
}
