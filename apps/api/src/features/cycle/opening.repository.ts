import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Agency } from '../organisation/agency.entity';
import { Participant } from './participant.entity';

export interface SetLeafOwner {
  readonly setId: string;
  readonly code: string;
  readonly agencyId: string;
}

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

  /** One row for each agency and appraised criterion: the owner, or at the owner itself the substitute. */
  async assignAppraisers(em: EntityManager, cycleId: string, owners: readonly SetLeafOwner[]): Promise<void> {
    await em.query(
      `insert into appraisal_assignment (assessment_id, code, agency_id)
       select a.id, o.code, case when o."agencyId" = a.agency_id then s.substitute_agency_id else o."agencyId" end
       from assessment a
       join participant p on p.id = a.participant_id
       join jsonb_to_recordset($2::jsonb) as o("setId" uuid, code text, "agencyId" uuid) on o."setId" = p.criteria_set_id
       left join cycle_substitute s on s.cycle_id = a.cycle_id and s.owner_agency_id = a.agency_id
       where a.cycle_id = $1`,
      [cycleId, JSON.stringify(owners)],
    );
  }
}
