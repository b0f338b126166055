import { Injectable } from '@nestjs/common';
import type { Phase } from '@par-index/contract';
import type { Transaction } from './unit-of-work';

/** What one feature tells the features to the right of it. A feature adds its own by declaration merging. */
export interface DomainEventPayloads {
  'cycle.phase-opened': { readonly cycleId: string; readonly from: Phase; readonly to: Phase; readonly reason: string };
  'cycle.published': { readonly cycleId: string };
  'clock.ticked': { readonly at: Date };
}

export type DomainEventName = keyof DomainEventPayloads;
export type DomainEventHandler<E extends DomainEventName> = (tx: Transaction, payload: DomainEventPayloads[E]) => Promise<void>;

/** Handlers run one after the other, in the order of registration, inside the transaction that raised the event. */
@Injectable()
export class DomainEvents {
  private readonly handlers = new Map<DomainEventName, DomainEventHandler<never>[]>();

  on<E extends DomainEventName>(name: E, handler: DomainEventHandler<E>): void {
    this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler]);
  }

  async raise<E extends DomainEventName>(tx: Transaction, name: E, payload: DomainEventPayloads[E]): Promise<void> {
    for (const handler of this.handlers.get(name) ?? []) {
      await (handler as DomainEventHandler<E>)(tx, payload);
    }
  }
}
