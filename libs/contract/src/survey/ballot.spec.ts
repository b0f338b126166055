import { createHash, generateKeyPairSync, privateDecrypt, constants, randomBytes } from 'node:crypto';
import { type BallotKey, blindBallot, isGenuineBallot, unblindBallot } from './ballot';
import { sha256 } from './sha-256';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('SHA-256', () => {
  it.each(['', 'abc', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), 'x'.repeat(1000)])('of «%s» is that of everybody else', (text) => {
    expect(hex(sha256(Buffer.from(text)))).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is, of random bytes of any length', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = random(length);
      expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});

describe('a blind ballot', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n } = publicKey.export({ format: 'jwk' });
  const key: BallotKey = { modulus: Buffer.from(String(n), 'base64url').toString('hex'), exponent: 65_537 };
  const sign = (blinded: string): string => {
    const bytes = Buffer.from(blinded.padStart(512, '0'), 'hex');
    return privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, bytes).toString('hex');
  };

  it('is genuine once it is signed and the factor is taken away', () => {
    for (let round = 0; round < 5; round += 1) {
      const hidden = blindBallot(key, random);
      const ballot = unblindBallot(key, hidden, sign(hidden.blinded));
      expect(ballot).not.toBeNull();
      expect(isGenuineBallot(key, ballot as never)).toBe(true);
    }
  });

  it('shows the signer neither its token nor its signature', () => {
    const hidden = blindBallot(key, random);
    const signed = sign(hidden.blinded);
    const ballot = unblindBallot(key, hidden, signed);
    expect(`${hidden.blinded}${signed}`).not.toContain(hidden.token);
    expect(signed).not.toBe(ballot?.signature);
  });

  it('of two hidings of the same kind is never the same', () => {
    const [one, other] = [blindBallot(key, random), blindBallot(key, random)];
    expect(one.token).not.toBe(other.token);
    expect(one.blinded).not.toBe(other.blinded);
  });

  it('is not genuine with another token, another signature, another key, or without any sense', () => {
    const hidden = blindBallot(key, random);
    const ballot = unblindBallot(key, hidden, sign(hidden.blinded)) ?? { token: '', signature: '' };
    const otherKey = { ...key, modulus: `${key.modulus.slice(0, -2)}${key.modulus.endsWith('0f') ? '0d' : '0f'}` };
    expect(isGenuineBallot(key, { ...ballot, token: 'f'.repeat(64) })).toBe(false);
    expect(isGenuineBallot(key, { ...ballot, signature: `00${ballot.signature}11` })).toBe(false);
    expect(isGenuineBallot(otherKey, ballot)).toBe(false);
    for (const signature of ['', 'zz', '0', '1', '01', key.modulus, 'f'.repeat(2000)]) {
      expect(isGenuineBallot(key, { ...ballot, signature })).toBe(false);
    }
    expect(isGenuineBallot(key, { token: 'x', signature: ballot.signature })).toBe(false);
  });

  it('is not made of what was signed wrongly', () => {
    const hidden = blindBallot(key, random);
    expect(unblindBallot(key, hidden, sign('02'))).toBeNull();
    expect(unblindBallot(key, hidden, 'not a number')).toBeNull();
    expect(unblindBallot(key, { ...hidden, factor: '0' }, sign(hidden.blinded))).toBeNull();
  });
});
