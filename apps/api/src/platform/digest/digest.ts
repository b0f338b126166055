import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/** SHA-256, in hexadecimal, of a document as canonical JSON: the same content gives the same digest wherever it was stored. */
export function digestOf(document: unknown): string {
  return createHash('sha256').update(canonicalJson(document), 'utf8').digest('hex');
}
