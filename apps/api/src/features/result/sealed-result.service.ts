import { Injectable } from '@nestjs/common';
import type { SealedLineView } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { AuditSeals } from '../../platform/audit/audit-seals.service';
import { PublicResults } from './public-result.service';

/** Where a publication stands in the sealed log. */
@Injectable()
export class SealedResults {
  constructor(
    private readonly dataSource: DataSource,
    private readonly results: PublicResults,
    private readonly seals: AuditSeals,
  ) {}

  async get(year: number): Promise<SealedLineView> {
    const { snapshotId, digest } = await this.results.getEdition(year);
    const line = { subjectId: snapshotId, event: 'result.published', field: 'digest', value: digest } as const;
    return { proof: await this.seals.findProof(this.dataSource.manager, line) };
  }
}
