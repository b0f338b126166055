import { InjectionToken } from '@angular/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** An upload that was begun in this browser: where it goes on, and what was typed about it. */
export interface RememberedUpload {
  readonly userId: string;
  readonly fingerprint: string;
  readonly url: string;
  /** As the page that began it likes to have it back. */
  readonly typed: unknown;
  /** ISO 8601. */
  readonly begunAt: string;
}

/** Remembers uploads over a reload and a closed tab. Nobody's upload is given to somebody else. */
export interface UploadMemory {
  find(userId: string, fingerprint: string): Promise<RememberedUpload | null>;
  findByUrl(userId: string, url: string): Promise<RememberedUpload | null>;
  keep(upload: RememberedUpload): Promise<void>;
  forget(userId: string, fingerprint: string): Promise<void>;
}

interface Schema extends DBSchema {
  uploads: { key: [string, string]; value: RememberedUpload };
}

const NAME = 'par-index.uploads';
const KEPT = 7 * 24 * 60 * 60 * 1000;

/** In the browser's own database. Where there is none (a private window), nothing is remembered and everything else goes on. */
export class IndexedUploads implements UploadMemory {
  private opened: Promise<IDBPDatabase<Schema>> | null = null;

  async find(userId: string, fingerprint: string): Promise<RememberedUpload | null> {
    return this.attempt(async (database) => (await database.get('uploads', [userId, fingerprint])) ?? null, null);
  }

  async findByUrl(userId: string, url: string): Promise<RememberedUpload | null> {
    const all = await this.attempt((database) => database.getAll('uploads'), []);
    return all.find((upload) => upload.userId === userId && upload.url === url) ?? null;
  }

  async keep(upload: RememberedUpload): Promise<void> {
    await this.attempt(async (database) => {
      await database.put('uploads', upload);
      await this.sweep(database);
    }, undefined);
  }

  async forget(userId: string, fingerprint: string): Promise<void> {
    await this.attempt((database) => database.delete('uploads', [userId, fingerprint]), undefined);
  }

  private async sweep(database: IDBPDatabase<Schema>): Promise<void> {
    const old = (await database.getAll('uploads')).filter(({ begunAt }) => Date.now() - Date.parse(begunAt) > KEPT);
    await Promise.all(old.map(({ userId, fingerprint }) => database.delete('uploads', [userId, fingerprint])));
  }

  private async attempt<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>, otherwise: T): Promise<T> {
    try {
      this.opened ??= openDB<Schema>(NAME, 1, { upgrade: (database) => void database.createObjectStore('uploads', { keyPath: ['userId', 'fingerprint'] }) });
      return await work(await this.opened);
    } catch {
      this.opened = null;
      return otherwise;
    }
  }
}

export const UPLOAD_MEMORY = new InjectionToken<UploadMemory>('upload memory', { providedIn: 'root', factory: () => new IndexedUploads() });
