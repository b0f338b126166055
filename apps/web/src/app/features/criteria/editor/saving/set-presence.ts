import { DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { HEARTBEAT_SECONDS, type PersonAtSet, type SetHeartbeatRequest } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { Online } from '../../../../platform/navigation/online';
import { DraftsApi } from './drafts-api';

const BEAT = HEARTBEAT_SECONDS * 1_000;

interface Place extends SetHeartbeatRequest {
  readonly setId: string;
}

/** Says at which criterion of a draft this page is, and hears who else has the draft open. What fails is said again soon. */
@Injectable()
export class SetPresence {
  private readonly api = inject(DraftsApi);
  private readonly online = inject(Online).online;
  private readonly pageId = crypto.randomUUID();
  private readonly place = signal<Place | null>(null);
  private readonly present = signal<readonly PersonAtSet[]>([]);
  private told: string | null = null;

  readonly others = this.present.asReadonly();

  constructor() {
    effect(() => void this.beat(this.place()));
    const timer = setInterval(() => void this.beat(this.place()), BEAT);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.leave();
    });
  }

  be(place: Place | null): void {
    if (JSON.stringify(place) !== JSON.stringify(this.place())) {
      this.place.set(place);
    }
  }

  private async beat(place: Place | null): Promise<void> {
    if (place === null || document.hidden || !this.online()) {
      this.present.set([]);
      this.leave();
      return;
    }
    const { setId, ...request } = place;
    this.told = setId;
    const view = await firstValueFrom(this.api.note(setId, this.pageId, request)).catch(() => null);
    if (this.place()?.setId === setId) {
      this.present.set(view?.others ?? []);
    }
  }

  private leave(): void {
    if (this.told !== null && this.online()) {
      this.api.leave(this.told, this.pageId).subscribe({ error: () => undefined });
      this.told = null;
    }
  }
}
