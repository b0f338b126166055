/** A seal over the whole audit log, as everybody may have it: GET /public/audit-seals (newest first), GET /public/audit-seals/:root. It tells nothing of any line. */
export interface AuditSealView {
  readonly format: 'par-index-audit-seal/1';
  /** From 1, without gaps. */
  readonly number: number;
  /** The digest of the seal before. */
  readonly previous: string;
  /** ISO 8601 in UTC. */
  readonly sealedAt: string;
  /** Of the Merkle tree over the heads of all chains: SHA-256, hexadecimal. */
  readonly root: string;
  /** Chains, and lines in all of them. */
  readonly subjects: number;
  readonly lines: number;
  /** Of the Merkle tree over the heads that moved since the seal before: the root that a proof leads to. */
  readonly moved: string;
  /** SHA-256 of all of the above as canonical JSON. */
  readonly digest: string;
  readonly keyId: string;
  /** Ed25519 of `<format>:<digest>`, base64url, by one of GET /public/receipt-keys. */
  readonly signature: string;
}

/** GET /audit-chain: where the sealing stands. */
export interface AuditChainView {
  readonly lastSeal: AuditSealView | null;
  /** Lines that the next seal will cover. */
  readonly waiting: number;
  /** Newest first, ten at most. */
  readonly checks: readonly AuditCheckView[];
}

export const AUDIT_CHECK_STATES = ['waiting', 'running', 'cancelled', 'done', 'failed'] as const;
export type AuditCheckState = (typeof AUDIT_CHECK_STATES)[number];

/** POST /audit-checks; GET /audit-checks/:id; POST /audit-checks/:id/cancellation. */
export interface AuditCheckView {
  readonly id: string;
  readonly state: AuditCheckState;
  /** Null where it is the check of the night. */
  readonly askedBy: string | null;
  readonly askedAt: string;
  readonly endedAt: string | null;
  /** Lines checked so far, of how many. */
  readonly checked: number;
  readonly total: number;
  /** The last seal that it covers. */
  readonly seal: number | null;
  /** How many findings there are; the list has the first 200. */
  readonly found: number;
  readonly findings: readonly AuditFinding[];
}

export const AUDIT_FINDING_KINDS = [
  'line-changed',
  'line-removed',
  'line-added',
  'link-broken',
  'end-missing',
  'head-differs',
  'seal-changed',
  'seal-missing',
  'seal-unsigned',
  'root-differs',
  'register-differs',
] as const;
export type AuditFindingKind = (typeof AUDIT_FINDING_KINDS)[number];

/** One thing that is wrong with the log, and where. */
export interface AuditFinding {
  readonly kind: AuditFindingKind;
  /** The chain. */
  readonly subjectId: string | null;
  /** The line, where it has one. */
  readonly eventId: string | null;
  /** Its place in the chain, from 1. */
  readonly position: number | null;
  readonly seal: number | null;
  /** A Vietnamese sentence. */
  readonly detail: string;
}

/** One step from a leaf of the tree to its root. */
export interface AuditProofStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

/**
 * GET /public/receipts/:number/seal, GET /public/cycles/:year/seal: that a line stands in the sealed log, to be checked with it and the public keys alone.
 * SHA-256 of `line`; each link is SHA-256 of `<before>:<digest>`, first over `before`, then over `later`; the leaf is SHA-256 of
 * `leaf:<subject>:<lines>:<hash>`, each node of `node:<left>:<right>`; the root is `moved` of the seal, which is signed.
 */
export interface AuditProof {
  readonly format: 'par-index-audit-proof/1';
  /** The line word by word: format, id, subject, cycle, actor, time, event, payload. */
  readonly line: string;
  readonly subjectId: string;
  readonly position: number;
  /** The hash of the link before. */
  readonly before: string;
  /** Digests of the lines of the chain after it, up to the head that is sealed. */
  readonly later: readonly string[];
  readonly path: readonly AuditProofStep[];
  readonly seal: AuditSealView;
}

/** GET /public/receipts/:number/seal and GET /public/cycles/:year/seal. */
export interface SealedLineView {
  /** By the first seal that covers the line, so that it never changes; null until then, a minute at most. */
  readonly proof: AuditProof | null;
}

/** POST /public/audit-seals/check with a proof, or with a seal alone. */
export interface SealCheck {
  readonly genuine: boolean;
  /** Vietnamese sentences; empty where it is genuine. */
  readonly findings: readonly string[];
  /** The seal of this system with that root, whatever was shown. */
  readonly kept: AuditSealView | null;
}
