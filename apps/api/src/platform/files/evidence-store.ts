import type { EvidenceMediaType } from '@par-index/contract';
import type { Readable } from 'node:stream';

/** A file as it lies in the store: known by its content, so that the same content is there once. */
export interface StoredFile {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** By its bytes, never by its name. */
  readonly mediaType: EvidenceMediaType;
  /** Of a PDF whose pages were to be counted and could be; else null. */
  readonly pages: number | null;
}

export interface EvidenceLimits {
  readonly maxBytes: number;
  /** Whether the pages of a PDF are counted, which takes a moment; not unless told. */
  readonly pages?: 'counted';
}

/** Both ends belong to the range. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where the bytes of evidence lie. Files are written once and never changed. */
export abstract class EvidenceStore {
  /**
   * Takes a file while it arrives. When it returns, the file is safe on its medium; when it throws, nothing of it is left.
   * Refuses what is empty, too large, cut off, or none of the types that evidence may have.
   */
  abstract put(content: Readable, limits: EvidenceLimits): Promise<StoredFile>;

  /** The bytes, or a range of them. Refuses with `record.not-found` what is not there. */
  abstract open(sha256: string, range?: ByteRange): Promise<Readable>;

  abstract has(sha256: string): Promise<boolean>;

  /** Takes back a file that no record will name. One that is not there is no mistake. */
  abstract discard(sha256: string): Promise<void>;
}
