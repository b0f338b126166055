import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { DelegateRequest, DelegationChoice, DelegationView, Page } from '@par-index/contract';
import { firstValueFrom, type Observable, of } from 'rxjs';
import { ifMatch } from '../problem/if-match';
import { type Refusal, refusalOf } from '../problem/refusal';
import { Session } from '../session/session';
import { Clock } from '../time/clock';

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
const ROOT = '/api/v1/delegations';

/** Delegations as one page shows them, and what is done with them there. Provided by the page that has them. */
@Injectable()
export class DelegationDesk {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);

  /** Whether just one's own are shown. */
  readonly isOwn = signal(false);
  readonly page = signal(1);
  readonly isOpen = signal(false);
  readonly busy = signal(false);
  readonly refusal = signal<Refusal | null>(null);

  readonly mayGive = computed(() => this.session.can('delegation.edit'));
  readonly userId = computed(() => this.session.view()?.userId ?? '');
  /** The day in Việt Nam, `yyyy-MM-dd`. */
  readonly today = computed(() => DAY.format(this.clock.now()));
  /** Sentences of the last refusal by JSON pointer. */
  readonly problems = computed<Readonly<Record<string, string>>>(() => Object.fromEntries((this.refusal()?.fields ?? []).map(({ pointer, detail }) => [pointer, detail])));
  readonly loaded = rxResource({ params: () => ({ page: this.page(), mine: this.isOwn() }), stream: ({ params }) => this.list(params) });
  /** What may be delegated here: with `isOwn` only what is one's own. */
  readonly choices = rxResource({ params: () => this.mayGive(), stream: ({ params }) => (params ? this.http.get<readonly DelegationChoice[]>(`${ROOT}/choices`) : of([])) });
  readonly offered = computed(() => (this.choices.hasValue() ? this.choices.value().filter(({ from }) => !this.isOwn() || from.id === this.userId()) : []));

  /** Gives the delegation that was made; null where it was refused, see `refusal`. */
  async give(request: DelegateRequest): Promise<DelegationView | null> {
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const given = await firstValueFrom(this.http.post<DelegationView>(ROOT, request));
      this.isOpen.set(false);
      this.loaded.reload();
      return given;
    } catch (error) {
      this.refusal.set(refusalOf(error));
      return null;
    } finally {
      this.busy.set(false);
    }
  }

  /** Refuses by throwing. Loads again either way. */
  async revoke({ id, version }: DelegationView, reason: string): Promise<void> {
    try {
      await firstValueFrom(this.http.post(`${ROOT}/${id}/revocation`, { reason }, ifMatch(version)));
    } finally {
      this.loaded.reload();
    }
  }

  private list(query: { readonly page: number; readonly mine: boolean }): Observable<Page<DelegationView>> {
    return this.http.get<Page<DelegationView>>(ROOT, { params: query });
  }
}
