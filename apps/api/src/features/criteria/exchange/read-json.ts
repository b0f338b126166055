import { assertSoundJson } from '../../../platform/http/sound-json';

/** The JSON of a file, within the limits of every request; undefined where it is none. */
export function readJsonFile(bytes: Buffer): unknown {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  assertSoundJson(document);
  return document;
}

/** Whether a file begins as JSON of a set does. */
export const looksLikeJson = (bytes: Buffer): boolean => /^\ufeff?\s*\{/u.test(bytes.subarray(0, 200).toString('utf8'));
