import type { Finding } from '@par-index/scoring';

/** A finding on one line: where, what. */
export function lineOf({ pointer, code, params }: Finding): string {
  return `${pointer === '' ? '(cả tệp)' : pointer}: ${code} ${JSON.stringify(params)}`;
}
