import { Injectable } from '@nestjs/common';
import type { AgencyRef, AssessmentState, Layer, Phase } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';

/** A cycle with the set that it scores one group by. */
export interface ReplayedCycle {
  readonly id: string;
  readonly title: string;
  readonly phase: Phase;
  readonly criteriaSetId: string;
}

export interface StoredLine {
  readonly code: string;
  /** Null for the agency's own answer. */
  readonly layer: Layer | null;
  readonly answer: Answer | null;
}

/** One assessment with everything that was answered in it, by whom ever. */
export interface ReplayedAssessment {
  readonly id: string;
  readonly state: AssessmentState;
  readonly agency: AgencyRef;
  readonly exempt: readonly string[];
  readonly lines: readonly StoredLine[];
}

/** Proposals of council items that are not closed: their points were said when they were made. */
export interface OpenProposal {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly code: string;
  readonly answer: Answer | null;
}

/** What a replay reads; its number of queries does not grow with the agencies. */
@Injectable()
export class ReplayRepository {
  /** Refuses a cycle that is not there, and one without a set for the group. */
  async getCycle(em: EntityManager, cycleId: string, groupCode: string): Promise<ReplayedCycle> {
    const [cycle]: readonly ReplayedCycle[] = await em.query(CYCLE, [cycleId, groupCode]);
    if (!cycle) {
      throw new DomainError('record.not-found');
    }
    return cycle;
  }

  list(em: EntityManager, { id, criteriaSetId }: ReplayedCycle): Promise<readonly ReplayedAssessment[]> {
    return em.query(ASSESSMENTS, [id, criteriaSetId]);
  }

  listOpenProposals(em: EntityManager, { id, criteriaSetId }: ReplayedCycle): Promise<readonly OpenProposal[]> {
    return em.query(PROPOSALS, [id, criteriaSetId]);
  }
}

const CYCLE = `
  select c.id, c.title, c.phase, t.criteria_set_id as "criteriaSetId"
  from cycle c join cycle_set t on t.cycle_id = c.id and t.group_code = $2 where c.id = $1`;

const ASSESSMENTS = `
  select a.id, a.state, jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency,
    coalesce((select jsonb_agg(e.code order by e.code) from participant_exemption e where e.participant_id = p.id), '[]') as exempt,
    coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'layer', n.layer, 'answer', n.answer) order by n.code, n.layer nulls first)
      from (select code, null as layer, answer from answer where assessment_id = a.id
        union all select code, layer, answer from appraisal_layer where assessment_id = a.id) n), '[]') as lines
  from assessment a join participant p on p.id = a.participant_id join agency g on g.id = a.agency_id
  where a.cycle_id = $1 and p.criteria_set_id = $2 order by g.code`;

const PROPOSALS = `
  select g.id as "agencyId", g.name as "agencyName", i.code, r.answer
  from council_item i join assessment a on a.id = i.assessment_id join participant p on p.id = a.participant_id join agency g on g.id = a.agency_id
  join council_proposal r on r.item_id = i.id
  where i.cycle_id = $1 and p.criteria_set_id = $2 and i.state <> 'closed' order by i.code, g.code`;
