import { Injectable, isDevMode } from '@angular/core';

const WORKER = '/offline-pages.js';

/**
 * Lets this page open without a network from now on. Asked for by the pages for which that matters. Where a browser allows no service
 * worker (plain http, private windows), the open page still works without a network, and only loading it anew does not.
 */
@Injectable({ providedIn: 'root' })
export class OfflinePages {
  private asked = false;

  keep(): void {
    if (this.asked || isDevMode() || !('serviceWorker' in navigator)) {
      return;
    }
    this.asked = true;
    void this.register().catch(() => undefined);
  }

  private async register(): Promise<void> {
    await navigator.serviceWorker.register(WORKER);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: loadedFiles() });
  }
}

/** The files of this server that this page has loaded so far. */
function loadedFiles(): readonly string[] {
  return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => new URL(name).origin === location.origin);
}
