import type { EvidenceMediaType } from '@par-index/contract';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';

/** More than any honest document has, far less than harms a reader. */
const MOST_ENTRIES = 10_000;
const GIBIBYTE = 1024 * 1024 * 1024;
const MOST_TIMES_LARGER = 200;
/** Below this, even a wild ratio harms nobody: an empty sheet shrinks well. */
const HARMLESS_UNPACKED = 20 * 1024 * 1024;
const MOST_CONTENT_TYPES = 1024 * 1024;

const CONTENT_TYPES = '[Content_Types].xml';
const MACROS = /vbaProject|macroEnabled|\.bin$/i;
const ACTIVE_PARTS = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/)/i;

const MAIN_PARTS: readonly (readonly [marker: string, type: EvidenceMediaType])[] = [
  ['wordprocessingml.document.main+xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['spreadsheetml.sheet.main+xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['presentationml.presentation.main+xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

interface Contents {
  readonly types: Entry | null;
  readonly harmless: boolean;
}

/** Bytes of the file as it is, and the most that it may become. */
interface Size {
  readonly packed: number;
  readonly mostUnpacked: number;
}

async function contentsOf(zip: ZipFile, { packed, mostUnpacked }: Size): Promise<Contents> {
  let unpacked = 0;
  let entries = 0;
  let types: Entry | null = null;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    entries += 1;
    const isBomb = unpacked > mostUnpacked || (unpacked > HARMLESS_UNPACKED && unpacked > packed * MOST_TIMES_LARGER);
    if (entries > MOST_ENTRIES || isBomb || entry.isEncrypted() || ACTIVE_PARTS.test(entry.fileName)) {
      return { types: null, harmless: false };
    }
    types = entry.fileName === CONTENT_TYPES ? entry : types;
  }
  return { types, harmless: true };
}

async function declaredType(zip: ZipFile, types: Entry): Promise<EvidenceMediaType | null> {
  if (types.uncompressedSize > MOST_CONTENT_TYPES) {
    return null;
  }
  const text = (await buffer(await zip.openReadStreamPromise(types))).toString('utf8');
  if (MACROS.test(text)) {
    return null;
  }
  return MAIN_PARTS.find(([marker]) => text.includes(marker))?.[1] ?? null;
}

const OPTIONS = { lazyEntries: true, autoClose: false } as const;

async function typeIn(opening: Promise<ZipFile>, size: Size): Promise<EvidenceMediaType | null> {
  const zip = await opening.catch(() => null);
  if (!zip) {
    return null;
  }
  try {
    const { types, harmless } = await contentsOf(zip, size);
    return types && harmless ? await declaredType(zip, types) : null;
  } catch {
    return null;
  } finally {
    zip.close();
  }
}

/**
 * The type of a zip file by what is in it: a Word, Excel or PowerPoint document without macros, or null. Null too for what is broken,
 * encrypted, or would unpack to far more than it is.
 */
export const officeTypeOf = (path: string, packed: number): Promise<EvidenceMediaType | null> =>
  typeIn(openPromise(path, OPTIONS), { packed, mostUnpacked: GIBIBYTE });

/** The same of a file in memory, with a limit of its own. */
export const officeTypeOfBytes = (bytes: Buffer, mostUnpacked: number): Promise<EvidenceMediaType | null> =>
  typeIn(fromBufferPromise(bytes, OPTIONS), { packed: bytes.length, mostUnpacked });
