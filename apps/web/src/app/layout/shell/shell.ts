import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Online } from '../../platform/navigation/online';
import { Icon } from '../../ui/icon/icon';
import { DemoBanner } from '../demo-banner/demo-banner';
import { Navigation } from './navigation';
import { NavigationDrawer } from './navigation-drawer';
import { ShellHeader } from './shell-header';

/** What stands around every page of somebody signed in. */
@Component({
  selector: 'par-shell',
  imports: [DemoBanner, Icon, Navigation, NavigationDrawer, RouterOutlet, ShellHeader],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  protected readonly online = inject(Online).online;
  protected readonly drawerOpen = signal(false);

  /** The link's own address would leave the page: only the focus moves. */
  protected skipToContent(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}
