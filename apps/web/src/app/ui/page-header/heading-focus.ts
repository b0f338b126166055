import { inject, Injectable } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

/** After a navigation to another page the focus goes to its heading, so that a screen reader and the tab key start there. */
@Injectable({ providedIn: 'root' })
export class HeadingFocus {
  private readonly router = inject(Router);
  private wanted = false;

  /** Started once, with the application. The first page keeps the browser's own focus. */
  follow(): void {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/)[0]),
        pairwise(),
        filter(([from, to]) => from !== to),
      )
      .subscribe(() => this.turnTo(document.querySelector<HTMLElement>('main h1')));
  }

  /** A heading that came later than its page (after loading) takes the focus that is still wanted. */
  offer(heading: HTMLElement): void {
    if (this.wanted) {
      this.turnTo(heading);
    }
  }

  private turnTo(heading: HTMLElement | null): void {
    this.wanted = heading === null || !heading.isConnected;
    heading?.focus({ preventScroll: true });
  }
}
