import { Injectable } from '@nestjs/common';
import type { ChangeKind, CriterionChange } from '@par-index/contract';
import type { EntityManager } from 'typeorm';

interface ChangeRow {
  readonly code: string;
  readonly kinds: readonly ChangeKind[];
  readonly at: Date;
}

/** What changed after an assessment was handed in for the first time: counted and shown to whoever approves next. */
@Injectable()
export class SubmissionChanges {
  /** Of these criteria, in their order. */
  async since(em: EntityManager, assessmentId: string, codes: readonly string[]): Promise<readonly CriterionChange[]> {
    const rows: readonly ChangeRow[] = await em.query(CHANGES, [assessmentId, codes]);
    return codes.flatMap((code) => rows.filter((row) => row.code === code).map(({ kinds, at }) => ({ code, kinds, at: at.toISOString() })));
  }
}

/** A figure that is entered for the first time is no change. Where in a document to look is changed by the agency until it submits again. */
const CHANGES = `
  with submission as (
    select min(e.at) as first, max(e.at) as last from audit_event e
    where e.subject_id = $1 and e.event = 'assessment.moved' and e.payload->>'action' in ('submit', 'take-as-it-stands')
  ), exemption as (
    select e.at, e.payload->'before' as before, e.payload->'after' as after
    from audit_event e join assessment a on a.participant_id = e.subject_id where a.id = $1 and e.event = 'participant.exempted'
  ), change (code, kind, at) as (
    select code, 'answer', changed_at from answer_revision where assessment_id = $1
    union all select code, 'evidence', created_at from evidence_link where assessment_id = $1 and round = 'self-assessment'
    union all select code, 'evidence', removed_at from evidence_link where assessment_id = $1 and round = 'self-assessment' and removed_at is not null
    union all select l.code, 'evidence', f.created_at
      from evidence_link l join evidence_file f on f.document_id = l.document_id and f.file_version > 1 and f.file_version <= l.pinned_file_version
      where l.assessment_id = $1 and l.round = 'self-assessment' and l.removed_at is null
    union all select e.payload->>'code', 'evidence', e.at
      from audit_event e, submission s where e.subject_id = $1 and e.event in ('evidence.placed', 'evidence.anchored') and e.at <= s.last
    union all select code, 'figure', decided_at from appraisal_layer_revision where assessment_id = $1 and layer = 'base' and version > 1
    union all select leaf.code, 'exemption', x.at
      from exemption x
      cross join lateral jsonb_object_keys(x.before || x.after) as k (code)
      join unnest($2::text[]) as leaf (code) on leaf.code = k.code or starts_with(leaf.code, k.code || '.')
      where (x.before ? k.code) <> (x.after ? k.code)
  )
  select c.code, array_agg(distinct c.kind order by c.kind) as kinds, max(c.at) as at
  from change c cross join submission s
  where c.at > s.first and c.code = any($2::text[])
  group by c.code`;
