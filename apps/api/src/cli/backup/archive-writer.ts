import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { syncFolder } from '../../platform/files/durable-folder';

/** A tar file, packed, that has its name only once it is whole and safe on the medium. */
export class ArchiveWriter {
  private readonly tar: Pack = pack();
  private readonly written: Promise<void>;
  private readonly partial: string;

  constructor(private readonly file: string) {
    this.partial = `${file}.partial`;
    this.written = pipeline(this.tar as unknown as AsyncIterable<Buffer>, createGzip({ level: 6 }), createWriteStream(this.partial, { mode: 0o600 }));
    this.written.catch(() => undefined); // told to whoever waits for the end
  }

  /** Returns once the archive takes more. */
  add(name: string, content: Buffer): Promise<void> {
    return this.orFailed(new Promise((added, failed) => this.tar.entry({ name, size: content.length, mode: 0o600 }, content, (error) => (error ? failed(error) : added()))));
  }

  /** `size` bytes of a stream. */
  addStream(name: string, size: number, content: Readable): Promise<void> {
    return this.orFailed(pipeline(content, this.tar.entry({ name, size, mode: 0o600 }) as unknown as NodeJS.WritableStream));
  }

  async finish(): Promise<void> {
    this.tar.finalize();
    await this.written;
    const handle = await open(this.partial, 'r');
    await handle.sync();
    await handle.close();
    await rename(this.partial, this.file);
    await syncFolder(dirname(this.file));
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => undefined);
    await rm(this.partial, { force: true });
  }

  private orFailed(work: Promise<void>): Promise<void> {
    return Promise.race([work, this.written.then(() => Promise.reject(new Error('the archive has ended')))]);
  }
}
