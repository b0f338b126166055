import type { ByteRange } from '../../platform/files/evidence-store';

const ONE_RANGE = /^bytes=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/;

/**
 * The part of a content of `bytes` bytes that a Range header asks for (RFC 9110, 14.2): null where all of it is to be sent, because
 * there is no range, several, or something that can't be understood; `unsatisfiable` where the range lies behind the end.
 */
export function byteRangeOf(header: string | undefined, bytes: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '') {
    return last === '' ? null : endingRange(Number(last), bytes);
  }
  const start = Number(first);
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < start) {
    return null;
  }
  return start < bytes ? { start, end } : 'unsatisfiable';
}

/** The last `length` bytes. */
function endingRange(length: number, bytes: number): ByteRange | 'unsatisfiable' {
  return length === 0 || bytes === 0 ? 'unsatisfiable' : { start: Math.max(0, bytes - length), end: bytes - 1 };
}

/** Whether an If-None-Match header names this tag; weak tags count (RFC 9110, 13.1.2). */
export function namesTag(header: string | undefined, tag: string): boolean {
  const named = (header ?? '').split(',').map((part) => part.trim().replace(/^W\//, ''));
  return named.includes('*') || named.includes(tag);
}
