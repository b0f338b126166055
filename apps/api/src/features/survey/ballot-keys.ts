import { BALLOT_TOKEN, type BallotKey, HEX_NUMBER } from '@par-index/contract';
import { constants, createPrivateKey, generateKeyPair, type KeyObject, privateDecrypt } from 'node:crypto';
import { promisify } from 'node:util';

const BITS = 2048;
const EXPONENT = 65_537;

export interface NewBallotKey {
  readonly publicKey: BallotKey;
  /** PKCS#8, PEM. */
  readonly privateKey: string;
}

/** A pair for one respondent group of one campaign: a ballot says by its key whose it is, and nothing more. */
export async function newBallotKey(): Promise<NewBallotKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS, publicExponent: EXPONENT });
  const { n = '' } = publicKey.export({ format: 'jwk' });
  const modulus = Buffer.from(n, 'base64url').toString('hex');
  return { publicKey: { modulus, exponent: EXPONENT }, privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
}

export const privateKeyOf = (pem: string): KeyObject => createPrivateKey(pem);

/** Whether it is a number that the key can sign. */
export function isSignable({ modulus }: BallotKey, blinded: string): boolean {
  return HEX_NUMBER.test(blinded) && BigInt(`0x${blinded}`) > 1n && BigInt(`0x${blinded}`) < BigInt(`0x${modulus}`);
}

/** The hidden token, signed. The same for the same one. */
export function signBlinded(key: KeyObject, blinded: string): string {
  const bytes = Buffer.from(blinded.padStart(BITS / 4, '0'), 'hex');
  return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes).toString('hex');
}

export const isBallotToken = (token: string): boolean => BALLOT_TOKEN.test(token);
