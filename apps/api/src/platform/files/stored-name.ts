import { DomainError } from '../problem/domain-error';

const SHA256 = /^[0-9a-f]{64}$/;

/** Where a file lies within a store, `ab/cd/abcd…`. Refuses with `record.not-found` what is no digest, so that no name leads elsewhere. */
export function storedName(sha256: string): string {
  if (!SHA256.test(sha256)) {
    throw new DomainError('record.not-found');
  }
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}
