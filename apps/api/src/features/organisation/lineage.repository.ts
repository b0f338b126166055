import { Injectable } from '@nestjs/common';
import type { LineageView } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { AgencyLineage } from './agency-lineage.entity';

const ref = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name, 'shortName', ${alias}.short_name)`;

const LINES = `
  select l.id, ${ref('p')} as predecessor, ${ref('s')} as successor, l.kind, to_char(l.effective_on, 'YYYY-MM-DD') as "effectiveOn", l.legal_basis as "legalBasis", l.version
  from agency_lineage l join agency p on p.id = l.predecessor_id join agency s on s.id = l.successor_id`;

@Injectable()
export class LineageRepository {
  /** Every line that the agency is an end of, oldest first. */
  list(em: EntityManager, agencyId: string): Promise<readonly LineageView[]> {
    return em.query(`${LINES} where l.successor_id = $1 or l.predecessor_id = $1 order by l.effective_on, p.name, s.name, l.id`, [agencyId]);
  }

  /** Descent never goes round: two who record at once would not see each other's lines, so one waits. Until the end of the transaction. */
  async holdAll(em: EntityManager): Promise<readonly AgencyLineage[]> {
    await em.query(`select pg_advisory_xact_lock(hashtextextended('agency_lineage', 0))`);
    return em.find(AgencyLineage);
  }

  async insert(em: EntityManager, lines: readonly Omit<AgencyLineage, 'id' | 'version'>[]): Promise<void> {
    await em.insert(AgencyLineage, [...lines]);
  }
}
