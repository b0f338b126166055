import { Injectable, signal } from '@angular/core';

const KEY = 'par.appraisal-keys';

/** Whether single letters are commands. Whoever dictates or uses other aids can switch them off (WCAG 2.1.4); the browser remembers it. */
@Injectable({ providedIn: 'root' })
export class KeyChoice {
  private readonly state = signal(localStorage.getItem(KEY) !== 'off');
  readonly on = this.state.asReadonly();

  toggle(): void {
    this.state.update((on) => !on);
    localStorage.setItem(KEY, this.state() ? 'on' : 'off');
  }
}
