import { Injectable } from '@nestjs/common';
import type { Actor, AuditEventName, AuditPayloads } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEvent } from '../audit/audit-event.entity';
import { type DomainEventName, type DomainEventPayloads, DomainEvents } from './domain-events';
import { isWorthRetrying } from './retry';

/** What an audit line is about, and the cycle it belongs to where it belongs to one. */
export interface AuditSubject {
  readonly id: string;
  readonly cycleId?: string | null;
}

/** One transaction, on behalf of one actor; `actor` is null where the clock or a command acts. `now` is the database's time. */
export class Transaction {
  constructor(
    readonly em: EntityManager,
    readonly actor: Actor | null,
    readonly now: Date,
    private readonly events: DomainEvents,
  ) {}

  async audit<E extends AuditEventName>(event: E, subject: AuditSubject, payload: AuditPayloads[E]): Promise<void> {
    const line = { event, subjectId: subject.id, cycleId: subject.cycleId ?? null, payload, actorId: this.actor?.id ?? null, at: this.now };
    await this.em.createQueryBuilder().insert().into(AuditEvent).values(line as object).updateEntity(false).execute();
  }

  /** Lets the features to the right act in this very transaction: what they refuse, undoes everything. */
  raise<E extends DomainEventName>(name: E, payload: DomainEventPayloads[E]): Promise<void> {
    return this.events.raise(this, name, payload);
  }
}

const ATTEMPTS = 3;

/** The only way to write. A change and its audit line commit together or not at all. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
  ) {}

  /** `work` may run up to three times: the database may ask for the whole transaction again. It must have no effect outside of it. */
  run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.attempt(actor, work, 1);
  }

  /** On behalf of nobody: the clock, a command, somebody who is not signed in yet. */
  runAsSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.attempt(null, work, 1);
  }

  private async attempt<T>(actor: Actor | null, work: (tx: Transaction) => Promise<T>, attempt: number): Promise<T> {
    try {
      return await this.dataSource.transaction(async (em) => work(new Transaction(em, actor, await databaseTime(em), this.events)));
    } catch (error) {
      if (attempt < ATTEMPTS && isWorthRetrying(error)) {
        return this.attempt(actor, work, attempt + 1);
      }
      throw error;
    }
  }
}

/** The moment at which the current transaction began, by the clock of the database. */
export async function databaseTime(em: EntityManager): Promise<Date> {
  const rows: readonly { readonly now: Date }[] = await em.query('select now()');
  return rows[0]?.now ?? new Date();
}
