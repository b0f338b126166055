import { DomainError } from '../../platform/problem/domain-error';

/** What is done must be what was shown: refuses a command without the digest of its preview, and one whose preview has become another. */
export function assertExpected(digest: string, expected: string | undefined): void {
  if (expected === undefined) {
    throw new DomainError('request.precondition-required');
  }
  if (expected !== digest) {
    throw new DomainError('record.version-stale');
  }
}
