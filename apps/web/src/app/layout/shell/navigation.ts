import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '../../platform/session/session';
import { Icon } from '../../ui/icon/icon';
import { navigationFor } from './navigation-items';

/** The main ways, by permission: a rail beside the page on wide screens, a list in the drawer on small ones. */
@Component({
  selector: 'par-navigation',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Điều hướng chính" i18n-aria-label>
      <ul>
        @for (item of items(); track item.path) {
          <li>
            <a [routerLink]="item.path" routerLinkActive="active" ariaCurrentWhenActive="page" (click)="chosen.emit()">
              <span class="mark"><par-icon [name]="item.icon" [size]="22" /></span>
              <span class="label">{{ item.label }}</span>
            </a>
          </li>
        }
      </ul>
    </nav>
  `,
  styleUrl: './navigation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Navigation {
  private readonly session = inject(Session);
  readonly chosen = output<void>();

  protected readonly items = computed(() => navigationFor((permission) => this.session.can(permission)));
}
