import { Injectable } from '@nestjs/common';
import type { Actor } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { Readable } from 'node:stream';
import { Config } from '../../platform/config/config';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { EvidenceStore, type StoredFile } from '../../platform/files/evidence-store';
import { DomainError } from '../../platform/problem/domain-error';

/**
 * Takes files in: first the bytes, safe on their medium, then their records. One content is handled by one transaction at a time, so
 * that nobody takes back what somebody else is just recording.
 */
@Injectable()
export class EvidenceIntake {
  constructor(
    private readonly store: EvidenceStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /** Stores a file and lets `record` write what names it. Where that fails, the file is taken back unless another record names it. */
  async take<T>(actor: Actor, file: Readable, record: (tx: Transaction, stored: StoredFile) => Promise<T>): Promise<T> {
    const stored = await this.store.put(file, { maxBytes: this.config.maxEvidenceBytes, pages: 'counted' });
    try {
      return await this.unitOfWork.run(actor, async (tx) => {
        await this.enter(tx.em, stored);
        return record(tx, stored);
      });
    } catch (error) {
      await this.takeBack(stored.sha256);
      throw error;
    }
  }

  private async enter(em: EntityManager, { sha256, bytes, mediaType, pages }: StoredFile): Promise<void> {
    await lockContent(em, sha256);
    if (!(await this.store.has(sha256))) {
      throw new DomainError('evidence.truncated');
    }
    await em.query(
      `insert into evidence_blob (sha256, bytes, media_type, pages) values ($1, $2, $3, $4)
       on conflict (sha256) do update set pages = excluded.pages where evidence_blob.pages is null and excluded.pages is not null`,
      [sha256, bytes, mediaType, pages],
    );
  }

  private async takeBack(sha256: string): Promise<void> {
    await this.unitOfWork.runAsSystem(async ({ em }) => {
      await lockContent(em, sha256);
      const named: readonly unknown[] = await em.query(`select 1 from evidence_blob where sha256 = $1`, [sha256]);
      if (named.length === 0) {
        await this.store.discard(sha256);
      }
    });
  }
}

/** Until the end of the transaction nobody else enters or takes back this content. */
async function lockContent(em: EntityManager, sha256: string): Promise<void> {
  await em.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [sha256]);
}
