import { access, open, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../problem/domain-error';
import { Arrivals } from './arrivals';
import { moveDurably } from './durable-folder';
import { type ByteRange, type EvidenceLimits, EvidenceStore, type StoredFile } from './evidence-store';
import { storedName } from './stored-name';

const absent = (error: unknown): boolean => Object(error).code === 'ENOENT';

/** Evidence in a folder of this machine: `evidence/ab/cd/abcd…`, arriving in `evidence/incoming`. */
export class DiskEvidenceStore extends EvidenceStore {
  private constructor(
    private readonly folder: string,
    private readonly arrivals: Arrivals,
  ) {
    super();
  }

  /** The store of a data folder, made where there is none. */
  static async in(dataFolder: string): Promise<DiskEvidenceStore> {
    const folder = resolve(dataFolder, 'evidence');
    return new DiskEvidenceStore(folder, await Arrivals.in(join(folder, 'incoming')));
  }

  put(content: Readable, limits: EvidenceLimits): Promise<StoredFile> {
    return this.arrivals.take(content, limits, (path, { sha256 }) => moveDurably(path, this.pathOf(sha256)));
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

  private pathOf(sha256: string): string {
    return join(this.folder, storedName(sha256));
  }
}
