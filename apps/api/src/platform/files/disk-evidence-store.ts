import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { access, open, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../problem/domain-error';
import { moveDurably } from './durable-folder';
import { type ByteRange, type EvidenceLimits, EvidenceStore, type StoredFile } from './evidence-store';
import { receiveInto } from './incoming-file';
import { mediaTypeOf } from './media-type';
import { countPagesIn } from './pdf-pages';

const SHA256 = /^[0-9a-f]{64}$/;
const A_DAY = 24 * 60 * 60 * 1000;

const absent = (error: unknown): boolean => Object(error).code === 'ENOENT';

/** Evidence in a folder of this machine: `evidence/ab/cd/abcd…`, arriving in `evidence/incoming`. */
export class DiskEvidenceStore extends EvidenceStore {
  private constructor(private readonly folder: string) {
    super();
  }

  /** The store of a data folder, made where there is none, and rid of what a crash left half written a day ago. */
  static async in(dataFolder: string): Promise<DiskEvidenceStore> {
    const store = new DiskEvidenceStore(resolve(dataFolder, 'evidence'));
    mkdirSync(store.incoming, { recursive: true, mode: 0o700 });
    await store.sweep();
    return store;
  }

  async put(content: Readable, limits: EvidenceLimits): Promise<StoredFile> {
    const path = join(this.incoming, randomUUID());
    const received = await receiveInto(path, content, limits);
    try {
      const mediaType = await mediaTypeOf(path, received.bytes);
      if (!mediaType) {
        throw new DomainError('evidence.type-refused');
      }
      const pages = limits.pages === 'counted' && mediaType === 'application/pdf' ? await countPagesIn(path, received.bytes) : null;
      await moveDurably(path, this.pathOf(received.sha256));
      return { ...received, mediaType, pages };
    } finally {
      await rm(path, { force: true });
    }
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(sha256), 'r').catch((error: unknown) => {
      throw absent(error) ? new DomainError('record.not-found') : error;
    });
    return file.createReadStream(range ? { start: range.start, end: range.end } : {});
  }

  async has(sha256: string): Promise<boolean> {
    try {
      await access(this.pathOf(sha256));
      return true;
    } catch (error) {
      if (absent(error)) {
        return false;
      }
      throw error;
    }
  }

  async discard(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  private get incoming(): string {
    return join(this.folder, 'incoming');
  }

  private pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) {
      throw new DomainError('record.not-found');
    }
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  private async sweep(): Promise<void> {
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > A_DAY) {
        await rm(path, { force: true });
      }
    }
  }
}
