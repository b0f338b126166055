import { type Configstore, FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createReadStream, mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../problem/domain-error';

/** What is known of an upload that was begun. */
export interface BegunUpload {
  readonly id: string;
  readonly bytes: number;
  readonly fileName: string;
  readonly createdAt: Date;
}

/** Who remembers them, since this only keeps their bytes. */
export interface UploadRecords {
  find(id: string): Promise<BegunUpload | null>;
}

export interface ResumableOptions {
  /** Where clients find them, such as `/api/v1/uploads`. */
  readonly path: string;
  readonly maxBytes: number;
  /** Milliseconds for which an unfinished one is kept. */
  readonly kept: number;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const isGone = (error: unknown): boolean => Object(error).code === 'ENOENT';

/** The refusals of the library in our words. What is none of them is our failure. */
function refusalOf(status: number, body: string): DomainError {
  const codes = { 404: 'record.not-found', 409: 'upload.out-of-step', 410: 'upload.expired', 412: 'upload.protocol', 413: 'evidence.too-large' } as const;
  if (status in codes) {
    return new DomainError(codes[status as keyof typeof codes]);
  }
  if (/lock/i.test(body)) {
    return new DomainError('upload.busy');
  }
  return new DomainError(status < 500 ? 'request.malformed' : 'server.failed');
}

/** A refusal leaves it as an error, to be answered like every refusal of this server. */
class RefusingServer extends Server {
  override write(...[context, headers, status, body = '']: Parameters<Server['write']>): ReturnType<Server['write']> {
    if (status >= 400) {
      throw refusalOf(status, body);
    }
    return super.write(context, headers, status, body);
  }
}

/** What the library would keep in files of its own lies in our records. */
function storeIn(records: UploadRecords): Configstore {
  return {
    get: async (id) => {
      const begun = ID.test(id) ? await records.find(id) : null;
      const known = begun && { size: begun.bytes, metadata: { filename: begun.fileName }, creation_date: begun.createdAt.toISOString() };
      return known ? { id, ...known, offset: 0, storage: undefined, sizeIsDeferred: false } : undefined;
    },
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
}

/** The bytes of uploads that may be interrupted, by the protocol tus 1.0.0. Asks nobody: whoever lets a request in has asked before. */
export class ResumableUploads {
  private readonly server: RefusingServer;
  private readonly ids = new WeakMap<IncomingMessage, string>();

  constructor(
    private readonly folder: string,
    records: UploadRecords,
    { path, maxBytes, kept }: ResumableOptions,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.server = new RefusingServer({
      path,
      datastore: new FileStore({ directory: resolve(folder), configstore: storeIn(records), expirationPeriodInMilliseconds: kept }),
      maxSize: maxBytes,
      relativeLocation: true,
      allowedOrigins: [],
      namingFunction: (request) => this.ids.get(request.runtime?.node?.req as IncomingMessage) ?? '',
    });
  }

  /** Makes the empty file of an upload that has just been recorded, and answers where it is. */
  begin(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.ids.set(request, id);
    return this.handle(request, response);
  }

  /** HEAD, PATCH or DELETE of one that is recorded. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.server.handle(request, response);
    } catch (error) {
      throw request.complete || request.method === 'HEAD' ? error : new DomainError('evidence.truncated');
    }
  }

  /** Bytes that have arrived; null where there is no file. */
  async received(id: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(id))).size;
    } catch (error) {
      if (isGone(error)) {
        return null;
      }
      throw error;
    }
  }

  open(id: string): Readable {
    return createReadStream(this.pathOf(id));
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Removes what no record names any more and was left alone since `before`, in milliseconds. */
  async sweep(known: ReadonlySet<string>, before: number): Promise<number> {
    const strays = (await readdir(this.folder)).filter((name) => ID.test(name) && !known.has(name));
    const old = await Promise.all(strays.map(async (id) => ((await modifiedAt(this.pathOf(id))) < before ? id : null)));
    const swept = old.filter((id) => id !== null);
    await Promise.all(swept.map((id) => this.remove(id)));
    return swept.length;
  }

  private pathOf(id: string): string {
    if (!ID.test(id)) {
      throw new DomainError('record.not-found');
    }
    return join(this.folder, id);
  }
}

const modifiedAt = (path: string): Promise<number> => stat(path).then(({ mtimeMs }) => mtimeMs, () => Number.POSITIVE_INFINITY);
