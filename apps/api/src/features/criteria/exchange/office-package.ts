import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { officeTypeOfBytes } from '../../../platform/files/office-type';

const MEBIBYTE = 1024 * 1024;
/** What a set unpacks to is a few mebibytes. */
const MOST_UNPACKED = 48 * MEBIBYTE;
const MOST_PART = 24 * MEBIBYTE;
const XML = /\.(?:xml|rels)$/i;
const OUTSIDE = /(?:^|\/)(?:externalLinks|embeddings|activeX|ctrlProps|customUI)\//i;

const TYPES = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'workbook',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
} as const;

export type OfficeKind = (typeof TYPES)[keyof typeof TYPES];

/** A file that is safe to be read, or why it is not. */
export type Inspected = { readonly kind: OfficeKind; readonly refusal: null } | { readonly kind: OfficeKind | null; readonly refusal: string };

const UNREADABLE = 'Tệp không phải là Excel (.xlsx) hoặc Word (.docx) đọc được, có macro, có mật khẩu hoặc bị nén bất thường. Hãy lưu lại thành tệp thường rồi chọn lại.';
const LINKED = 'Tệp có liên kết sang tệp khác hoặc đối tượng nhúng. Hãy bỏ các liên kết (trong Excel: Dữ liệu, Sửa liên kết, Ngắt liên kết) rồi lưu lại.';
const DECLARING = 'Tệp có phần khai báo mà hệ thống không đọc vì an toàn. Hãy mở bằng Word hoặc Excel rồi lưu lại.';

/** Bytes as text, also where they are UTF-16: what is declared in an encoding that we do not look at is declared all the same. */
const textOf = (bytes: Buffer): string => (bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes[0] === 0xfe && bytes[1] === 0xff ? '<!DOCTYPE' : bytes.toString('utf8'));

/**
 * Looks at a file before anything reads it: its kind, no macros, no password, sizes as declared within limits (a part that unpacks to
 * more than it declares fails), no links to other workbooks, no embedded objects, no document type declarations (so no entities).
 */
export async function inspectOffice(bytes: Buffer): Promise<Inspected> {
  const type = await officeTypeOfBytes(bytes, MOST_UNPACKED);
  const kind = type !== null && Object.hasOwn(TYPES, type) ? TYPES[type as keyof typeof TYPES] : null;
  if (kind === null) {
    return { kind, refusal: UNREADABLE };
  }
  const refusal = await refusalIn(bytes).catch(() => UNREADABLE);
  return refusal === null ? { kind, refusal } : { kind, refusal };
}

async function refusalIn(bytes: Buffer): Promise<string | null> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const refusal = OUTSIDE.test(entry.fileName) ? LINKED : await refusalOf(zip, entry);
      if (refusal !== null) {
        return refusal;
      }
    }
    return null;
  } finally {
    zip.close();
  }
}

async function refusalOf(zip: ZipFile, entry: Entry): Promise<string | null> {
  if (!XML.test(entry.fileName)) {
    return null;
  }
  const content = await partContent(zip, entry);
  return /<!DOCTYPE|<!ENTITY/i.test(textOf(content)) ? DECLARING : null;
}

async function partContent(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > MOST_PART) {
    throw new RangeError('a part larger than any set');
  }
  return buffer(await zip.openReadStreamPromise(entry));
}

/** One part of a package as text; null where it is not there. */
export async function partOf(bytes: Buffer, name: string): Promise<string | null> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === name) {
        return (await partContent(zip, entry)).toString('utf8');
      }
    }
    return null;
  } finally {
    zip.close();
  }
}
