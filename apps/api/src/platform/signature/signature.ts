import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** By what a signature names its key: the first 16 hexadecimal digits of the SHA-256 of its SubjectPublicKeyInfo. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256').update(publicKey.export({ format: 'der', type: 'spki' })).digest('hex').slice(0, 16);
}

/** An Ed25519 public key in PEM, or null where the text is none. */
export function readPublicKey(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** Whether the owner of the key has signed this very text. `signature` is base64url, written in its one way: no other spelling of the same bytes passes. */
export function isSignedBy(publicKey: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return bytes.toString('base64url') === signature && verify(null, Buffer.from(text, 'utf8'), publicKey, bytes);
}
