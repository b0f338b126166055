import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { NotificationCount } from '@par-index/contract';
import { catchError, of } from 'rxjs';
import { Session } from '../session/session';

const EVERY_MINUTE = 60_000;

/** How many notifications are unread: asked every minute while the page is looked at, and when one comes back to it. */
@Injectable({ providedIn: 'root' })
export class Unread {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);

  private readonly loaded = rxResource({
    params: () => this.session.view()?.userId ?? null,
    stream: ({ params }) => (params === null ? of({ unread: 0 }) : this.ask()),
  });
  private known = 0;

  readonly count = computed(() => (this.loaded.hasValue() ? (this.known = this.loaded.value().unread) : this.known));

  constructor() {
    const lookAgain = (): void => {
      if (this.document.visibilityState === 'visible') {
        this.reload();
      }
    };
    const timer = setInterval(lookAgain, EVERY_MINUTE);
    this.document.addEventListener('visibilitychange', lookAgain);
    this.document.defaultView?.addEventListener('focus', lookAgain);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.document.removeEventListener('visibilitychange', lookAgain);
      this.document.defaultView?.removeEventListener('focus', lookAgain);
    });
  }

  /** After something was read. */
  reload(): void {
    this.loaded.reload();
  }

  /** Nobody is bothered by a count that could not be read: the next minute tries again. */
  private ask() {
    return this.http.get<NotificationCount>('/api/v1/notifications/count').pipe(catchError(() => of({ unread: this.known })));
  }
}
