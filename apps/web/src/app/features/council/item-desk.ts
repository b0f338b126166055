import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { CloseItemRequest, CouncilItemView, GiveBlindRequest, ProposeRequest } from '@par-index/contract';
import { EMPTY, firstValueFrom, type Observable } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { CouncilApi } from './council-api';

/** One item before the council: what stands of it, and what the reader does to it. */
@Injectable()
export class ItemDesk {
  private readonly api = inject(CouncilApi);

  readonly itemId = signal<string | null>(null);
  readonly loaded = rxResource({ params: () => this.itemId(), stream: ({ params }) => (params === null ? EMPTY : this.api.get(params)) });
  readonly view = linkedSignal<CouncilItemView | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));

  readonly busy = signal(false);
  readonly refused = linkedSignal<string | null, string | null>({ source: this.itemId, computation: () => null });
  /** When the reader's vote was last stored from here; null before. */
  readonly votedAt = linkedSignal<string | null, string | null>({ source: this.itemId, computation: () => null });
  readonly mayVote = computed(() => this.view()?.openActions.includes('vote') ?? false);
  readonly mayPropose = computed(() => this.view()?.openActions.includes('propose') ?? false);
  readonly mayClose = computed(() => this.view()?.openActions.includes('close') ?? false);

  async vote(proposalId: string): Promise<void> {
    const refusal = await this.change((view) => this.api.vote(view, proposalId));
    this.refused.set(refusal?.detail ?? null);
    if (refusal === null) {
      this.votedAt.set(new Date().toISOString());
    }
  }

  /** What the server refused of it, for its fields; null when it is among the proposals. */
  propose(request: ProposeRequest): Promise<Refusal | null> {
    return this.change(({ id }) => this.api.propose(id, request));
  }

  async close(request: CloseItemRequest): Promise<boolean> {
    const refusal = await this.change((view) => this.api.close(view, request));
    this.refused.set(refusal?.detail ?? null);
    return refusal === null;
  }

  assignBlind(memberIds: readonly string[]): Promise<Refusal | null> {
    return this.change(({ id }) => this.api.assignBlind(id, memberIds));
  }

  /** Once, and for good. What the server refused of it, for its fields; null when it is stored. */
  giveBlind(request: GiveBlindRequest): Promise<Refusal | null> {
    return this.change(({ id }) => this.api.giveBlind(id, request));
  }

  async withdrawBlind(reason: string): Promise<boolean> {
    const refusal = await this.change((view) => this.api.withdrawBlind(view, reason));
    this.refused.set(refusal?.detail ?? null);
    return refusal === null;
  }

  /** What was changed elsewhere meanwhile is loaded again, and the refusal told. */
  private async change(send: (view: CouncilItemView) => Observable<CouncilItemView>): Promise<Refusal | null> {
    const view = this.view();
    if (view === null || this.busy()) {
      return null;
    }
    this.busy.set(true);
    try {
      this.show(await firstValueFrom(send(view)));
      return null;
    } catch (error) {
      return await this.refusedBy(refusalOf(error), view.id);
    } finally {
      this.busy.set(false);
    }
  }

  private async refusedBy(refusal: Refusal, id: string): Promise<Refusal> {
    if (refusal.status === 412 || refusal.status === 409) {
      await firstValueFrom(this.api.get(id)).then((view) => this.show(view), () => undefined);
    }
    return refusal;
  }

  /** An answer that comes after the reader has turned to another item is not theirs any more. */
  private show(view: CouncilItemView): void {
    if (view.id === this.itemId()) {
      this.view.set(view);
    }
  }
}
