import { computed, inject, Injectable, signal } from '@angular/core';
import type { Permission, Role, SessionView, SignInRequest } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../problem/refusal';
import { SessionApi } from './session-api';
import { SessionToken } from './session-token';

/** Who is signed in. `undefined` until the server was asked, `null` when nobody is. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(SessionApi);
  private readonly token = inject(SessionToken);
  private readonly current = signal<SessionView | null | undefined>(undefined);

  private asked: Promise<SessionView | null> | null = null;

  readonly view = this.current.asReadonly();
  private readonly permissions = computed(() => new Set<Permission>(this.current()?.permissions ?? []));
  readonly roles = computed<ReadonlySet<Role>>(() => new Set((this.current()?.grants ?? []).map(({ role }) => role)));

  can(permission: Permission): boolean {
    return this.permissions().has(permission);
  }

  /**
   * Asks the server once, also where several guards ask at the same time; later calls answer from memory. A server that cannot be
   * reached is thrown on, not taken for a sign-out.
   */
  async ensure(): Promise<SessionView | null> {
    const known = this.current();
    if (known !== undefined) {
      return known;
    }
    this.asked ??= this.refresh().finally(() => (this.asked = null));
    return this.asked;
  }

  async refresh(): Promise<SessionView | null> {
    try {
      return this.keep(await firstValueFrom(this.api.read()));
    } catch (error) {
      if (refusalOf(error).code === 'access.unauthenticated') {
        return this.keep(null);
      }
      throw error;
    }
  }

  async signIn(request: SignInRequest): Promise<void> {
    this.keep(await firstValueFrom(this.api.open(request)));
  }

  async signInAsDemoPerson(userName: string): Promise<void> {
    this.keep(await firstValueFrom(this.api.openDemo({ userName })));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.api.end());
    this.keep(null);
  }

  /** The server says that the session is over. */
  forget(): void {
    this.keep(null);
  }

  private keep(view: SessionView | null): SessionView | null {
    this.token.set(view?.csrfToken ?? null);
    this.current.set(view);
    return view;
  }
}
