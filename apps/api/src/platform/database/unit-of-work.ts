import { Injectable } from '@nestjs/common';
import type { Actor } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainEvents } from './domain-events';
import { isWorthRetrying } from './retry';
import { Transaction } from './transaction';

export { type AuditSubject, Transaction } from './transaction';

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
