import { createPublicKey } from 'node:crypto';
import { keyIdOf, readPublicKey } from '../signature/signature';
import { addPart, type LogPart } from './audit-reader';
import { ChainCheck } from './chain-check';
import type { KnownKeys } from './seal-document';

export const EXPORT_FORMAT = 'par-index-audit-export/1';

/** A file that is no export of the log, or was cut off. */
export class UnreadableExportError extends Error {
  override readonly name = 'UnreadableExportError';
}

interface Head {
  readonly format?: unknown;
  readonly keys?: readonly { readonly publicKey?: unknown }[];
}

const KINDS: readonly unknown[] = ['seal', 'register', 'waiting', 'foreign'];

/**
 * Checks an exported log without database and network. Keys that are told from elsewhere are believed; else those of the file, by their own fingerprints. The
 * last part of every export is the list of foreign lines: without it the file was cut off.
 */
export async function checkFile(lines: AsyncIterable<string>, known: KnownKeys | null): Promise<ChainCheck> {
  let check: ChainCheck | null = null;
  let last: string | null = null;
  for await (const line of lines) {
    if (check === null) {
      check = new ChainCheck(known ?? keysOf(parsed(line) as Head));
      continue;
    }
    const part = parsed(line) as LogPart;
    if (!KINDS.includes(part.kind)) {
      throw new UnreadableExportError('Tệp có phần không phải của nhật ký xuất ra.');
    }
    addPart(check, part);
    last = part.kind;
  }
  if (check === null || last !== 'foreign') {
    throw new UnreadableExportError('Tệp đã bị cắt mất phần cuối.');
  }
  return check;
}

function keysOf({ format, keys }: Head): KnownKeys {
  if (format !== EXPORT_FORMAT || !Array.isArray(keys)) {
    throw new UnreadableExportError('Tệp không phải nhật ký do lệnh này xuất ra.');
  }
  const pems = keys.flatMap(({ publicKey }: { readonly publicKey?: unknown }) => (typeof publicKey === 'string' && readPublicKey(publicKey) ? [publicKey] : []));
  return new Map(pems.map((pem) => [keyIdOf(createPublicKey(pem)), pem]));
}

function parsed(line: string): object {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) {
      return value;
    }
  } catch {
    // Told below, as whatever is no object.
  }
  throw new UnreadableExportError('Tệp không đọc được: có dòng không phải JSON.');
}
