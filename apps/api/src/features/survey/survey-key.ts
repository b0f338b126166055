import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, syncFolder } from '../../platform/files/durable-folder';

const FILE = 'survey-key';
const BYTES = 32;
const IV = 12;
const TAG = 16;
/** Sealed texts are as long as the next power of two from here on, so that their length says little. */
const LEAST_LENGTH = 2048;

/** Where the key comes from: the setting, or else the data folder, which all processes of one installation share. */
export interface SurveyKeySource {
  readonly SURVEY_KEY?: string;
  readonly PAR_DATA_DIR: string;
}

/**
 * Seals what may not be read in the database: forms that wait to be mixed, and the private keys of ballots. AES-256-GCM with a key that the
 * database does not have.
 */
export class SurveyKey {
  private constructor(private readonly key: Buffer) {}

  static async open({ SURVEY_KEY, PAR_DATA_DIR }: SurveyKeySource): Promise<SurveyKey> {
    if (SURVEY_KEY !== undefined) {
      return new SurveyKey(keyOf(SURVEY_KEY, 'SURVEY_KEY'));
    }
    const file = join(PAR_DATA_DIR, FILE);
    return new SurveyKey(keyOf((await readIfThere(file)) ?? (await makeKeyFile(PAR_DATA_DIR, file)), file));
  }

  static generate(): SurveyKey {
    return new SurveyKey(randomBytes(BYTES));
  }

  /** `about` is bound to it: it opens for the same alone. */
  seal(text: string, about: string): Buffer {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(padded(text)), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** Throws where it was changed, is about something else, or was sealed with another key. */
  unseal(sealed: Buffer, about: string): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, IV)).setAAD(Buffer.from(about));
    decipher.setAuthTag(sealed.subarray(IV, IV + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]).toString('utf8').trimEnd();
  }
}

function padded(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Math.max(LEAST_LENGTH, 2 ** Math.ceil(Math.log2(bytes.length + 1)));
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, ' ')]);
}

function keyOf(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== BYTES) {
    throw new Error(`${where} holds no key of ${BYTES} bytes in base64`);
  }
  return key;
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
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(randomBytes(BYTES).toString('base64'));
    await handle.sync();
    await handle.close();
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') {
        throw error;
      }
    });
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(folder);
  return readFile(file, 'utf8');
}
