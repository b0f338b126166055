import { sha256 } from './sha-256';

/**
 * Blind ballots (D. Chaum, 1983; RSA with a full-domain hash). The respondent's device makes a random token, hides it behind a random
 * factor, and gets the hidden one signed for the invitation, which is spent by that. Taking the factor away leaves the server's signature on
 * a token that the server has never seen: for every token and every hidden token there is exactly one factor that ties them, so even who
 * has the key and kept everything can tell nothing.
 */
export interface BallotKey {
  /** Hexadecimal. */
  readonly modulus: string;
  readonly exponent: number;
}

/** A hidden token on its way, to be kept on the device until the answer is stored. All hexadecimal. */
export interface BlindedBallot {
  readonly token: string;
  readonly factor: string;
  /** What is sent to be signed. */
  readonly blinded: string;
}

/** What is sent with the answer. */
export interface Ballot {
  /** 64 hexadecimal digits. */
  readonly token: string;
  readonly signature: string;
}

/** Random bytes of the surroundings, such as `crypto.getRandomValues`. */
export type RandomBytes = (count: number) => Uint8Array;

const TOKEN_BYTES = 32;
export const BALLOT_TOKEN = /^[0-9a-f]{64}$/;
export const HEX_NUMBER = /^[0-9a-f]{2,1024}$/;

/** A new token and its hidden form. */
export function blindBallot(key: BallotKey, random: RandomBytes): BlindedBallot {
  const token = hexOf(random(TOKEN_BYTES));
  const modulus = BigInt(`0x${key.modulus}`);
  const factor = unitBelow(modulus, random);
  const blinded = (digestBelow(token, key) * power(factor, BigInt(key.exponent), modulus)) % modulus;
  return { token, factor: factor.toString(16), blinded: evenHex(blinded) };
}

/** The ballot, from what the server signed. Null where the signature is not that of the key: it was changed on the way, or the key was. */
export function unblindBallot(key: BallotKey, { token, factor }: BlindedBallot, signed: string): Ballot | null {
  if (!HEX_NUMBER.test(signed)) {
    return null;
  }
  const modulus = BigInt(`0x${key.modulus}`);
  const inverse = inverseOf(BigInt(`0x${factor}`), modulus);
  const ballot = { token, signature: evenHex((BigInt(`0x${signed}`) * (inverse ?? 0n)) % modulus) };
  return isGenuineBallot(key, ballot) ? ballot : null;
}

/** Whether the key has signed this token. Takes whatever it is given. */
export function isGenuineBallot(key: BallotKey, { token, signature }: Ballot): boolean {
  if (!BALLOT_TOKEN.test(token) || !HEX_NUMBER.test(signature)) {
    return false;
  }
  const modulus = BigInt(`0x${key.modulus}`);
  const value = BigInt(`0x${signature}`);
  return value < modulus && power(value, BigInt(key.exponent), modulus) === digestBelow(token, key);
}

/** The token as a number below the modulus: SHA-256 in counter mode (MGF1), cut to fit. */
function digestBelow(token: string, { modulus }: BallotKey): bigint {
  const bytes = Math.ceil(modulus.length / 2);
  const seed = [...`par-ballot/1:${token}`].map((character) => character.charCodeAt(0));
  const blocks = Array.from({ length: Math.ceil((bytes + 16) / 32) }, (_, counter) => hexOf(sha256(Uint8Array.from([...seed, counter]))));
  return BigInt(`0x${blocks.join('').slice(0, (bytes + 16) * 2)}`) % BigInt(`0x${modulus}`);
}

/** A random number that has an inverse. */
function unitBelow(modulus: bigint, random: RandomBytes): bigint {
  const bytes = Math.ceil(modulus.toString(16).length / 2) + 16;
  for (;;) {
    const candidate = BigInt(`0x${hexOf(random(bytes))}`) % modulus;
    if (candidate > 1n && inverseOf(candidate, modulus) !== null) {
      return candidate;
    }
  }
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let [square, rest] = [base % modulus, exponent]; rest > 0n; rest >>= 1n) {
    result = rest & 1n ? (result * square) % modulus : result;
    square = (square * square) % modulus;
  }
  return result;
}

/** By Euclid; null where the two share a divisor. */
function inverseOf(value: bigint, modulus: bigint): bigint | null {
  let [a, b, x, y] = [((value % modulus) + modulus) % modulus, modulus, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : null;
}

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function evenHex(value: bigint): string {
  const text = value.toString(16);
  return text.length % 2 === 0 ? text : `0${text}`;
}
