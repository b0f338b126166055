import type { AgencyRef } from '@par-index/contract';
import type { EntityManager } from 'typeorm';

/** What a survey proposes at one agency and nobody has decided yet. */
export interface OpenProposal {
  readonly agency: AgencyRef;
  readonly codes: readonly string[];
}

/** Whatever is proposed for a cycle and undecided: publishing waits for it. */
export function listOpenProposals(em: EntityManager, cycleId: string): Promise<readonly OpenProposal[]> {
  return em.query(OPEN, [cycleId]);
}

const OPEN = `
  select jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency, array_agg(distinct p.code order by p.code) as codes
  from survey_proposal p join assessment a on a.id = p.assessment_id join agency g on g.id = a.agency_id
  where a.cycle_id = $1 and p.state = 'open' group by g.id order by g.name, g.id`;
