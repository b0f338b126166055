import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Draft, DraftKey, DraftStore } from './draft';

interface Schema extends DBSchema {
  drafts: { key: [string, string, string, string]; value: Draft<unknown>; indexes: { record: [string, string] } };
}

const NAME = 'par-index.drafts';

/** Drafts in the browser's own database, which outlives the page. */
export class IndexedDrafts<T> implements DraftStore<T> {
  private opened: Promise<IDBPDatabase<Schema>> | null = null;

  async list(userId: string, subject: string): Promise<readonly Draft<T>[]> {
    const found = (await (await this.database()).getAllFromIndex('drafts', 'record', [userId, subject])) as readonly Draft<T>[];
    return found.toSorted((one, other) => one.typedAt.localeCompare(other.typedAt));
  }

  async put(draft: Draft<T>): Promise<void> {
    await (await this.database()).put('drafts', draft);
  }

  async remove(draft: Pick<Draft<T>, keyof DraftKey | 'stamp'>): Promise<void> {
    const key = [draft.userId, draft.subject, draft.part, draft.writer] as [string, string, string, string];
    const change = (await this.database()).transaction('drafts', 'readwrite');
    const stored = await change.store.get(key);
    if (stored?.stamp === draft.stamp) {
      await change.store.delete(key);
    }
    await change.done;
  }

  /** An opening that failed is tried again with the next draft. */
  private database(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= openDatabase(() => (this.opened = null));
    this.opened.catch(() => (this.opened = null));
    return this.opened;
  }
}

function openDatabase(gone: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, 1, {
    upgrade: (database) => {
      database.createObjectStore('drafts', { keyPath: ['userId', 'subject', 'part', 'writer'] }).createIndex('record', ['userId', 'subject']);
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    terminated: gone,
  });
}
