import { checkJsonText, type Finding } from '@par-index/scoring';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A document from a file, with what its text alone shows to be wrong. */
export interface ReadDocument {
  readonly document: unknown;
  readonly findings: readonly Finding[];
}

/** A file that is not there, or holds no JSON. The message says which, in Vietnamese. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

/** A case, with its criteria set read from beside it where the case gives a path. Throws an UnreadableFileError. */
export function readCase(file: string): ReadDocument {
  const read = readJson(file);
  const { document } = read;
  if (!isCaseWithPath(document)) return read;
  const set = readSet(resolve(dirname(file), document.criteriaSet));
  return {
    document: { ...document, criteriaSet: set.document },
    findings: [...read.findings, ...set.findings.map((finding) => ({ ...finding, pointer: `/criteriaSet${finding.pointer}` }))],
  };
}

function readSet(file: string): ReadDocument {
  try {
    return readJson(file);
  } catch (cause) {
    throw new UnreadableFileError(`/criteriaSet: ${(cause as Error).message}`, { cause });
  }
}

function isCaseWithPath(document: unknown): document is { readonly criteriaSet: string } {
  return typeof document === 'object' && document !== null && 'criteriaSet' in document && typeof document.criteriaSet === 'string';
}

function readJson(file: string): ReadDocument {
  const text = readText(file);
  try {
    return { document: JSON.parse(text) as unknown, findings: checkJsonText(text) };
  } catch (cause) {
    throw new UnreadableFileError(`Tệp không phải JSON hợp lệ: ${file} (${(cause as Error).message})`, { cause });
  }
}

/** A byte order mark, which some editors write, is not part of the text. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new UnreadableFileError(`Không đọc được tệp: ${file} (${(cause as Error).message})`, { cause });
  }
}
