import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFrom } from '../config/config';
import { readPrivateKey } from './private-key';
import { ServerKey } from './server-key';
import { isSignedBy, keyIdOf, readPublicKey } from './signature';

const PEM = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const DER = Buffer.from(PEM.split('\n').slice(1, -2).join(''), 'base64');
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

describe('the key of the server', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'par-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const opened = (RECEIPT_KEY?: string): Promise<ServerKey> => ServerKey.open({ PAR_DATA_DIR: folder, ...(RECEIPT_KEY !== undefined && { RECEIPT_KEY }) });

  it('is made once, for its owner alone, and found again', async () => {
    const first = await opened();
    expect((await opened()).keyId).toBe(first.keyId);
    expect(statSync(join(folder, 'receipt-key.pem')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['receipt-key.pem']);
  });

  it('is one, however many processes make it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 12 }, () => opened()));
    expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['receipt-key.pem']);
  });

  it('makes the folder where there is none', async () => {
    await ServerKey.open({ PAR_DATA_DIR: join(folder, 'new/one') });
    expect(existsSync(join(folder, 'new/one/receipt-key.pem'))).toBe(true);
  });

  it.each([
    ['PEM', PEM],
    ['PEM in one line', PEM.replaceAll('\n', String.raw`\n`)],
    ['PEM in base64', Buffer.from(PEM).toString('base64')],
    ['DER in base64', DER.toString('base64')],
  ])('is that of the setting, as %s, and nothing is written', async (_, setting) => {
    const key = await opened(setting);
    expect(key.publicKey).toBe(createPublicKey(PEM).export({ format: 'pem', type: 'spki' }));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is another one when the setting is another one, and the old signatures stay good with the old public key', async () => {
    const before = await opened();
    const signature = before.sign('biên nhận');
    const after = await opened(PEM);
    expect(after.keyId).not.toBe(before.keyId);
    expect(verify(null, Buffer.from('biên nhận'), before.publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(verify(null, Buffer.from('biên nhận'), after.publicKey, Buffer.from(signature, 'base64url'))).toBe(false);
  });

  it('refuses a file that holds no key, and leaves it', async () => {
    writeFileSync(join(folder, 'receipt-key.pem'), 'not a key');
    await expect(opened()).rejects.toThrow('receipt-key.pem holds no Ed25519 private key');
    expect(readFileSync(join(folder, 'receipt-key.pem'), 'utf8')).toBe('not a key');
  });

  it('refuses a place that is no file', async () => {
    await expect(ServerKey.open({ PAR_DATA_DIR: '/dev/null' })).rejects.toThrow();
  });
});

describe('a private key', () => {
  it.each([
    ['nothing', ''],
    ['a word', 'khóa'],
    ['an RSA key', RSA],
    ['a public key', createPublicKey(PEM).export({ format: 'pem', type: 'spki' }).toString()],
  ])('is not %s', (_, text) => expect(readPrivateKey(text)).toBeNull());

  it.each(['khóa', RSA])('is what the setting must hold: %#', (RECEIPT_KEY) => {
    const given = { DATABASE_URL: 'postgres://localhost/par', SESSION_SECRET: 'a'.repeat(32) };
    expect(() => configFrom({ ...given, RECEIPT_KEY })).toThrow('RECEIPT_KEY phải là khóa riêng Ed25519');
    expect(configFrom({ ...given, RECEIPT_KEY: PEM }).RECEIPT_KEY).toBe(PEM);
  });
});

describe('a signature', () => {
  const key = ServerKey.generate();
  const publicKey = createPublicKey(key.publicKey);
  const signature = key.sign('số 12');

  it('is borne out by the public key', () => expect(isSignedBy(publicKey, 'số 12', signature)).toBe(true));
  it('is not one of another text', () => expect(isSignedBy(publicKey, 'số 13', signature)).toBe(false));
  it('is not one of another key', () => expect(isSignedBy(createPublicKey(ServerKey.generate().publicKey), 'số 12', signature)).toBe(false));

  it.each([`${signature}=`, ` ${signature}`, signature.replace(/.$/, (last) => `${last}A`), '', 'AAAA', 'không'])('has one spelling: not «%s»', (other) => {
    expect(isSignedBy(publicKey, 'số 12', other)).toBe(false);
  });

  it('names its key by the key alone', () => {
    expect(keyIdOf(publicKey)).toBe(key.keyId);
    expect(key.keyId).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is checked with Ed25519 keys alone', () => {
    expect(readPublicKey(key.publicKey)).not.toBeNull();
    expect(readPublicKey(createPublicKey(RSA).export({ format: 'pem', type: 'spki' }).toString())).toBeNull();
    expect(readPublicKey('khóa')).toBeNull();
  });
});
