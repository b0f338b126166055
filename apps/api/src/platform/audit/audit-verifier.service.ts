import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Signatures } from '../signature/signatures';
import { addPart, readLog } from './audit-reader';
import { EXPORT_FORMAT } from './check-file';
import { ChainCheck } from './chain-check';
import { ChainRepository } from './chain.repository';
import { SealWitness } from './seal-witness';

export interface CheckProgress {
  readonly checked: number;
  readonly total: number;
}

export interface CheckOptions {
  /** Told now and then; where it says false, the check ends there. */
  readonly onProgress?: (progress: CheckProgress) => Promise<boolean>;
  /** A root that somebody has from elsewhere: one of the seals must have it. */
  readonly root?: string;
}

/** Lines between two words of progress. */
const STEP = 20_000;

/** Checks the whole log of the database, at one moment of it. Null where it was told to end. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly dataSource: DataSource,
    private readonly chains: ChainRepository,
    private readonly signatures: Signatures,
    private readonly witness: SealWitness,
  ) {}

  async check({ onProgress, root }: CheckOptions = {}): Promise<ChainCheck | null> {
    // Before the moment that is read: a seal that was noted by then is in it.
    const noted = await this.witness.read();
    return this.dataSource.transaction('REPEATABLE READ', async (em) => {
      const keys = new Map((await this.signatures.listKeys(em)).map(({ keyId, publicKey }) => [keyId, publicKey]));
      const check = new ChainCheck(keys);
      const waiting = await this.chains.countPending(em);
      const total = ((await this.chains.findLastSeal(em))?.lines ?? 0) + waiting;
      let told = 0;
      for await (const part of readLog(em, this.chains)) {
        addPart(check, part);
        if (onProgress && check.checked - told >= STEP) {
          told = check.checked;
          if (!(await onProgress({ checked: told, total }))) {
            return null;
          }
        }
      }
      if (noted) {
        check.expectSeal(noted);
      }
      if (root !== undefined) {
        check.expectRoot(root);
      }
      return check;
    });
  }

  /** Writes the whole log of one moment, a JSON text a line, as `checkFile` reads it; `open` without what stands in the lines. */
  export(write: (line: string) => Promise<void>, kind: 'full' | 'open'): Promise<void> {
    return this.dataSource.transaction('REPEATABLE READ', async (em) => {
      const keys = (await this.signatures.listKeys(em)).map(({ keyId, publicKey }) => ({ keyId, publicKey }));
      await write(JSON.stringify({ format: EXPORT_FORMAT, keys }));
      for await (const part of readLog(em, this.chains)) {
        await write(JSON.stringify(part, (name, value: unknown) => (kind === 'open' && name === 'line' && value !== null ? undefined : value)));
      }
    });
  }
}
