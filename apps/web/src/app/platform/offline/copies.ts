import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { InjectionToken } from '@angular/core';

/** What the server said of a record the last time that it was reached. */
export interface Copy<T> {
  readonly userId: string;
  /** The record, such as an assessment. */
  readonly subject: string;
  readonly value: T;
  /** ISO 8601. */
  readonly keptAt: string;
}

/** Copies of records for reading without a network. A person's copies are never given to somebody else. */
export interface CopyStore {
  find(userId: string, subject: string): Promise<Copy<unknown> | null>;
  put(copy: Copy<unknown>): Promise<void>;
  remove(userId: string, subject: string): Promise<void>;
  /** Removes everybody else's; with null, all. */
  keepOnly(userId: string | null): Promise<void>;
}

interface Schema extends DBSchema {
  copies: { key: [string, string]; value: Copy<unknown> };
}

const NAME = 'par-index.copies';

/** Copies in the browser's own database. Beside the drafts and apart from them: a copy can always be fetched again, a draft cannot. */
export class IndexedCopies implements CopyStore {
  private opened: Promise<IDBPDatabase<Schema>> | null = null;

  async find(userId: string, subject: string): Promise<Copy<unknown> | null> {
    return (await (await this.database()).get('copies', [userId, subject])) ?? null;
  }

  async put(copy: Copy<unknown>): Promise<void> {
    await (await this.database()).put('copies', copy);
  }

  async remove(userId: string, subject: string): Promise<void> {
    await (await this.database()).delete('copies', [userId, subject]);
  }

  async keepOnly(userId: string | null): Promise<void> {
    const change = (await this.database()).transaction('copies', 'readwrite');
    const others = (await change.store.getAllKeys()).filter(([owner]) => owner !== userId);
    await Promise.all([...others.map((key) => change.store.delete(key)), change.done]);
  }

  private database(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= openDB<Schema>(NAME, 1, {
      upgrade: (database) => void database.createObjectStore('copies', { keyPath: ['userId', 'subject'] }),
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => (this.opened = null),
    });
    this.opened.catch(() => (this.opened = null));
    return this.opened;
  }
}

/** Where copies are kept in this browser. */
export const COPIES = new InjectionToken<CopyStore>('copies', { providedIn: 'root', factory: () => new IndexedCopies() });
