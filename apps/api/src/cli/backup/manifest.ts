import { createPublicKey } from 'node:crypto';
import { digestOf } from '../../platform/digest/digest';
import type { ServerKey } from '../../platform/signature/server-key';
import { isSignedBy, keyIdOf, readPublicKey } from '../../platform/signature/signature';

export const BACKUP_FORMAT = 'par-index-backup/1';

/** An archive that is not to be used: partial, altered, or none. The message is in Vietnamese. */
export class BackupRefusedError extends Error {
  override readonly name = 'BackupRefusedError';
}

export interface SavedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly bytes: number;
  /** Of its rows in the order of the key, as COPY writes them. */
  readonly sha256: string;
}

export interface SavedSequence {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

/** What an archive holds. It stands at the end of it: an archive without one was cut off. */
export interface Manifest {
  readonly format: typeof BACKUP_FORMAT;
  /** The moment of the snapshot, by the database. */
  readonly madeAt: string;
  readonly postgres: string;
  /** The steps of the schema, oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly SavedTable[];
  readonly sequences: readonly SavedSequence[];
  readonly leftOut: readonly string[];
  /** Every evidence file that the snapshot names, by its digest. */
  readonly evidence: readonly { readonly sha256: string; readonly bytes: number }[];
  /** Named by the snapshot, and not there or not whole when the backup was made. */
  readonly damaged: readonly string[];
}

export interface SignedManifest {
  readonly manifest: Manifest;
  readonly digest: string;
  readonly keyId: string;
  readonly publicKey: string;
  readonly signature: string;
}

const textOf = (digest: string): string => `${BACKUP_FORMAT}:${digest}`;

export function signManifest(manifest: Manifest, key: ServerKey): SignedManifest {
  const digest = digestOf(manifest);
  return { manifest, digest, keyId: key.keyId, publicKey: key.publicKey, signature: key.sign(textOf(digest)) };
}

/** The manifest of an archive, if it is as it was signed. Whose key it is, is for the reader to compare. */
export function readManifest(text: string): SignedManifest {
  const signed = parsed(text);
  const { manifest, digest, keyId, publicKey, signature } = signed;
  const key = typeof publicKey === 'string' ? readPublicKey(publicKey) : null;
  if (Object(manifest).format !== BACKUP_FORMAT || !key) {
    throw new BackupRefusedError('Tệp không phải bản sao lưu của hệ thống này.');
  }
  if (digestOf(manifest) !== digest || keyIdOf(createPublicKey(publicKey)) !== keyId || !isSignedBy(key, textOf(digest), String(signature))) {
    throw new BackupRefusedError('Bản kê của bản sao lưu đã bị sửa: chữ ký không khớp.');
  }
  return signed;
}

function parsed(text: string): SignedManifest {
  try {
    return Object(JSON.parse(text)) as SignedManifest;
  } catch {
    throw new BackupRefusedError('Tệp không phải bản sao lưu của hệ thống này.');
  }
}
