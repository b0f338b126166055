import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../problem/domain-error';
import type { EvidenceLimits, StoredFile } from './evidence-store';
import { type ReceivedFile, receiveInto } from './incoming-file';
import { mediaTypeOf } from './media-type';
import { countPagesIn } from './pdf-pages';

const A_DAY = 24 * 60 * 60 * 1000;

/** Puts a finished file where it stays; afterwards the path may be gone. */
export type Keeping = (path: string, file: ReceivedFile) => Promise<void>;

/** The folder in which files arrive and are looked at before a store keeps them. */
export class Arrivals {
  private constructor(private readonly folder: string) {}

  /** Made where there is none, and rid of what a crash left half written a day ago. */
  static async in(folder: string): Promise<Arrivals> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await sweep(folder);
    return new Arrivals(folder);
  }

  /** Takes a file while it arrives and has it kept; whatever goes wrong, nothing of it is left here. */
  async take(content: Readable, limits: EvidenceLimits, keep: Keeping): Promise<StoredFile> {
    const path = join(this.folder, randomUUID());
    const received = await receiveInto(path, content, limits);
    try {
      const mediaType = await mediaTypeOf(path, received.bytes);
      if (!mediaType) {
        throw new DomainError('evidence.type-refused');
      }
      const pages = limits.pages === 'counted' && mediaType === 'application/pdf' ? await countPagesIn(path, received.bytes) : null;
      await keep(path, received);
      return { ...received, mediaType, pages };
    } finally {
      await rm(path, { force: true });
    }
  }
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > A_DAY) {
      await rm(path, { force: true });
    }
  }
}
