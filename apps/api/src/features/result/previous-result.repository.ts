import { Injectable } from '@nestjs/common';
import type { AgencyRef, PredecessorResult } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { ancestorsOf } from '../organisation/lineage.service';

/** The year before of one agency: its own result, or that of its former name, and those of all that it came from. */
export interface PreviousResult {
  readonly index: number | null;
  readonly rank: number | null;
  readonly predecessors: readonly PredecessorResult[];
}

interface FoundRow {
  readonly agencyId: string;
  readonly of: AgencyRef;
  readonly groupCode: string;
  /** Decimal text. */
  readonly index: string;
  readonly rank: number;
  /** Whether nothing but a new name lies between. */
  readonly renamed: boolean;
}

const FOUND = `
  with ${ancestorsOf('$2', '$1')}
  select distinct on (n.agency_id, r.agency_id) n.agency_id as "agencyId", n.renamed, r.index, r.rank, r.group_code as "groupCode",
    jsonb_build_object('id', r.agency_id, 'code', r.agency_code, 'name', r.agency_name, 'shortName', r.agency_short_name) as of
  from ancestor n join result_row r on r.agency_id = n.ancestor_id
  join result_snapshot s on s.id = r.snapshot_id join cycle c on c.id = s.cycle_id
  where c.year = $1 - 1 and c.phase = 'published'
  order by n.agency_id, r.agency_id, n.renamed desc, s.edition desc, s.published_at desc`;

/** Results of the published cycle of the year before, in their newest edition, by agency; of what it came from too. In one query. */
@Injectable()
export class PreviousResults {
  async list(em: EntityManager, year: number, agencyIds: readonly string[]): Promise<ReadonlyMap<string, PreviousResult>> {
    const rows: readonly FoundRow[] = await em.query(FOUND, [year, agencyIds]);
    const found = [...new Set(rows.map(({ agencyId }) => agencyId))];
    return new Map(found.map((id) => [id, previousOf(id, rows.filter(({ agencyId }) => agencyId === id))]));
  }
}

function previousOf(agencyId: string, found: readonly FoundRow[]): PreviousResult {
  const own = found.find(({ of }) => of.id === agencyId) ?? found.find(({ renamed }) => renamed);
  const byName = new Intl.Collator('vi');
  const others = found.filter(({ of }) => of.id !== agencyId).toSorted((a, b) => byName.compare(a.of.name, b.of.name));
  return {
    index: own ? Number(own.index) : null,
    rank: own?.rank ?? null,
    predecessors: others.map(({ of, groupCode, index, rank }) => ({ agency: of, groupCode, index: Number(index), rank })),
  };
}
