import { RECEIPT_FIELD_WORDS, RECEIPT_FIELDS, type ReceiptFinding, type ReceiptFacts } from '@par-index/contract';
import { digestOf } from '../../platform/digest/digest';
import { isSignedBy, readPublicKey } from '../../platform/signature/signature';
import { RECEIPT_ALGORITHM, signedText } from './receipt-seal';

type Json = Readonly<Record<string, unknown>>;

/** Public keys in PEM by their ids. */
export type ReceiptKeys = ReadonlyMap<string, string>;

const SEAL_FIELDS: readonly string[] = ['digests', 'digest', 'algorithm', 'keyId', 'signature'];
const KNOWN: readonly string[] = [...RECEIPT_FIELDS, 'seal'];

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What is wrong with a receipt that somebody shows; nothing where it is as it was handed out and signed by one of the keys. Each changed, missing or
 * added field is named. Needs neither database nor network.
 */
export function receiptFindings(shown: unknown, keys: ReceiptKeys): readonly ReceiptFinding[] {
  if (!isObject(shown) || !isObject(shown['seal']) || !isObject(shown['seal']['digests'])) {
    return [{ pointer: '', detail: 'Đây không phải tệp biên nhận do hệ thống cấp. Hãy chọn đúng tệp đã tải về.' }];
  }
  const { seal } = shown;
  const fields = RECEIPT_FIELDS.flatMap((field) => fieldFinding(field, shown, seal['digests'] as Json));
  const added = [...addedTo(shown, KNOWN, ''), ...addedTo(seal, SEAL_FIELDS, '/seal')];
  return [...fields, ...added, ...sealFindings(seal, keys)];
}

function fieldFinding(field: keyof ReceiptFacts, shown: Json, digests: Json): readonly ReceiptFinding[] {
  const word = RECEIPT_FIELD_WORDS[field];
  if (!(field in shown)) {
    return [{ pointer: `/${field}`, detail: `«${word}» bị thiếu.` }];
  }
  return digestOf(shown[field]) === digests[field] ? [] : [{ pointer: `/${field}`, detail: `«${word}» đã bị thay đổi so với khi cấp.` }];
}

const addedTo = (object: Json, known: readonly string[], parent: string): readonly ReceiptFinding[] =>
  Object.keys(object)
    .filter((name) => !known.includes(name))
    .map((name) => ({ pointer: `${parent}/${name}`, detail: `Mục «${name}» không có trong biên nhận được cấp.` }));

function sealFindings(seal: Json, keys: ReceiptKeys): readonly ReceiptFinding[] {
  const { digests, digest, algorithm, keyId, signature } = seal;
  if (algorithm !== RECEIPT_ALGORITHM) {
    return [{ pointer: '/seal/algorithm', detail: `«Thuật toán ký» phải là ${RECEIPT_ALGORITHM}.` }];
  }
  const sums = digestOf(digests) === digest ? [] : [{ pointer: '/seal/digest', detail: '«Mã băm của cả biên nhận» không khớp với mã băm của các mục.' }];
  const publicKey = typeof keyId === 'string' ? readPublicKey(keys.get(keyId) ?? '') : null;
  if (!publicKey) {
    return [...sums, { pointer: '/seal/keyId', detail: '«Khóa ký» không phải khóa của hệ thống này.' }];
  }
  const isSigned = typeof digest === 'string' && typeof signature === 'string' && isSignedBy(publicKey, signedText(digest), signature);
  return isSigned ? sums : [...sums, { pointer: '/seal/signature', detail: '«Chữ ký» không khớp: biên nhận không do hệ thống này ký, hoặc đã bị sửa.' }];
}
