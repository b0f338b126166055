import type { AuditProof } from '@par-index/contract';
import { linkHash, sha256 } from './line-digest';
import { leafHash, rootOf } from './merkle-tree';
import { type KnownKeys, sealFault, type SignedSeal } from './seal-document';

export const PROOF_FORMAT = 'par-index-audit-proof/1';

const isText = (value: unknown): value is string => typeof value === 'string';
const isSeal = (value: unknown): value is SignedSeal =>
  typeof value === 'object' && value !== null && ['previous', 'root', 'moved', 'digest', 'keyId', 'signature', 'sealedAt'].every((name) => isText((value as Record<string, unknown>)[name]));

const isProof = (shown: unknown): shown is AuditProof => {
  const { format, line, subjectId, before, position, later, path, seal } = Object(shown) as Record<string, unknown>;
  const steps = Array.isArray(path) && path.every((step: unknown) => isText((Object(step) as Record<string, unknown>)['hash']));
  return format === PROOF_FORMAT && [line, subjectId, before].every(isText) && typeof position === 'number' && Array.isArray(later) && later.every(isText) && steps && isSeal(seal);
};

const SEAL_WORDS = {
  'changed': 'Niêm phong đã bị sửa sau khi ký.',
  'unknown-key': 'Niêm phong được ký bằng khóa không phải của hệ thống này.',
  'unsigned': 'Chữ ký của niêm phong không khớp: không do hệ thống này ký, hoặc đã bị sửa.',
} as const;

/** What is wrong with a proof, or a seal alone, that somebody shows. Needs the public keys and nothing else. */
export function proofFindings(shown: unknown, keys: KnownKeys): readonly string[] {
  if (!isProof(shown)) {
    return isSeal(shown) ? sealFindings(shown, keys) : ['Đây không phải tệp chứng minh hay niêm phong do hệ thống cấp. Hãy chọn đúng tệp đã tải về.'];
  }
  const { line, subjectId, position, before, later, path, seal } = shown;
  const hash = [sha256(line), ...later].reduce(linkHash, before);
  const isInside = rootOf(leafHash({ subjectId, lines: position + later.length, hash }), path) === seal.moved;
  const misplaced = isInside && line.split('\n')[2] === subjectId ? [] : ['Dòng nhật ký này không nằm dưới niêm phong: dòng hoặc đường dẫn đã bị sửa.'];
  return [...misplaced, ...sealFindings(seal, keys)];
}

function sealFindings(seal: SignedSeal, keys: KnownKeys): readonly string[] {
  const fault = sealFault(seal, keys);
  return fault === null ? [] : [SEAL_WORDS[fault]];
}
