import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DomainError } from '../problem/domain-error';
import type { EvidenceLimits } from './evidence-store';

const MEBIBYTE = 1024 * 1024;

export interface ReceivedFile {
  readonly sha256: string;
  readonly bytes: number;
}

async function writeWhole(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

async function copy(content: Readable, file: FileHandle, { maxBytes }: EvidenceLimits): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new DomainError('evidence.too-large', { megabytes: Math.floor(maxBytes / MEBIBYTE), maxBytes });
    }
    hash.update(chunk);
    await writeWhole(file, chunk);
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** What cuts a stream short is the connection, unless it is a refusal of ours or a failure of our disk. */
function refusalOf(error: unknown): unknown {
  const isOurs = error instanceof DomainError || typeof Object(error).syscall === 'string' && String(Object(error).syscall) !== 'read';
  return isOurs ? error : new DomainError('evidence.truncated');
}

/** Writes a stream into a new file, hashing on the way, until it is safe on the medium. What fails leaves no file. */
export async function receiveInto(path: string, content: Readable, limits: EvidenceLimits): Promise<ReceivedFile> {
  const file = await open(path, 'wx', 0o600);
  try {
    const received = await copy(content, file, limits);
    if (received.bytes === 0) {
      throw new DomainError('evidence.empty');
    }
    await file.sync();
    return received;
  } catch (error) {
    content.destroy();
    await rm(path, { force: true });
    throw refusalOf(error);
  } finally {
    await file.close();
  }
}
