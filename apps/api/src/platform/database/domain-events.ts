import { Injectable } from '@nestjs/common';
import type { DomainEventName, DomainEventPayloads, EventSink, Transaction } from './transaction';

export type { DomainEventName, DomainEventPayloads } from './transaction';

export type DomainEventHandler<E extends DomainEventName> = (tx: Transaction, payload: DomainEventPayloads[E]) => Promise<void>;

/** Handlers run one after the other, in the order of registration, inside the transaction that raised the event. */
@Injectable()
export class DomainEvents implements EventSink {
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
