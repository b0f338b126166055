import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface PreviousResult {
  readonly agencyId: string;
  readonly index: number;
  readonly rank: number;
}

/** Results of the published cycle of the year before, in their newest edition, by agency. */
@Injectable()
export class PreviousResults {
  async list(em: EntityManager, year: number, agencyIds: readonly string[]): Promise<ReadonlyMap<string, PreviousResult>> {
    const rows: readonly (Omit<PreviousResult, 'index'> & { readonly index: string })[] = await em.query(
      `select distinct on (r.agency_id) r.agency_id as "agencyId", r.index, r.rank
       from result_row r join result_snapshot s on s.id = r.snapshot_id join cycle c on c.id = s.cycle_id
       where c.year = $1 and c.phase = 'published' and r.agency_id = any($2::uuid[])
       order by r.agency_id, s.edition desc, s.published_at desc`,
      [year - 1, agencyIds],
    );
    return new Map(rows.map((row) => [row.agencyId, { ...row, index: Number(row.index) }]));
  }
}
