import { Injectable } from '@nestjs/common';
import type { AgencyRef } from '@par-index/contract';
import { type EntityManager, In } from 'typeorm';
import { CriteriaSet } from '../criteria/criteria-set.entity';
import { CycleAssignment } from './cycle-assignment.entity';
import type { SetHead } from './cycle.repository';
import { PlannedExemption } from './planned-exemption.entity';

/** An agency as far as a new cycle depends on it. */
export interface KnownAgency extends AgencyRef {
  readonly groupCode: string;
  readonly active: boolean;
}

export interface KnownGroup {
  readonly groupCode: string;
  readonly groupName: string;
}

export interface FormerExemption {
  readonly agencyId: string;
  readonly code: string;
  readonly reason: string;
  /** The group of the set by which the agency was scored. */
  readonly groupCode: string;
}

const agencies = (condition: string): string => `
  select id, code, name, short_name as "shortName", group_code as "groupCode", active from agency where ${condition} order by name, code`;

/** What a cycle leaves for the next one, and the writing of it: one statement a table. */
@Injectable()
export class NextCycleRepository {
  listGroups(em: EntityManager): Promise<readonly KnownGroup[]> {
    return em.query('select code as "groupCode", name as "groupName" from agency_group order by position');
  }

  listAgencies(em: EntityManager): Promise<readonly KnownAgency[]> {
    return em.query(agencies('true'));
  }

  async listParticipantIds(em: EntityManager, cycleId: string): Promise<readonly string[]> {
    const rows: readonly { readonly id: string }[] = await em.query('select agency_id as id from participant where cycle_id = $1', [cycleId]);
    return rows.map(({ id }) => id);
  }

  /** Published and frozen ones of a year at most, the newest version of each code, newest first. */
  listCandidates(em: EntityManager, year: number): Promise<readonly SetHead[]> {
    return em.query(
      `select * from (
         select distinct on (code) id, code, title, year, group_code as "groupCode", version_number as "versionNumber", state
         from criteria_set where year <= $1 and state in ('published', 'frozen') order by code, version_number desc) newest
       order by year desc, "versionNumber" desc, code`,
      [year],
    );
  }

  listSets(em: EntityManager, ids: readonly string[]): Promise<SetHead[]> {
    const select = { id: true, code: true, title: true, year: true, groupCode: true, versionNumber: true, state: true } as const;
    return em.find(CriteriaSet, { select, where: { id: In([...ids]) } });
  }

  listAssignments(em: EntityManager, cycleId: string): Promise<readonly CycleAssignment[]> {
    return em.find(CycleAssignment, { where: { cycleId }, order: { groupCode: 'ASC', code: 'ASC', id: 'ASC' } });
  }

  /** Those that are granted, or that the opening would grant. */
  listExemptions(em: EntityManager, cycleId: string): Promise<readonly FormerExemption[]> {
    return em.query(
      `select p.agency_id as "agencyId", x.code, x.reason, s.group_code as "groupCode"
       from participant_exemption x join participant p on p.id = x.participant_id join criteria_set s on s.id = p.criteria_set_id where p.cycle_id = $1
       union all
       select x.agency_id, x.code, x.reason, g.group_code from planned_exemption x join agency g on g.id = x.agency_id
       where x.cycle_id = $1 and not exists (select 1 from participant p where p.cycle_id = $1)
       order by 1, 2`,
      [cycleId],
    );
  }

  /** Documents of agencies that are active still. */
  async countDocuments(em: EntityManager, cycleId: string): Promise<number> {
    const [row]: readonly { readonly count: number }[] = await em.query(
      `select count(distinct l.document_id)::int as count from evidence_link l join assessment a on a.id = l.assessment_id join agency g on g.id = a.agency_id
       where a.cycle_id = $1 and g.active and l.removed_at is null`,
      [cycleId],
    );
    return row?.count ?? 0;
  }

  async listTitles(em: EntityManager, year: number): Promise<readonly string[]> {
    const rows: readonly { readonly title: string }[] = await em.query('select title from cycle where year = $1 order by title', [year]);
    return rows.map(({ title }) => title);
  }

  async insertAssignments(em: EntityManager, cycleId: string, rows: readonly Pick<CycleAssignment, 'groupCode' | 'code' | 'assessedAgencyId' | 'agencyId'>[]): Promise<void> {
    await em.insert(CycleAssignment, rows.map(({ groupCode, code, assessedAgencyId, agencyId }) => ({ cycleId, groupCode, code, assessedAgencyId, agencyId })));
  }

  async insertExemptions(em: EntityManager, cycleId: string, rows: readonly Pick<PlannedExemption, 'agencyId' | 'code' | 'reason'>[]): Promise<void> {
    await em.insert(PlannedExemption, rows.map(({ agencyId, code, reason }) => ({ cycleId, agencyId, code, reason })));
  }
}
