import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Agency } from '../organisation/agency.entity';
import type { PlannedCell } from './assignment-plan';
import { Participant } from './participant.entity';

/** Writes everything that the opening of a cycle makes, in one statement for each table, however many agencies there are. */
@Injectable()
export class OpeningRepository {
  /** Active agencies of the groups. */
  listInvited(em: EntityManager, groupCodes: readonly string[]): Promise<Agency[]> {
    return em.find(Agency, { where: { groupCode: In(groupCodes), active: true }, order: { code: 'ASC' } });
  }

  listByCode(em: EntityManager, codes: readonly string[]): Promise<Agency[]> {
    return em.findBy(Agency, { code: In(codes), active: true });
  }

  /** Those that take part, each with the set that it is scored with. */
  async listParticipants(em: EntityManager, cycleId: string): Promise<readonly { readonly agency: Agency; readonly setId: string }[]> {
    const rows = await em.findBy(Participant, { cycleId });
    const setOf = new Map(rows.map(({ agencyId, criteriaSetId }) => [agencyId, criteriaSetId]));
    const agencies = await em.find(Agency, { where: { id: In([...setOf.keys()]) }, order: { code: 'ASC' } });
    return agencies.map((agency) => ({ agency, setId: setOf.get(agency.id) ?? '' }));
  }

  async inviteAll(em: EntityManager, participants: readonly Pick<Participant, 'cycleId' | 'agencyId' | 'criteriaSetId'>[]): Promise<void> {
    await em.query(
      `insert into participant (cycle_id, agency_id, criteria_set_id)
       select "cycleId", "agencyId", "criteriaSetId"
       from jsonb_to_recordset($1::jsonb) as p("cycleId" uuid, "agencyId" uuid, "criteriaSetId" uuid)`,
      [JSON.stringify(participants)],
    );
  }

  async startAssessments(em: EntityManager, cycleId: string): Promise<void> {
    await em.query(
      `insert into assessment (participant_id, cycle_id, agency_id, state)
       select id, cycle_id, agency_id, 'drafting' from participant where cycle_id = $1`,
      [cycleId],
    );
  }

  /** One row for each agency and appraised criterion. */
  async assignAppraisers(em: EntityManager, cycleId: string, cells: readonly PlannedCell[]): Promise<void> {
    await em.query(
      `insert into appraisal_assignment (assessment_id, code, agency_id)
       select a.id, c.code, c."agencyId"
       from jsonb_to_recordset($2::jsonb) as c("assessedAgencyId" uuid, code text, "agencyId" uuid)
       join assessment a on a.cycle_id = $1 and a.agency_id = c."assessedAgencyId"`,
      [cycleId, JSON.stringify(cells)],
    );
  }
}
