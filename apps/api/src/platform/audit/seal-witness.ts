import { Injectable } from '@nestjs/common';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Config } from '../config/config';
import type { SignedSeal } from './seal-document';

const FILE = 'audit-seal.json';

/** A seal by what names it. */
export type WitnessedSeal = Pick<SignedSeal, 'number' | 'digest' | 'root' | 'sealedAt'>;

/**
 * The last seal, kept outside the database in the data folder: whoever can change every table, but not the files of the server, can't take back the end of the
 * log without its being noticed.
 */
@Injectable()
export class SealWitness {
  private readonly file: string;

  constructor({ PAR_DATA_DIR }: Config) {
    this.file = join(PAR_DATA_DIR, FILE);
  }

  async note({ number, digest, root, sealedAt }: SignedSeal): Promise<void> {
    const draft = `${this.file}.${String(process.pid)}`;
    await writeFile(draft, `${JSON.stringify({ number, digest, root, sealedAt })}\n`, { mode: 0o600 });
    await rename(draft, this.file);
  }

  /** Null where none was noted, or the file is not readable as one. */
  async read(): Promise<WitnessedSeal | null> {
    const text = await readFile(this.file, 'utf8').catch(() => null);
    return text === null ? null : witnessed(text);
  }
}

function witnessed(text: string): WitnessedSeal | null {
  try {
    const seal = JSON.parse(text) as Partial<WitnessedSeal> | null;
    return typeof seal?.number === 'number' && typeof seal.digest === 'string' ? { root: '', sealedAt: '', ...seal, number: seal.number, digest: seal.digest } : null;
  } catch {
    return null;
  }
}
