import { DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { HEARTBEAT_SECONDS, type HeartbeatRequest, type PersonPresent } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { Online } from '../navigation/online';
import { PresenceApi } from './presence-api';

const BEAT = HEARTBEAT_SECONDS * 1_000;
/** Whoever has neither typed nor pointed for so long is not there, whatever is open. It also lets an unused session end by itself. */
const IDLE = 5 * 60_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'focus'] as const;

/**
 * Says at which criterion this page is, and hears who else is there. Provided by the component that shows a criterion; it stays silent
 * in a hidden tab, without a network, and while nobody is at the computer. What fails is left: it is said again soon.
 */
@Injectable()
export class Presence {
  private readonly api = inject(PresenceApi);
  private readonly online = inject(Online).online;
  private readonly pageId = crypto.randomUUID();
  private readonly place = signal<HeartbeatRequest | null>(null);
  private readonly present = signal<readonly PersonPresent[]>([]);
  private alive = Date.now();
  private told = false;

  /** The others of the same side at this criterion. */
  readonly others = this.present.asReadonly();

  constructor() {
    effect(() => void this.beat(this.place()));
    const timer = setInterval(() => void this.beat(this.place()), BEAT);
    const living = () => (this.alive = Date.now());
    SIGNS_OF_LIFE.forEach((sign) => addEventListener(sign, living, { passive: true, capture: true }));
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      SIGNS_OF_LIFE.forEach((sign) => removeEventListener(sign, living, { capture: true }));
      this.leave();
    });
  }

  /** Where the page is now; said at once when it changes. Null for nowhere. */
  be(place: HeartbeatRequest | null): void {
    const before = this.place();
    if (before?.assessmentId !== place?.assessmentId || before?.code !== place?.code) {
      this.present.set([]);
    }
    if (JSON.stringify(before) !== JSON.stringify(place)) {
      this.place.set(place);
    }
  }

  private async beat(place: HeartbeatRequest | null): Promise<void> {
    if (place === null || document.hidden || !this.online() || Date.now() - this.alive > IDLE) {
      this.present.set([]);
      this.leave();
      return;
    }
    this.told = true;
    const view = await firstValueFrom(this.api.note(this.pageId, place)).catch(() => null);
    if (this.place() === place) {
      this.present.set(view?.others ?? []);
    }
  }

  private leave(): void {
    if (this.told && this.online()) {
      this.told = false;
      this.api.leave(this.pageId).subscribe({ error: () => undefined });
    }
  }
}
