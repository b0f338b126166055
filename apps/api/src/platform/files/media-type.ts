import type { EvidenceMediaType } from '@par-index/contract';
import { fileTypeFromFile } from 'file-type';
import { officeTypeOf } from './office-type';

const PLAIN_TYPES: ReadonlySet<string> = new Set<EvidenceMediaType>(['application/pdf', 'image/png', 'image/jpeg']);

const isPlain = (mime: string): mime is EvidenceMediaType => PLAIN_TYPES.has(mime);

/** The type of a file by its bytes, or null where it is none that evidence may have. */
export async function mediaTypeOf(path: string, bytes: number): Promise<EvidenceMediaType | null> {
  const mime = (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? '';
  return isPlain(mime) ? mime : officeTypeOf(path, bytes);
}
