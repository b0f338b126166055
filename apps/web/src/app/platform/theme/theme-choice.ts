import { Injectable, signal } from '@angular/core';
import { storedTheme, storeTheme, type Theme } from './stored-theme';

/** The theme in use, for the switch in the user menu. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly chosen = signal<Theme>(storedTheme());
  readonly theme = this.chosen.asReadonly();

  choose(theme: Theme): void {
    storeTheme(theme);
    this.chosen.set(theme);
  }
}
