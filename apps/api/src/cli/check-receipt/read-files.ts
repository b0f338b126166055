import { readFileSync } from 'node:fs';
import { createPublicKey } from 'node:crypto';
import { keyIdOf, readPublicKey } from '../../platform/signature/signature';

/** A file that is not there, or does not hold what it should. The message says which, in Vietnamese. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

export function readJsonFile(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new UnreadableFileError(`${file}: tệp không phải JSON, có thể đã bị cắt mất một phần.`, { cause });
  }
}

/** Public keys by their ids: one in PEM, or the list that the server gives (`/api/v1/public/receipt-keys`). An id is reckoned from its key, whatever the file says. */
export function readKeys(file: string): ReadonlyMap<string, string> {
  const text = readText(file);
  const pems = text.trimStart().startsWith('-----') ? [text] : listed(readJsonFile(file));
  const keys = pems.filter((pem) => readPublicKey(pem) !== null).map((pem) => [keyIdOf(createPublicKey(pem)), pem] as const);
  if (keys.length === 0) {
    throw new UnreadableFileError(`${file}: không có khóa công khai Ed25519 nào trong tệp.`);
  }
  return new Map(keys);
}

const listed = (json: unknown): readonly string[] =>
  (Array.isArray(json) ? json : []).flatMap((line: unknown) => {
    const pem = typeof line === 'object' && line !== null && 'publicKey' in line ? line.publicKey : null;
    return typeof pem === 'string' ? [pem] : [];
  });

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new UnreadableFileError(`${file}: không đọc được tệp.`, { cause });
  }
}
