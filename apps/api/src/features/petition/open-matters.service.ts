import type { AgencyRef } from '@par-index/contract';
import type { EntityManager } from 'typeorm';

/** What the council or a petitioner still waits for at one agency. */
export interface OpenMatter {
  readonly kind: 'council-item-open' | 'petition-open';
  readonly agency: AgencyRef;
  readonly codes: readonly string[];
}

/** Whatever has to be concluded before a result is published. */
export function listOpenMatters(em: EntityManager, cycleId: string): Promise<readonly OpenMatter[]> {
  return em.query(OPEN, [cycleId]);
}

const OPEN = `
  with open as (
    select 'council-item-open' as kind, i.assessment_id, i.code from council_item i where i.cycle_id = $1 and i.state <> 'closed'
    union all select 'petition-open', t.assessment_id, t.code from petition t where t.cycle_id = $1 and t.state = 'filed'
  )
  select open.kind, jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency, array_agg(open.code order by open.code) as codes
  from open join assessment a on a.id = open.assessment_id join agency g on g.id = a.agency_id
  group by open.kind, g.id order by open.kind, g.name, g.id`;
