import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { chooseLanguage, chosenLanguage } from '../../platform/language/load-language';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import type { Theme } from '../../platform/theme/stored-theme';
import { ThemeChoice } from '../../platform/theme/theme-choice';
import { Toasts } from '../../platform/toast/toasts';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icon-paths';
import { ROLE_WORDS } from '../../ui/words/role-words';

const THEME_LINES: readonly { readonly theme: Theme; readonly label: string; readonly icon: IconName }[] = [
  { theme: 'system', label: $localize`Theo máy tính`, icon: 'theme-auto' },
  { theme: 'light', label: $localize`Nền sáng`, icon: 'light' },
  { theme: 'dark', label: $localize`Nền tối`, icon: 'dark' },
];

/** Who is signed in, for which agency and in which roles; theme, language, account, sign-out. A native popover. */
@Component({
  selector: 'par-user-menu',
  imports: [Icon, RouterLink],
  templateUrl: './user-menu.html',
  styleUrl: './user-menu.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserMenu {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly choice = inject(ThemeChoice);

  protected readonly themes = THEME_LINES;
  protected readonly language = chosenLanguage();
  protected readonly view = this.session.view;
  protected readonly grants = computed(() => (this.view()?.grants ?? []).map(({ role, agency }) => ({ role: ROLE_WORDS[role], agency: agency.name })));
  protected readonly agency = computed(() => this.view()?.grants[0]?.agency.shortName ?? '');

  /** Right under its button, wherever the header ends. */
  protected place(panel: HTMLElement, trigger: HTMLElement): void {
    panel.style.setProperty('--panel-top', `${trigger.getBoundingClientRect().bottom + 8}px`);
  }

  protected switchLanguage(): void {
    chooseLanguage(this.language === 'vi' ? 'en' : 'vi');
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigate(['/sign-in']);
    } catch (error) {
      this.toasts.refused(refusalOf(error).detail);
    }
  }
}
