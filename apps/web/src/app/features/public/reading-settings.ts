import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { chooseLanguage, chosenLanguage } from '../../platform/language/load-language';
import { ThemeChoice } from '../../platform/theme/theme-choice';
import { THEMES } from '../../platform/theme/stored-theme';
import { Icon } from '../../ui/icon/icon';

/** Light or dark, Vietnamese or English, for somebody who is not signed in. */
@Component({
  selector: 'par-reading-settings',
  imports: [Icon],
  template: `
    <button type="button" (click)="nextTheme()"><par-icon [name]="icon()" [size]="18" /><span class="words">{{ words() }}</span></button>
    <button type="button" (click)="switchLanguage()"><par-icon name="language" [size]="18" /><span>{{ language === 'vi' ? 'English' : 'Tiếng Việt' }}</span></button>
  `,
  styles: `
    :host { display: flex; gap: var(--space-1); }
    button { display: inline-flex; gap: 6px; align-items: center; min-height: 36px; padding: 0 var(--space-2); color: inherit; font: inherit;
      font-size: var(--text-small); background: none; border: 0; cursor: pointer; }
    @media (max-width: 600px) { .words { position: absolute; clip-path: inset(50%); } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadingSettings {
  private readonly choice = inject(ThemeChoice);
  private readonly looks = {
    system: { icon: 'theme-auto', words: $localize`Theo máy` },
    light: { icon: 'light', words: $localize`Sáng` },
    dark: { icon: 'dark', words: $localize`Tối` },
  } as const;

  protected readonly language = chosenLanguage();
  protected readonly icon = computed(() => this.looks[this.choice.theme()].icon);
  protected readonly words = computed(() => this.looks[this.choice.theme()].words);

  protected nextTheme(): void {
    this.choice.choose(THEMES[(THEMES.indexOf(this.choice.theme()) + 1) % THEMES.length] ?? 'system');
  }

  protected switchLanguage(): void {
    chooseLanguage(this.language === 'vi' ? 'en' : 'vi');
  }
}
