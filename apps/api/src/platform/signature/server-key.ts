import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, syncFolder } from '../files/durable-folder';
import { readPrivateKey } from './private-key';
import { keyIdOf } from './signature';

const FILE = 'receipt-key.pem';

/** Where the key comes from: the setting, or else the data folder, which all processes of one installation share. */
export interface KeySource {
  readonly RECEIPT_KEY?: string;
  readonly PAR_DATA_DIR: string;
}

/** The Ed25519 key with which this installation signs. Its private half leaves neither the process nor the data folder. */
export class ServerKey {
  readonly keyId: string;
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicKey: string;

  private constructor(private readonly key: KeyObject) {
    const publicKey = createPublicKey(key);
    this.keyId = keyIdOf(publicKey);
    this.publicKey = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  }

  /** The key of the setting; without one, that of the data folder, which is made where there is none. Of several processes that make one at once, one wins. */
  static async open({ RECEIPT_KEY, PAR_DATA_DIR }: KeySource): Promise<ServerKey> {
    if (RECEIPT_KEY !== undefined) {
      return ServerKey.from(RECEIPT_KEY, 'RECEIPT_KEY');
    }
    const file = join(PAR_DATA_DIR, FILE);
    const text = (await readIfThere(file)) ?? (await makeKeyFile(PAR_DATA_DIR, file));
    return ServerKey.from(text, file);
  }

  static generate(): ServerKey {
    return new ServerKey(generateKeyPairSync('ed25519').privateKey);
  }

  private static from(text: string, where: string): ServerKey {
    const key = readPrivateKey(text);
    if (!key) {
      throw new Error(`${where} holds no Ed25519 private key (PKCS#8, PEM or base64)`);
    }
    return new ServerKey(key);
  }

  /** Base64url. */
  sign(text: string): string {
    return sign(null, Buffer.from(text, 'utf8'), this.key).toString('base64url');
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}

/** Written whole beside its place, then given its name, which the file system gives once: whoever comes second reads the first one's key. */
async function makeKeyFile(folder: string, file: string): Promise<string> {
  await makeFolder(folder);
  const draft = join(folder, `.${FILE}-${randomUUID()}`);
  try {
    await writePrivately(draft, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    await link(draft, file).catch(unlessThere);
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(folder);
  return readFile(file, 'utf8');
}

async function writePrivately(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') {
    throw error;
  }
}
