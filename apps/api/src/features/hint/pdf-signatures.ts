import type { PdfSignature } from './hint-facts';

/** A document that is signed more often says enough with these. */
const MOST_SIGNATURES = 32;
/** Bytes before and after the range in which the other entries of a signature's dictionary are looked for. */
const REACH = 256 * 1024;

const TIME = /\/M\s*\(D:(?<year>\d{4})(?<month>\d{2})?(?<day>\d{2})?(?<hour>\d{2})?(?<minute>\d{2})?(?<second>\d{2})?(?<zone>Z|[+-]\d{2}'?(?:\d{2})?)?/;
const RANGE = /\/ByteRange\s*\[\s*\d/;

/**
 * What the signatures of a PDF say of themselves. A signature covers bytes of the file, so its dictionary stands in the file as it is, never compressed
 * (ISO 32000-2, 12.8.1). Reads the bytes once, follows no reference, and tells nothing about validity.
 */
export function pdfSignatures(bytes: Buffer): readonly PdfSignature[] {
  const found: PdfSignature[] = [];
  let at = bytes.indexOf('/ByteRange');
  while (at >= 0 && found.length < MOST_SIGNATURES) {
    const dictionary = dictionaryAround(bytes, at);
    if (/\/Type\s*\/(?:Sig|DocTimeStamp)\b|\/Filter\s*\/Adobe\.PP/.test(dictionary)) {
      found.push({ signedAt: momentIn(dictionary), hasByteRange: RANGE.test(dictionary) });
    }
    at = bytes.indexOf('/ByteRange', at + 1);
  }
  return found;
}

/** The object in which an entry stands, without the signature's own bytes. */
function dictionaryAround(bytes: Buffer, at: number): string {
  const before = bytes.subarray(Math.max(0, at - REACH), at);
  const after = bytes.subarray(at, at + REACH);
  const [start, end] = [before.lastIndexOf(' obj'), after.indexOf('endobj')];
  const text = `${before.subarray(Math.max(0, start)).toString('latin1')}${after.subarray(0, end < 0 ? after.length : end).toString('latin1')}`;
  return text.replace(/<[0-9A-Fa-f\s]{64,}>/g, '<>');
}

/** A time without a zone is taken as Vietnam's. */
function momentIn(dictionary: string): string | null {
  const parts = TIME.exec(dictionary)?.groups;
  if (!parts) {
    return null;
  }
  const { year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = "+07'00" } = parts;
  const moment = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offsetOf(zone)}`);
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}

function offsetOf(zone: string): string {
  const [, sign = '', hours = '', minutes = '00'] = /^([+-])(\d{2})'?(\d{2})?$/.exec(zone) ?? [];
  return sign === '' ? 'Z' : `${sign}${hours}:${minutes}`;
}
