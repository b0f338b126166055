import { RECEIPT_FIELD_WORDS, type ReceiptFacts, type ReceiptFinding } from '@par-index/contract';
import { canonicalJson } from '../../platform/digest/canonical-json';
import { pointerPart } from '../../platform/problem/validation.pipe';

const MOST = 20;

/** Where a receipt that somebody shows differs from the one that is kept, down to the very place; never what stands there. At most 20 places. */
export function differencesFrom(kept: unknown, shown: unknown): readonly ReceiptFinding[] {
  return placesOf(kept, shown, '').slice(0, MOST).map((pointer) => ({ pointer, detail: `«${wordOf(pointer)}» khác với biên nhận được lưu (${pointer}).` }));
}

function placesOf(kept: unknown, shown: unknown, pointer: string): readonly string[] {
  if (!isContainer(kept) || !isContainer(shown) || Array.isArray(kept) !== Array.isArray(shown)) {
    return canonicalJson(kept ?? null) === canonicalJson(shown ?? null) ? [] : [pointer];
  }
  const names = [...new Set([...Object.keys(kept), ...Object.keys(shown)])];
  return names.flatMap((name) => placesOf(kept[name], shown[name], pointer + pointerPart(name)));
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function wordOf(pointer: string): string {
  const field = pointer.split('/')[1] ?? '';
  return field in RECEIPT_FIELD_WORDS ? RECEIPT_FIELD_WORDS[field as keyof ReceiptFacts] : 'Dấu xác nhận';
}
