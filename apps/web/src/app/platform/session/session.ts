import { computed, inject, Injectable, signal } from '@angular/core';
import type { Permission, Role, SessionView, SignInRequest } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { COPIES } from '../offline/copies';
import { refusalOf } from '../problem/refusal';
import { SessionApi } from './session-api';
import { SessionMemory } from './session-memory';
import { SessionToken } from './session-token';

/** Who is signed in. `undefined` until the server was asked, `null` when nobody is. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(SessionApi);
  private readonly token = inject(SessionToken);
  private readonly memory = inject(SessionMemory);
  private readonly copies = inject(COPIES);
  private readonly current = signal<SessionView | null | undefined>(undefined);

  private readonly remembered = signal(false);

  private asked: Promise<SessionView | null> | null = null;

  readonly view = this.current.asReadonly();
  /** The server could not be asked: this is who was signed in when it was last reached. */
  readonly fromMemory = this.remembered.asReadonly();
  private readonly permissions = computed(() => new Set<Permission>(this.current()?.permissions ?? []));
  readonly roles = computed<ReadonlySet<Role>>(() => new Set((this.current()?.grants ?? []).map(({ role }) => role)));

  can(permission: Permission): boolean {
    return this.permissions().has(permission);
  }

  /**
   * Asks the server once, also where several guards ask at the same time; later calls answer from memory. A server that cannot be
   * reached is no sign-out: whoever was signed in at the last time still reads what this browser keeps, else it is thrown on.
   */
  async ensure(): Promise<SessionView | null> {
    const known = this.current();
    if (known !== undefined && !this.remembered()) {
      return known;
    }
    this.asked ??= this.refresh()
      .catch((error: unknown) => this.recall(error))
      .finally(() => (this.asked = null));
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
    await this.copies.keepOnly(null).catch(() => undefined);
  }

  /** The server says that the session is over. */
  forget(): void {
    this.keep(null);
  }

  private keep(view: SessionView | null): SessionView | null {
    this.token.set(view?.csrfToken ?? null);
    this.current.set(view);
    this.remembered.set(false);
    if (view) {
      this.memory.keep(view);
      void this.copies.keepOnly(view.userId).catch(() => undefined);
    } else {
      this.memory.forget();
    }
    return view;
  }

  private recall(error: unknown): SessionView {
    const view = refusalOf(error).code === 'network.unreachable' ? this.memory.recall() : null;
    if (!view) {
      throw error;
    }
    this.current.set(view);
    this.remembered.set(true);
    return view;
  }
}
