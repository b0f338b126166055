import { Injectable } from '@nestjs/common';
import type { AgencyRef, AssessmentState, DecisionKind, Layer, PersonRef } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';
import { DomainError } from '../../platform/problem/domain-error';
import type { AppraisalRecord } from './appraisal-record';

/** A layer as it stands in the database, with the name of who decided it. */
export interface StandingLayer {
  readonly assessmentId: string;
  readonly code: string;
  readonly layer: Layer;
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
  /** Decimal text. */
  readonly points: string | null;
  readonly reason: string;
  readonly explanationWanted: boolean;
  readonly question: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  readonly version: number;
}

/** What is to be written into one layer. */
export interface LayerEntry {
  readonly code: string;
  /** In whose place it is decided; absent where the writer decides for themselves. */
  readonly actedFor?: string | null;
  readonly kind: DecisionKind;
  readonly answer: Answer | null;
  readonly points: number | null;
  readonly reason: string;
  readonly explanationWanted: boolean;
  readonly question: string;
}

export interface LayerWrite {
  readonly assessmentId: string;
  readonly layer: Layer;
  readonly decidedBy: string;
  readonly entries: readonly LayerEntry[];
}

/** One criterion of one assessment, the agency that appraises it there, and who of it where it is given to a person. */
export interface Assignment {
  readonly assessmentId: string;
  readonly code: string;
  readonly agencyId: string;
  readonly person: PersonRef | null;
  /** Who stands in for the person today. */
  readonly standIns: readonly string[];
  /** Whether the agency explained it: only then it is decided again. */
  readonly explained?: boolean;
}

export interface DeclaredRow {
  readonly assessmentId: string;
  readonly code: string;
  readonly answer: Answer | null;
}

/** Which assessments of a group, for one criterion. */
export interface AcrossScope {
  readonly cycleId: string;
  readonly groupCode: string;
  readonly code: string;
  readonly appraising: readonly string[];
  readonly own: readonly string[];
  /** Whether the actor reads criteria that are not assigned to them. */
  readonly reach: 'assigned' | 'all';
  /** Null: all of them. */
  readonly ids: readonly string[] | null;
  readonly hold: 'read' | 'change';
}

@Injectable()
export class AppraisalRepository {
  /** Locked for change, after its cycle against a change of phase: the order in which the opening of a phase locks them. */
  async lock(em: EntityManager, id: string): Promise<AppraisalRecord> {
    await em.query('select id from cycle where id = (select cycle_id from assessment where id = $1) for share', [id]);
    return this.read(em, id, 'for update of a');
  }

  /** Those of the agencies that take part in the cycle, locked in the order of their ids. */
  async lockOfAgencies(em: EntityManager, cycleId: string, agencyIds: readonly string[]): Promise<readonly AppraisalRecord[]> {
    await em.query('select id from cycle where id = $1 for share', [cycleId]);
    return em.query(`${RECORDS} where a.cycle_id = $1 and a.agency_id = any($2::uuid[]) order by a.id for update of a`, [cycleId, agencyIds]);
  }

  /** Who appraises in the place of an owner at the owner itself. */
  async findSubstitute(em: EntityManager, cycleId: string, ownerAgencyId: string): Promise<string | null> {
    const rows: readonly { readonly id: string }[] = await em.query(
      'select substitute_agency_id as id from cycle_substitute where cycle_id = $1 and owner_agency_id = $2',
      [cycleId, ownerAgencyId],
    );
    return rows[0]?.id ?? null;
  }

  listAgencies(em: EntityManager, ids: readonly string[]): Promise<readonly AgencyRef[]> {
    return em.query('select id, code, name, short_name as "shortName" from agency where id = any($1::uuid[])', [[...new Set(ids)]]);
  }

  /** Refuses what is not there with `record.not-found`. */
  get(em: EntityManager, id: string): Promise<AppraisalRecord> {
    return this.read(em, id, '');
  }

  listByIds(em: EntityManager, ids: readonly string[]): Promise<readonly AppraisalRecord[]> {
    return em.query(`${RECORDS} where a.id = any($1::uuid[]) order by a.id`, [ids]);
  }

  /** Those of a cycle that stand in one of the states. */
  listOfCycle(em: EntityManager, cycleId: string, states: readonly AssessmentState[]): Promise<readonly AppraisalRecord[]> {
    return em.query(`${RECORDS} where a.cycle_id = $1 and a.state = any($2::text[]) order by a.id`, [cycleId, states]);
  }

  /** The assessments of a group that the actor appraises a criterion of, or reads; never of one's own agency. By the agency's name, or, to be changed, locked by id. */
  async listAcross(em: EntityManager, { cycleId, groupCode, code, appraising, own, reach, ids, hold }: AcrossScope): Promise<readonly AppraisalRecord[]> {
    if (hold === 'change') {
      await em.query('select id from cycle where id = $1 for share', [cycleId]);
    }
    return em.query(`${RECORDS} ${ACROSS} ${hold === 'change' ? 'order by a.id for update of a' : `order by g.name ${VIETNAMESE_ORDER}, a.id`}`, [
      cycleId, groupCode, own, reach, appraising, code, ids,
    ]);
  }

  /** Those that count: not of exempt criteria. */
  listAssignments(em: EntityManager, assessmentIds: readonly string[]): Promise<readonly Assignment[]> {
    return em.query(ASSIGNMENTS, [assessmentIds]);
  }

  /** The agencies' own answers to all criteria of these assessments. */
  listDeclared(em: EntityManager, assessmentIds: readonly string[]): Promise<readonly DeclaredRow[]> {
    return em.query('select assessment_id as "assessmentId", code, answer from answer where assessment_id = any($1::uuid[]) and answer is not null', [assessmentIds]);
  }

  listLayers(em: EntityManager, assessmentIds: readonly string[]): Promise<readonly StandingLayer[]> {
    return em.query(
      `select ${layerColumns('l')}, ${DECIDED_BY}
       from appraisal_layer l ${DECIDERS_OF_L}
       where l.assessment_id = any($1::uuid[]) order by l.code, l.layer`,
      [assessmentIds],
    );
  }

  /** Writes all entries of one layer with their revisions in one statement. A layer that is there counts its version on. */
  writeLayers(em: EntityManager, { assessmentId, layer, decidedBy, entries }: LayerWrite): Promise<readonly StandingLayer[]> {
    return em.query(WRITE_LAYERS, [assessmentId, layer, decidedBy, JSON.stringify(entries)]);
  }

  private async read(em: EntityManager, id: string, lock: string): Promise<AppraisalRecord> {
    const [record]: readonly AppraisalRecord[] = await em.query(`${RECORDS} where a.id = $1 ${lock}`, [id]);
    if (!record) {
      throw new DomainError('record.not-found');
    }
    return record;
  }
}

const layerColumns = (alias: string): string =>
  `${alias}.assessment_id as "assessmentId", ${alias}.code, ${alias}.layer, ${alias}.kind, ${alias}.answer, ${alias}.points, ${alias}.reason,
   ${alias}.explanation_wanted as "explanationWanted", ${alias}.question, ${alias}.decided_at as "decidedAt", ${alias}.version`;

const iso = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const DECIDED_BY = `u.full_name || coalesce(' (thay mặt ' || f.full_name || ')', '') as "decidedBy"`;
const DECIDERS_OF_L = 'join user_account u on u.id = l.decided_by left join user_account f on f.id = l.acted_for';

const ASSIGNMENTS = `
  select t.assessment_id as "assessmentId", t.code, t.agency_id as "agencyId", t.is_explained as explained,
    case when p.id is not null then jsonb_build_object('id', p.id, 'fullName', p.full_name) end as person,
    coalesce((select jsonb_agg(d.to_user_id) from active_delegation d
      where d.kind = 'appraisal' and d.from_user_id = t.person_id and d.agency_id = t.agency_id), '[]') as "standIns"
  from assigned_criterion t left join user_account p on p.id = t.person_id
  where t.assessment_id = any($1::uuid[]) order by t.code`;

const RECORDS = `
  select a.id, a.cycle_id as "cycleId", c.title as "cycleTitle", c.year, c.phase, c.lead_agency_id as "leadAgencyId", p.id as "participantId",
    p.criteria_set_id as "criteriaSetId", a.state, a.submitted_at as "submittedAt", a.late, a.not_submitted as "notSubmitted", now() as now,
    jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency,
    coalesce((select jsonb_agg(jsonb_build_object('code', e.code, 'reason', e.reason) order by e.code)
      from participant_exemption e where e.participant_id = p.id), '[]') as exemptions,
    coalesce(s.extended, false) as extended,
    jsonb_build_object('opensAt', ${iso('s.opens_at')}, 'deadlineAt', ${iso('s.deadline_at')},
      'closeAt', ${iso('s.close_at')}) as "ownWindow",
    jsonb_build_object('opensAt', ${iso('coalesce(w.opens_at, s.opens_at)')}, 'deadlineAt', ${iso('coalesce(w.deadline_at, s.deadline_at)')},
      'closeAt', ${iso('coalesce(w.close_at, s.close_at)')}) as "appraisalWindow"
  from assessment a
  join cycle c on c.id = a.cycle_id
  join participant p on p.id = a.participant_id
  join agency g on g.id = a.agency_id
  left join lateral agency_window(p.id, 'self-assessment') s on true
  left join cycle_window w on w.cycle_id = c.id
    and w.phase = case when c.phase in ('preparing', 'self-assessment', 'appraisal', 'explanation') then 'appraisal' else 'reappraisal' end`;

/** Parameters as in `listAcross`. */
const ACROSS = `
  where a.cycle_id = $1 and not (a.agency_id = any($3::uuid[])) and ($7::uuid[] is null or a.id = any($7::uuid[]))
    and exists (select 1 from criteria_set cs where cs.id = p.criteria_set_id and cs.group_code = $2)
    and ($4 = 'all' or exists (select 1 from appraisal_assignment m where m.assessment_id = a.id and m.code = $6 and m.agency_id = any($5::uuid[])))`;

const WRITE_LAYERS = `
  with written as (
    insert into appraisal_layer (assessment_id, code, layer, kind, answer, points, reason, explanation_wanted, question, decided_by, acted_for, decided_at)
    select $1::uuid, d.code, $2, d.kind, d.answer, d.points, d.reason, d."explanationWanted", d.question, $3::uuid, d."actedFor", now()
    from jsonb_to_recordset($4::jsonb)
      as d(code text, kind text, answer jsonb, points numeric, reason text, "explanationWanted" boolean, question text, "actedFor" uuid)
    on conflict (assessment_id, code, layer) do update set
      kind = excluded.kind, answer = excluded.answer, points = excluded.points, reason = excluded.reason,
      explanation_wanted = excluded.explanation_wanted, question = excluded.question,
      decided_by = excluded.decided_by, acted_for = excluded.acted_for, decided_at = excluded.decided_at, version = appraisal_layer.version + 1
    returning *
  ), revised as (
    insert into appraisal_layer_revision
      (layer_id, assessment_id, code, layer, version, kind, answer, points, reason, explanation_wanted, question, decided_by, acted_for, decided_at)
    select id, assessment_id, code, layer, version, kind, answer, points, reason, explanation_wanted, question, decided_by, acted_for, decided_at from written
  )
  select ${layerColumns('l')}, ${DECIDED_BY} from written l ${DECIDERS_OF_L} order by l.code`;
