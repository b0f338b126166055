import { Injectable } from '@nestjs/common';
import type { AgencyRef, AssessmentState, ExemptionView, Phase } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { grouped } from '../appraisal/rules.service';
import type { AgencyRecord, LayerRecord } from './snapshot-document';

/** A cycle as a result needs it. */
export interface ResultCycle {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly phase: Phase;
  readonly version: number;
  readonly leadAgency: string;
  readonly now: Date;
  /** In the order in which groups are listed. */
  readonly groups: readonly ResultGroup[];
}

export interface ResultGroup {
  readonly groupCode: string;
  readonly groupName: string;
  readonly criteriaSetId: string;
}

/** One participant with what stands behind its answers. */
export interface LoadedAgency {
  readonly assessmentId: string;
  readonly criteriaSetId: string;
  readonly state: AssessmentState;
  readonly record: AgencyRecord;
}

interface Head extends AgencyRef {
  readonly assessmentId: string;
  readonly criteriaSetId: string;
  readonly state: AssessmentState;
  readonly exemptions: readonly ExemptionView[];
  readonly declared: AgencyRecord['declared'];
}

interface LayerRow extends Omit<LayerRecord, 'points' | 'decidedAt'> {
  readonly assessmentId: string;
  readonly points: string | null;
  readonly decidedAt: Date;
}

/** Reads what results are computed from. The number of queries does not grow with the number of agencies. */
@Injectable()
export class GroupRepository {
  async getCycle(em: EntityManager, cycleId: string): Promise<ResultCycle> {
    const [cycle]: readonly ResultCycle[] = await em.query(CYCLE, [cycleId]);
    if (!cycle) {
      throw new DomainError('record.not-found');
    }
    return cycle;
  }

  /** The group in which an agency takes part; refuses one that does not with `record.not-found`. */
  async getGroupCode(em: EntityManager, cycleId: string, agencyId: string): Promise<string> {
    const [row]: readonly { readonly groupCode: string }[] = await em.query(
      `select s.group_code as "groupCode" from participant p join criteria_set s on s.id = p.criteria_set_id where p.cycle_id = $1 and p.agency_id = $2`,
      [cycleId, agencyId],
    );
    if (!row) {
      throw new DomainError('record.not-found');
    }
    return row.groupCode;
  }

  /** The participants that are scored with these sets, by code; `states` leaves out what has not been handed in yet. */
  async list(em: EntityManager, scope: { readonly cycleId: string; readonly criteriaSetIds: readonly string[]; readonly states: readonly AssessmentState[] }): Promise<readonly LoadedAgency[]> {
    const heads: readonly Head[] = await em.query(AGENCIES, [scope.cycleId, scope.criteriaSetIds, scope.states]);
    const layers: readonly LayerRow[] = await em.query(LAYERS, [heads.map(({ assessmentId }) => assessmentId)]);
    const byAssessment = grouped(layers, ({ assessmentId }) => assessmentId);
    return heads.map((head) => toLoadedAgency(head, byAssessment.get(head.assessmentId) ?? []));
  }
}

function toLoadedAgency({ assessmentId, criteriaSetId, state, ...agency }: Head, layers: readonly LayerRow[]): LoadedAgency {
  return { assessmentId, criteriaSetId, state, record: { ...agency, layers: layers.map(toLayerRecord) } };
}

function toLayerRecord({ assessmentId: _, points, decidedAt, ...layer }: LayerRow): LayerRecord {
  return { ...layer, points: points === null ? null : Number(points), decidedAt: decidedAt.toISOString() };
}

const CYCLE = `
  select c.id, c.year, c.title, c.phase, c.version, l.name as "leadAgency", now() as now, coalesce((
    select jsonb_agg(jsonb_build_object('groupCode', g.code, 'groupName', g.name, 'criteriaSetId', cs.criteria_set_id) order by g.position)
    from cycle_set cs join agency_group g on g.code = cs.group_code where cs.cycle_id = c.id), '[]') as groups
  from cycle c join agency l on l.id = c.lead_agency_id where c.id = $1`;

const AGENCIES = `
  select a.id as "assessmentId", p.criteria_set_id as "criteriaSetId", a.state, g.id, g.code, g.name, g.short_name as "shortName",
    coalesce((select jsonb_agg(jsonb_build_object('code', e.code, 'reason', e.reason) order by e.code)
      from participant_exemption e where e.participant_id = p.id), '[]') as exemptions,
    coalesce((select jsonb_object_agg(n.code, n.answer) from answer n where n.assessment_id = a.id and n.answer is not null), '{}') as declared
  from assessment a join participant p on p.id = a.participant_id join agency g on g.id = a.agency_id
  where a.cycle_id = $1 and p.criteria_set_id = any($2::uuid[]) and a.state = any($3::text[])
  order by g.code`;

const LAYERS = `
  select l.assessment_id as "assessmentId", l.code, l.layer, l.kind, l.answer, l.points, l.reason, l.explanation_wanted as "explanationWanted",
    l.question, l.decided_at as "decidedAt", u.full_name as "decidedBy", l.version
  from appraisal_layer l join user_account u on u.id = l.decided_by
  where l.assessment_id = any($1::uuid[]) order by l.code, array_position(array['base', 'appraisal-1', 'appraisal-2', 'council'], l.layer)`;
