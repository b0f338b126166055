import { Injectable } from '@nestjs/common';
import { type Actor, agenciesOf, type AssessmentState, holds, type SubmissionMark } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { containing, VIETNAMESE_ORDER } from '../../platform/database/search';
import type { Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import type { AssessmentRecord } from './assessment-record';
import { type AssessmentRow, COUNTS, RECORDS, SUMMARIES, toRecord } from './assessment-rows';
import { OVERSEERS, OWN_READERS } from './sight';

export interface AssessmentFilter {
  readonly cycleId?: string;
  readonly groupCode?: string;
  readonly state?: AssessmentState;
  readonly marked?: SubmissionMark;
  readonly search?: string;
}

export type SummaryRow = Pick<
  AssessmentRow,
  'id' | 'cycleId' | 'cycleTitle' | 'year' | 'phase' | 'agency' | 'groupCode' | 'state' | 'submittedAt' | 'late' | 'notSubmitted'
>;

/** `share`: nobody moves it meanwhile, others may save beside; `change`: nobody else does anything with it. Until the end of the transaction. */
export type Hold = 'none' | 'share' | 'change';

const LOCKS: Readonly<Record<Hold, string>> = { none: '', share: 'for share of a', change: 'for no key update of a' };

/** The rows of `sightOf`, inside of the query: $1 agencies of the own, $2 all that the actor belongs to, $3 whether an overseer, $4 those appraised for. */
const IN_SIGHT = `
  (a.agency_id = any($1) or (a.agency_id <> all($2) and ($3 or (
    a.state not in ('drafting', 'awaiting-head')
    and exists (select 1 from appraisal_assignment t where t.assessment_id = a.id and t.agency_id = any($4))))))`;

const FILTERED = `${IN_SIGHT}
  and ($5::uuid is null or a.cycle_id = $5) and ($6::text is null or s.group_code = $6) and ($7::text is null or a.state = $7)
  and ($8::text is null or fold(g.name) like fold($8) or fold(g.short_name) like fold($8) or fold(g.code) like fold($8))
  and ($9::text is null or case $9::text when 'late' then a.late else a.not_submitted end)`;

@Injectable()
export class AssessmentRepository {
  async get(em: EntityManager, id: string, hold: Hold = 'none'): Promise<AssessmentRecord> {
    await this.hold(em, [id], hold);
    const [row]: readonly AssessmentRow[] = await em.query(`${RECORDS} where a.id = $1`, [id]);
    if (!row) {
      throw new DomainError('record.not-found');
    }
    return toRecord(row);
  }

  /** Those of them that are there, each as `hold` says, in the order of their ids, so that nobody waits for another in a circle. */
  async list(em: EntityManager, ids: readonly string[], hold: Hold): Promise<readonly AssessmentRecord[]> {
    await this.hold(em, ids, hold);
    const rows: readonly AssessmentRow[] = await em.query(`${RECORDS} where a.id = any($1) order by a.id`, [ids]);
    return rows.map(toRecord);
  }

  /** Before it is read, by a statement of its own: whoever waited here reads what stands now, also beside the assessment (its set, its phase). */
  private async hold(em: EntityManager, ids: readonly string[], hold: Hold): Promise<void> {
    if (hold !== 'none') {
      await em.query(`select a.id from assessment a where a.id = any($1) order by a.id ${LOCKS[hold]}`, [ids]);
    }
  }

  /** A page of the assessments that the actor sees, newest year first, then by the agency's name; and how many there are. */
  async page(em: EntityManager, actor: Actor, filter: AssessmentFilter, slice: Slice): Promise<readonly [readonly SummaryRow[], number]> {
    const parameters = [...scopeOf(actor), ...filterOf(filter)];
    const counted: readonly { readonly total: number }[] = await em.query(`${COUNTS} where ${FILTERED}`, parameters);
    const rows: readonly SummaryRow[] = await em.query(
      `${SUMMARIES} where ${FILTERED} order by c.year desc, c.id, g.name ${VIETNAMESE_ORDER}, a.id limit $10 offset $11`,
      [...parameters, slice.pageSize, slice.skip],
    );
    return [rows, counted[0]?.total ?? 0];
  }

  /** The codes of one assessment that are assigned to any of the agencies. No query where there is none. */
  async listAssignedCodes(em: EntityManager, assessmentId: string, agencyIds: readonly string[]): Promise<readonly string[]> {
    if (agencyIds.length === 0) {
      return [];
    }
    const rows: readonly { readonly code: string }[] = await em.query(
      `select code from appraisal_assignment where assessment_id = $1 and agency_id = any($2)`,
      [assessmentId, agencyIds],
    );
    return rows.map(({ code }) => code);
  }
}

function scopeOf(actor: Actor): readonly unknown[] {
  const belongs = [...new Set(actor.grants.map(({ agencyId }) => agencyId))];
  return [agenciesOf(actor, OWN_READERS), belongs, holds(actor, OVERSEERS), agenciesOf(actor, ['appraiser'])];
}

function filterOf({ cycleId, groupCode, state, search, marked }: AssessmentFilter): readonly unknown[] {
  return [cycleId ?? null, groupCode ?? null, state ?? null, search?.trim() ? containing(search) : null, marked ?? null];
}
