import { Injectable } from '@nestjs/common';
import { type AgencyRef, type AnswerView, type ChangeKind, type CriterionProgress, LAYERS, type Phase } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { ancestorsOf } from '../organisation/lineage.service';
import { SubmissionChanges } from './submission-changes.service';

/** A group in a cycle, and the set that it is scored with. */
export interface GroupRecord {
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly year: number;
  readonly phase: Phase;
  readonly groupCode: string;
  readonly groupName: string;
  readonly criteriaSetId: string;
  readonly opensAt: Date;
  readonly deadlineAt: Date;
  readonly closeAt: Date;
  readonly now: Date;
}

export interface AnswerUnder extends AnswerView {
  readonly assessmentId: string;
}

/** What an agency, or one that it came from, declared and was given a year before. */
export interface PreviousUnder {
  readonly heirId: string;
  readonly agency: AgencyRef;
  readonly answer: Answer | null;
  readonly points: string | null;
}

export interface ProgressScope {
  readonly cycleId: string;
  readonly groupCode: string;
  readonly appraising: readonly string[];
  readonly own: readonly string[];
}

/** One criterion at many agencies, for reading: each list in one query. */
@Injectable()
export class ByCriterionRepository {
  constructor(private readonly submission: SubmissionChanges) {}

  async getGroup(em: EntityManager, cycleId: string, groupCode: string): Promise<GroupRecord> {
    const [group]: readonly GroupRecord[] = await em.query(GROUP, [cycleId, groupCode]);
    if (!group) {
      throw new DomainError('record.not-found');
    }
    return group;
  }

  /** How far the agencies' work is, criterion by criterion. Without the criteria of the actor's own agency. */
  progress(em: EntityManager, { cycleId, groupCode, appraising, own }: ProgressScope): Promise<readonly CriterionProgress[]> {
    return em.query(PROGRESS, [cycleId, groupCode, appraising, own]);
  }

  /** What of the criterion changed after the submission, of those assessments where something did. */
  async listChanges(em: EntityManager, assessmentIds: readonly string[], code: string): Promise<ReadonlyMap<string, readonly ChangeKind[]>> {
    const changes = await this.submission.across(em, { assessmentIds, codes: [code] });
    return new Map([...changes].map(([id, found]) => [id, found.flatMap(({ kinds }) => kinds)]));
  }

  async listAnswers(em: EntityManager, assessmentIds: readonly string[], code: string): Promise<readonly AnswerUnder[]> {
    const rows: readonly (Omit<AnswerUnder, 'points' | 'updatedAt'> & { readonly points: string | null; readonly updatedAt: Date })[] = await em.query(ANSWERS, [assessmentIds, code]);
    return rows.map((row) => ({ ...row, points: row.points === null ? null : Number(row.points), updatedAt: row.updatedAt.toISOString() }));
  }

  listPrevious(em: EntityManager, agencyIds: readonly string[], year: number, code: string): Promise<readonly PreviousUnder[]> {
    return em.query(PREVIOUS, [agencyIds, year, code]);
  }
}

const GROUP = `
  select c.id as "cycleId", c.title as "cycleTitle", c.year, c.phase, q.code as "groupCode", q.name as "groupName", t.criteria_set_id as "criteriaSetId",
    w.opens_at as "opensAt", w.deadline_at as "deadlineAt", w.close_at as "closeAt", now() as now
  from cycle c
  join cycle_set t on t.cycle_id = c.id and t.group_code = $2
  join agency_group q on q.code = t.group_code
  join lateral (
    select w.* from cycle_window w where w.cycle_id = c.id and w.phase in ('self-assessment', 'appraisal', 'reappraisal')
    order by w.phase = case when c.phase in ('preparing', 'self-assessment', 'appraisal', 'explanation') then 'appraisal' else 'reappraisal' end desc limit 1) w on true
  where c.id = $1 and c.phase <> 'preparing'`;

const PROGRESS = `
  select t.code, count(*)::int as "toDecide", (count(*) filter (where t.is_decided))::int as decided
  from assigned_criterion t join participant p on p.id = t.participant_id join criteria_set s on s.id = p.criteria_set_id
  where t.cycle_id = $1 and s.group_code = $2 and t.agency_id = any($3::uuid[]) and not (t.assessed_agency_id = any($4::uuid[]))
  group by t.code`;

const ANSWERS = `
  select n.assessment_id as "assessmentId", n.code, n.answer, n.points, n.note, n.evidence_explanation as "evidenceExplanation", n.late, n.version,
    u.full_name as "updatedBy", n.updated_at as "updatedAt"
  from answer n join user_account u on u.id = n.updated_by
  where n.assessment_id = any($1::uuid[]) and n.code = $2`;

const HEIGHT = `case l.layer ${LAYERS.map((layer, height) => `when '${layer}' then ${height}`).join(' ')} end`;

/** Of each agency the newest published cycle before the year in which it, or one that it came from, took part. */
const PREVIOUS = `
  with ${ancestorsOf('$1', '$2::int')},
  taken as (select distinct n.agency_id as heir, e.id, e.cycle_id, e.agency_id from ancestor n join assessment e on e.agency_id = n.ancestor_id),
  newest as (
    select distinct on (t.heir) t.heir, c.id as cycle_id from taken t join cycle c on c.id = t.cycle_id
    where c.phase = 'published' and c.year < $2::int order by t.heir, c.year desc, t.id)
  select t.heir as "heirId", jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency,
    case when n.id is not null then n.answer else l.answer end as answer, case when l.id is not null then l.points else n.points end as points
  from taken t join newest w on w.heir = t.heir and w.cycle_id = t.cycle_id join agency g on g.id = t.agency_id
  left join answer n on n.assessment_id = t.id and n.code = $3
  left join lateral (select l.* from appraisal_layer l where l.assessment_id = t.id and l.code = $3 order by ${HEIGHT} desc limit 1) l on true
  where n.id is not null or l.id is not null
  order by t.heir, g.name`;
