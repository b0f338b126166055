import { Injectable } from '@nestjs/common';
import type { ChangeKind, CriterionChange } from '@par-index/contract';
import type { EntityManager } from 'typeorm';

interface ChangeRow {
  readonly assessmentId: string;
  readonly code: string;
  readonly kinds: readonly ChangeKind[];
  readonly at: Date;
}

export interface ChangesWanted {
  readonly assessmentIds: readonly string[];
  /** Of the leaves that are asked about, in their order. */
  readonly codes: readonly string[];
}

/** What changed after an assessment was handed in for the first time: counted and shown to whoever approves next. */
@Injectable()
export class SubmissionChanges {
  /** Of these criteria, in their order. */
  async since(em: EntityManager, assessmentId: string, codes: readonly string[]): Promise<readonly CriterionChange[]> {
    return (await this.across(em, { assessmentIds: [assessmentId], codes })).get(assessmentId) ?? [];
  }

  /** The same of many assessments in one query; those of which nothing changed are not in it. */
  async across(em: EntityManager, { assessmentIds, codes }: ChangesWanted): Promise<ReadonlyMap<string, readonly CriterionChange[]>> {
    const rows: readonly ChangeRow[] = await em.query(CHANGES, [assessmentIds, codes]);
    const place = new Map(codes.map((code, index) => [code, index]));
    const inOrder = rows.toSorted((one, other) => (place.get(one.code) ?? 0) - (place.get(other.code) ?? 0));
    return new Map(
      [...new Set(rows.map((row) => row.assessmentId))].map((id) => [
        id,
        inOrder.filter((row) => row.assessmentId === id).map(({ code, kinds, at }) => ({ code, kinds, at: at.toISOString() })),
      ]),
    );
  }
}

/** A figure that is entered for the first time is no change. Where in a document to look is changed by the agency until it submits again. */
const CHANGES = `
  with submission as (
    select e.subject_id as id, min(e.at) as first, max(e.at) as last from audit_event e
    where e.subject_id = any($1::uuid[]) and e.event = 'assessment.moved' and e.payload->>'action' in ('submit', 'take-as-it-stands')
    group by e.subject_id
  ), exemption as (
    select a.id, e.at, e.payload->'before' as before, e.payload->'after' as after
    from audit_event e join assessment a on a.participant_id = e.subject_id where a.id = any($1::uuid[]) and e.event = 'participant.exempted'
  ), change (id, code, kind, at) as (
    select assessment_id, code, 'answer', changed_at from answer_revision where assessment_id = any($1::uuid[])
    union all select assessment_id, code, 'evidence', created_at from evidence_link where assessment_id = any($1::uuid[]) and round = 'self-assessment'
    union all select assessment_id, code, 'evidence', removed_at
      from evidence_link where assessment_id = any($1::uuid[]) and round = 'self-assessment' and removed_at is not null
    union all select l.assessment_id, l.code, 'evidence', f.created_at
      from evidence_link l join evidence_file f on f.document_id = l.document_id and f.file_version > 1 and f.file_version <= l.pinned_file_version
      where l.assessment_id = any($1::uuid[]) and l.round = 'self-assessment' and l.removed_at is null
    union all select s.id, e.payload->>'code', 'evidence', e.at
      from submission s join audit_event e on e.subject_id = s.id and e.event in ('evidence.placed', 'evidence.anchored') and e.at <= s.last
    union all select assessment_id, code, 'figure', decided_at from appraisal_layer_revision where assessment_id = any($1::uuid[]) and layer = 'base' and version > 1
    union all select x.id, leaf.code, 'exemption', x.at
      from exemption x
      cross join lateral jsonb_object_keys(x.before || x.after) as k (code)
      join unnest($2::text[]) as leaf (code) on leaf.code = k.code or starts_with(leaf.code, k.code || '.')
      where (x.before ? k.code) <> (x.after ? k.code)
  )
  select c.id as "assessmentId", c.code, array_agg(distinct c.kind order by c.kind) as kinds, max(c.at) as at
  from change c join submission s on s.id = c.id
  where c.at > s.first and c.code = any($2::text[])
  group by c.id, c.code`;
