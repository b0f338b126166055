// Demonstration runs need no settings: their session secret is made at the first start and kept.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} file */
function keptSecret(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/**
 * The secret kept in a data folder, made where there is none: sessions outlive a restart. Only its owner may read the file.
 * @param {string} dataFolder
 */
export function sessionSecretOf(dataFolder) {
  const file = join(dataFolder, 'session-secret');
  const kept = keptSecret(file);
  if (kept) return kept;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const secret = randomBytes(48).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
