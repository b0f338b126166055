import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../platform/database/domain-events';
import type { Transaction } from '../../platform/database/unit-of-work';
import { EvidenceUpload } from './evidence-upload.entity';
import { UploadFiles } from './upload-files';

/** Milliseconds for which bytes that no record names are left alone: their record may just be being written. */
const LEFT_ALONE = 24 * 60 * 60 * 1000;

/** Sweeps away, with each tick of the clock, uploads that are past their day, and bytes that belong to none. */
@Injectable()
export class UploadSweep implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly files: UploadFiles,
  ) {}

  onModuleInit(): void {
    this.events.on('clock.ticked', (tx) => this.sweep(tx));
  }

  private async sweep({ em, now }: Transaction): Promise<void> {
    await em.createQueryBuilder().delete().from(EvidenceUpload).where('expires_at <= :now', { now }).execute();
    const rows: readonly { readonly id: string }[] = await em.query('select id from evidence_upload where finished_at is null');
    await this.files.store.sweep(new Set(rows.map(({ id }) => id)), now.getTime() - LEFT_ALONE);
  }
}
