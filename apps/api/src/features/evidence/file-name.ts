import { EVIDENCE_TYPES, type EvidenceMediaType } from '@par-index/contract';

/** Endings that people give to pictures of this type. */
const ENDINGS_OF_JPEG: readonly string[] = [EVIDENCE_TYPES['image/jpeg'], '.jpeg', '.jpe', '.jfif'];

const endingsOf = (mediaType: EvidenceMediaType): readonly string[] => (mediaType === 'image/jpeg' ? ENDINGS_OF_JPEG : [EVIDENCE_TYPES[mediaType]]);

/** Control and format characters (line ends, reading direction, joiners), and what no file system takes in a name. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*\\/]/gu;
const LONGEST = 160;

/**
 * The name under which a file is kept and handed out again: the last part of a path, without characters that could mislead a reader
 * or a file system, and with an ending that fits what the file is: `..\\Công văn 12.PDF.exe` of a PDF becomes `Công văn 12.PDF.exe.pdf`.
 */
export function evidenceFileName(given: string, mediaType: EvidenceMediaType): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(UNSAFE, ' ').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const ending = endingOf(clean, mediaType);
  const stem = clean.slice(0, clean.length - ending.length).replace(/[. ]+$/, '') || 'tai-lieu';
  return `${shortened(stem)}${ending || EVIDENCE_TYPES[mediaType]}`;
}

function endingOf(name: string, mediaType: EvidenceMediaType): string {
  const small = name.toLowerCase();
  const fitting = endingsOf(mediaType).find((ending) => small.endsWith(ending));
  return fitting === undefined ? '' : name.slice(-fitting.length);
}

/** Cut between characters, not inside of one. */
const shortened = (stem: string): string => Array.from(stem).slice(0, LONGEST).join('').trimEnd();

/** Whether the browser shows the file or stores it. */
export type Disposition = 'inline' | 'attachment';

/** Content-Disposition by RFC 6266: the name in UTF-8 for those who read RFC 8187, and without accents for everybody else. */
export function contentDisposition(disposition: Disposition, name: string): string {
  const plain = withoutAccents(name).replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
