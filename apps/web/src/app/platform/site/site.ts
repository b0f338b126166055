import { computed, inject, Injectable, signal } from '@angular/core';
import type { SiteView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { SessionApi } from '../session/session-api';

/** What everybody may know of this installation, signed in or not. Asked once. */
@Injectable({ providedIn: 'root' })
export class Site {
  private readonly api = inject(SessionApi);
  private readonly loaded = signal<SiteView | null>(null);
  private asked: Promise<SiteView> | null = null;

  readonly view = this.loaded.asReadonly();
  readonly demo = computed(() => this.loaded()?.demo ?? false);

  async ensure(): Promise<SiteView> {
    this.asked ??= firstValueFrom(this.api.site());
    try {
      const view = await this.asked;
      this.loaded.set(view);
      return view;
    } catch (error) {
      this.asked = null;
      throw error;
    }
  }
}
