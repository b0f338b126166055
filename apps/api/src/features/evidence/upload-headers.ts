import type { UploadMetadata } from '@par-index/contract';
import { isUUID } from 'class-validator';
import { DomainError } from '../../platform/problem/domain-error';

export const TUS_VERSION = '1.0.0';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const KEY = /^[\x21-\x2b\x2d-\x7e]{1,100}$/;
const WHOLE = /^\d{1,15}$/;
const LONGEST_NAME = 500;
const LONGEST_CODE = 100;
const MEBIBYTE = 1024 * 1024;

const refused = (header: string, detail: string): DomainError => new DomainError('request.invalid', {}, [{ pointer: `/${header}`, code: 'header-invalid', detail }]);

/** Refuses a request of any other protocol than tus 1.0.0. */
export function assertTus(version: string | undefined): void {
  if (version !== TUS_VERSION) {
    throw new DomainError('upload.protocol', { version: TUS_VERSION });
  }
}

/** Refuses what the protocol knows and this server does not offer: uploads in pieces to be joined, and a length that is told later. */
export function assertWhole({ concat, deferLength }: { readonly concat: string | undefined; readonly deferLength: string | undefined }): void {
  if (concat !== undefined) {
    throw refused('Upload-Concat', 'Máy chủ không nhận tệp tải lên thành nhiều mảnh song song. Hãy tải lên thành một mạch.');
  }
  if (deferLength !== undefined) {
    throw refused('Upload-Defer-Length', 'Máy chủ cần biết trước số byte của tệp. Hãy gửi Upload-Length.');
  }
}

/** The bytes that `Upload-Length` announces: at least one, at most `maxBytes`. */
export function uploadLengthOf(header: string | undefined, maxBytes: number): number {
  if (header === undefined || !WHOLE.test(header)) {
    throw refused('Upload-Length', 'Upload-Length phải là số byte của tệp, một số nguyên không âm.');
  }
  const bytes = Number(header);
  if (bytes === 0) {
    throw new DomainError('evidence.empty');
  }
  if (bytes > maxBytes) {
    throw new DomainError('evidence.too-large', { megabytes: Math.floor(maxBytes / MEBIBYTE), maxBytes });
  }
  return bytes;
}

/** The offset that a part claims to go on from. */
export function uploadOffsetOf(header: string | undefined): number {
  if (header === undefined || !WHOLE.test(header)) {
    throw refused('Upload-Offset', 'Upload-Offset phải là số byte đã nhận, một số nguyên không âm.');
  }
  return Number(header);
}

/** Refuses a part that is not sent as one. */
export function assertPart(contentType: string | undefined): void {
  if (contentType !== 'application/offset+octet-stream') {
    throw new DomainError('request.media-type');
  }
}

/** `Upload-Metadata`: where the file goes and what it is called. Names that nobody asked for are passed over. */
export function uploadMetadataOf(header: string | undefined): UploadMetadata {
  const pairs = parsed(header);
  const [filename = '', assessmentId, code, documentId] = ['filename', 'assessmentId', 'code', 'documentId'].map((key) => pairs.get(key));
  if (filename.trim() === '' || filename.length > LONGEST_NAME) {
    throw refused('Upload-Metadata', `Upload-Metadata cần filename: tên tệp, không quá ${LONGEST_NAME} ký tự.`);
  }
  if (documentId !== undefined && assessmentId === undefined && code === undefined && isUUID(documentId)) {
    return { filename, documentId: documentId.toLowerCase() };
  }
  if (documentId === undefined && assessmentId !== undefined && isUUID(assessmentId) && code && code.length <= LONGEST_CODE) {
    return { filename, assessmentId: assessmentId.toLowerCase(), code };
  }
  throw refused('Upload-Metadata', 'Upload-Metadata cần assessmentId và code của tiêu chí, hoặc documentId của tài liệu cần thay tệp.');
}

function parsed(header: string | undefined): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(',').map((pair) => pair.trim().split(' '));
  const sound = pairs.every(([key = '', value = '', ...more]) => KEY.test(key) && BASE64.test(value) && more.length === 0);
  const names = new Set(pairs.map(([key]) => key));
  const texts = sound ? pairs.map(([key = '', value = '']) => [key, textOf(value)] as const) : [];
  if (!sound || names.size !== pairs.length || texts.some(([, text]) => text === null)) {
    throw refused('Upload-Metadata', 'Upload-Metadata phải là các cặp «tên giá-trị» cách nhau bằng dấu phẩy, giá trị viết bằng base64.');
  }
  return new Map(texts.map(([key, text]) => [key, text ?? '']));
}

/** UTF-8 that can be stored, or null. */
function textOf(base64: string): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, 'base64'));
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
