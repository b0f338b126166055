import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { EvidenceStore } from '../../platform/files/evidence-store';
import { JobQueue } from '../../platform/jobs/job-queue';
import { EvidenceFact } from './evidence-fact.entity';
import { pdfSignatures } from './pdf-signatures';

const EVERY_MINUTE = '* * * * *';
/** Files of one run; the rest waits for the next. */
const MOST_FILES = 50;
/** Larger ones are not read: a file is in memory as a whole. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Reads once what each PDF says of its signatures, after it came in, so that no upload waits for it. */
@Injectable()
export class SignatureReading implements OnModuleInit {
  private readonly logger = new Logger(SignatureReading.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EvidenceStore,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_MINUTE, 'signatures', async () => {
      await this.readNew();
    });
  }

  /** How many were read. One that can't be read is noted as such and not tried again. */
  async readNew(): Promise<number> {
    const waiting: readonly { readonly sha256: string }[] = await this.dataSource.query(
      `select b.sha256 from evidence_blob b where b.media_type = 'application/pdf' and not exists (select 1 from evidence_fact f where f.sha256 = b.sha256)
       order by b.created_at, b.sha256 limit $1`,
      [MOST_FILES],
    );
    for (const { sha256 } of waiting) {
      const signatures = await this.signaturesOf(sha256);
      await this.dataSource.createQueryBuilder().insert().into(EvidenceFact).values({ sha256, signatures: signatures as object[] | null }).orIgnore().execute();
    }
    return waiting.length;
  }

  private async signaturesOf(sha256: string): Promise<EvidenceFact['signatures']> {
    try {
      return pdfSignatures(await buffer(await this.store.open(sha256, { start: 0, end: MOST_BYTES - 1 })));
    } catch (error) {
      this.logger.warn({ msg: 'signatures not read', sha256, error });
      return null;
    }
  }
}
