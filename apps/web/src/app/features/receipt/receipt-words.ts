import type { ReceiptRound } from '@par-index/contract';

export const RECEIPT_ROUNDS: Readonly<Record<ReceiptRound, string>> = {
  'self-assessment': $localize`Tự đánh giá`,
  'explanation': $localize`Giải trình`,
};

/** A receipt from the text that somebody pasted or of the file they chose; null where it is no JSON. A byte order mark does not matter. */
export function readReceipt(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return null;
  }
}
