import { createPrivateKey, type KeyObject } from 'node:crypto';

/** An Ed25519 private key from what a setting or a file holds: PKCS#8 as PEM, or either PEM or DER of it in base64. Null for anything else. */
export function readPrivateKey(text: string): KeyObject | null {
  const readings = [() => pem(text), () => pem(Buffer.from(text, 'base64').toString('latin1')), () => der(text)];
  return readings.map(keyOf).find((key) => key !== null) ?? null;
}

function keyOf(read: () => KeyObject): KeyObject | null {
  try {
    const key = read();
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** Settings are one line: there a line end is written `\n`. */
const pem = (text: string): KeyObject => createPrivateKey(text.replaceAll(String.raw`\n`, '\n'));

const der = (text: string): KeyObject => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
