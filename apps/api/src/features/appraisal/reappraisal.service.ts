import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../platform/database/unit-of-work';
import { AssessmentMoves } from './assessment-moves.service';

/** Assessments of one cycle. */
export interface OfCycle {
  readonly cycleId: string;
  readonly assessmentIds: readonly string[];
  /** In whose place the last decision was made. */
  readonly actingFor?: string | null;
}

/** An explained assessment and how many of its explained criteria nobody has decided again. */
export interface Unfinished {
  readonly id: string;
  readonly agency: string;
  readonly undecided: number;
}

/** Appraisal 2: only what was explained, and only until the last of it is decided. */
@Injectable()
export class Reappraisal {
  constructor(private readonly moves: AssessmentMoves) {}

  /** Gives what was explained and nobody appraises, a survey's or an imported figure, to the lead agency; at the lead agency itself to its substitute. */
  async assign({ em }: Transaction, assessmentId: string): Promise<void> {
    await em.query(ASSIGN, [assessmentId]);
  }

  /** Completes those of them of which nothing explained is left; at once where nothing was explained. The ids of those. */
  async completeDone(tx: Transaction, { cycleId, assessmentIds, actingFor = null }: OfCycle): Promise<readonly string[]> {
    const rows: readonly { readonly id: string }[] = await tx.em.query(`select a.id from assessment a where a.id = any($1::uuid[]) and a.state = 'explained' and not exists (${LEFT})`, [assessmentIds]);
    return this.moves.move(tx, { cycleId, assessmentIds: rows.map(({ id }) => id), action: 'complete-reappraisal', reason: null, actingFor });
  }

  /** Those of a cycle that stand in `explained`, by the agency's name. */
  listUnfinished(em: EntityManager, cycleId: string): Promise<readonly Unfinished[]> {
    return em.query(
      `select a.id, g.name as agency, (select count(*) from (${LEFT}) l)::int as undecided
       from assessment a join agency g on g.id = a.agency_id where a.cycle_id = $1 and a.state = 'explained' order by g.name, a.id`,
      [cycleId],
    );
  }
}

/** The explained criteria of assessment `a` that count and have no appraisal 2. */
const LEFT = `
  select x.code from explained_criterion x
  where x.assessment_id = a.id
    and not exists (select from appraisal_layer l where l.assessment_id = a.id and l.code = x.code and l.layer = 'appraisal-2')
    and not exists (
      select from participant_exemption e where e.participant_id = a.participant_id and (x.code = e.code or starts_with(x.code, e.code || '.')))`;

const ASSIGN = `
  insert into appraisal_assignment (assessment_id, code, agency_id)
  select x.assessment_id, x.code, case when a.agency_id = c.lead_agency_id then s.substitute_agency_id else c.lead_agency_id end
  from explained_criterion x
  join assessment a on a.id = x.assessment_id
  join cycle c on c.id = a.cycle_id
  left join cycle_substitute s on s.cycle_id = c.id and s.owner_agency_id = c.lead_agency_id
  where x.assessment_id = $1 and (a.agency_id <> c.lead_agency_id or s.substitute_agency_id is not null)
  on conflict (assessment_id, code) do nothing`;
