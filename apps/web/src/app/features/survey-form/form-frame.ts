import { ChangeDetectionStrategy, Component } from '@angular/core';
import { chooseLanguage, chosenLanguage } from '../../platform/language/load-language';

/** What stands around a form: nothing that leads away from it. */
@Component({
  selector: 'par-form-frame',
  template: `
    <header>
      <strong i18n>Khảo sát hài lòng</strong>
      <button type="button" (click)="switchLanguage()">{{ language === 'vi' ? 'English' : 'Tiếng Việt' }}</button>
    </header>
    <main><ng-content /></main>
  `,
  styles: `
    :host { display: grid; grid-template-rows: auto 1fr; min-height: 100dvh; font-size: 1.0625rem; background: var(--surface-page); }
    header { display: flex; justify-content: space-between; align-items: center; padding: var(--space-1) var(--space-4); color: var(--on-header); background: var(--header); }
    button { min-height: 44px; padding: 0 var(--space-3); color: inherit; font: inherit; background: none; border: 1px solid var(--header-line); border-radius: var(--radius); cursor: pointer; }
    button:focus-visible { outline-color: var(--on-header); }
    main { width: 100%; max-width: 640px; margin-inline: auto; padding: var(--space-4); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormFrame {
  protected readonly language = chosenLanguage();

  /** The page loads anew; what was answered is kept on the device. */
  protected switchLanguage(): void {
    chooseLanguage(this.language === 'vi' ? 'en' : 'vi');
  }
}
