import { digestOf } from '../digest/digest';
import { isSignedBy, readPublicKey } from '../signature/signature';
import { type ChainHead, leafHash, MerkleTree } from './merkle-tree';

export const SEAL_FORMAT = 'par-index-audit-seal/1';

/** What the first seal follows. */
export const NO_SEAL = '0'.repeat(64);

/** What a seal says and what is signed of it. */
export interface SealFacts {
  readonly format: typeof SEAL_FORMAT;
  /** From 1, without gaps. */
  readonly number: number;
  /** The digest of the seal before. */
  readonly previous: string;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly sealedAt: string;
  /** Of the Merkle tree over the heads of all chains. */
  readonly root: string;
  /** Chains, and lines in all of them. */
  readonly subjects: number;
  readonly lines: number;
  /** Of the Merkle tree over the heads that moved since the seal before: what a line is proved by, and tells nothing of what came later. */
  readonly moved: string;
}

/** A seal as it is kept and told to everybody. */
export interface SignedSeal extends SealFacts {
  /** SHA-256 of the facts as canonical JSON. */
  readonly digest: string;
  readonly keyId: string;
  /** Ed25519 of `<format>:<digest>`, base64url. */
  readonly signature: string;
}

/** A seal with the heads that moved: chains that grew, in the order of their subjects' ids. */
export interface StoredSeal extends SignedSeal {
  readonly heads: readonly SealedHead[];
}

/** As short as it can be: the subject, its lines, the hash of the last. */
export type SealedHead = readonly [subjectId: string, lines: number, hash: string];

export const toHead = ([subjectId, lines, hash]: SealedHead): ChainHead => ({ subjectId, lines, hash });

export function movedTree(heads: readonly SealedHead[]): MerkleTree {
  const tree = new MerkleTree();
  heads.forEach((head, place) => tree.set(place, leafHash(toHead(head))));
  return tree;
}

export const sealText = (digest: string): string => `${SEAL_FORMAT}:${digest}`;

export function factsOf({ format, number, previous, sealedAt, root, subjects, lines, moved }: SealFacts): SealFacts {
  return { format, number, previous, sealedAt, root, subjects, lines, moved };
}

/** Public keys in PEM by their ids. */
export type KnownKeys = ReadonlyMap<string, string>;

/** Why a seal is not as it was signed, or null. Needs nothing but the public keys. */
export function sealFault(seal: SignedSeal, keys: KnownKeys): 'changed' | 'unknown-key' | 'unsigned' | null {
  if (digestOf(factsOf(seal)) !== seal.digest) {
    return 'changed';
  }
  const key = readPublicKey(keys.get(seal.keyId) ?? '');
  if (!key) {
    return 'unknown-key';
  }
  return isSignedBy(key, sealText(seal.digest), seal.signature) ? null : 'unsigned';
}
