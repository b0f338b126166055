import { LAYERS } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import { ancestorsOf } from '../organisation/lineage.service';
import type { HintDocument } from './hint-facts';

/** An assessment of which hints are told. */
export interface HintedAssessment {
  readonly id: string;
  readonly agencyId: string;
  readonly cycleId: string;
  readonly year: number;
  readonly criteriaSetId: string;
  readonly submittedAt: Date | null;
}

export interface DeclaredRow {
  readonly assessmentId: string;
  readonly code: string;
  readonly answer: Answer | null;
  readonly points: string | null;
}

export interface GroupPointsRow {
  readonly cycleId: string;
  readonly criteriaSetId: string;
  readonly code: string;
  readonly points: readonly string[];
}

export interface PastRow {
  readonly agencyId: string;
  readonly code: string;
  readonly year: number;
  readonly criteriaSetId: string;
  readonly answer: Answer | null;
  readonly points: string | null;
}

export interface DocumentRow extends HintDocument {
  readonly assessmentId: string;
  readonly code: string;
}

export interface DismissalRow {
  readonly assessmentId: string;
  readonly code: string;
  readonly key: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** Handed in, with the set that it is scored with. To be followed by conditions on `a`, `p` and `s`. */
export const ASSESSMENTS = `
  select a.id, a.agency_id as "agencyId", a.cycle_id as "cycleId", c.year, p.criteria_set_id as "criteriaSetId", a.submitted_at as "submittedAt"
  from assessment a join cycle c on c.id = a.cycle_id join participant p on p.id = a.participant_id join criteria_set s on s.id = p.criteria_set_id
  where a.state not in ('drafting', 'awaiting-head')`;

/** Those of a group where criterion $3 is the actor's to see: $4 their agencies, $5 whether they read all, $6 for which they appraise. */
export const ACROSS = `${ASSESSMENTS}
  and a.cycle_id = $1 and s.group_code = $2 and not (a.agency_id = any($4::uuid[]))
  and not exists (select 1 from participant_exemption e where e.participant_id = p.id and ($3 = e.code or starts_with($3, e.code || '.')))
  and ($5 = 'all' or exists (select 1 from appraisal_assignment m where m.assessment_id = a.id and m.code = $3 and m.agency_id = any($6::uuid[])))
  order by a.id`;

export const DECLARED = 'select n.assessment_id as "assessmentId", n.code, n.answer, n.points from answer n where n.assessment_id = any($1::uuid[]) and n.answer is not null';

/** What everybody with the same set in the same cycle gives themselves, once it is handed in. */
export const GROUP_POINTS = `
  select a.cycle_id as "cycleId", p.criteria_set_id as "criteriaSetId", n.code, array_agg(n.points::text order by n.points, n.id) as points
  from assessment a join participant p on p.id = a.participant_id join answer n on n.assessment_id = a.id
  where (a.cycle_id, p.criteria_set_id) in (select b.cycle_id, q.criteria_set_id from assessment b join participant q on q.id = b.participant_id where b.id = any($1::uuid[]))
    and a.state not in ('drafting', 'awaiting-head') and n.points is not null and n.code = any($2::text[])
  group by 1, 2, 3`;

const HEIGHT = `case l.layer ${LAYERS.map((layer, height) => `when '${layer}' then ${height}`).join(' ')} end`;

/** What was in force of criteria $3 in published years before $2, for agencies $1 under this name or a former one; newest first. */
export const PAST = `
  with ${ancestorsOf('$1', '$2::int')}
  select n.agency_id as "agencyId", k.code, c.year, p.criteria_set_id as "criteriaSetId",
    case when l.id is not null then l.answer else d.answer end as answer, (case when l.id is not null then l.points else d.points end)::text as points
  from ancestor n join assessment a on a.agency_id = n.ancestor_id join cycle c on c.id = a.cycle_id join participant p on p.id = a.participant_id
  cross join unnest($3::text[]) as k(code)
  left join answer d on d.assessment_id = a.id and d.code = k.code
  left join lateral (select l.* from appraisal_layer l where l.assessment_id = a.id and l.code = k.code order by ${HEIGHT} desc limit 1) l on true
  where n.renamed and c.phase = 'published' and c.year < $2::int and (d.id is not null or l.id is not null)
  order by c.year desc, c.id, a.id`;

/** The documents of the self-assessment under criteria $2, each in the version that was handed in, and who else handed in the same bytes in the cycle. */
export const DOCUMENTS = `
  select l.assessment_id as "assessmentId", l.code, l.id as "linkId", d.title, to_char(d.issued_on, 'YYYY-MM-DD') as "issuedOn",
    coalesce(e.signatures, '[]') as signatures,
    coalesce((
      select array_agg(distinct g.name order by g.name)
      from evidence_file x join evidence_document o on o.id = x.document_id join evidence_link y on y.document_id = o.id and y.removed_at is null
        join assessment b on b.id = y.assessment_id and b.cycle_id = a.cycle_id and b.agency_id <> a.agency_id and b.state not in ('drafting', 'awaiting-head')
        join agency g on g.id = b.agency_id
      where x.sha256 = f.sha256 and y.round = 'self-assessment' and x.file_version = coalesce(y.pinned_file_version, x.file_version)), '{}') as "sharedWith"
  from evidence_link l join assessment a on a.id = l.assessment_id join evidence_document d on d.id = l.document_id
  left join lateral (
    select v.sha256 from evidence_file v where v.document_id = d.id and (l.pinned_file_version is null or v.file_version = l.pinned_file_version)
    order by v.file_version desc limit 1) f on true
  left join evidence_fact e on e.sha256 = f.sha256
  where l.assessment_id = any($1::uuid[]) and l.code = any($2::text[]) and l.removed_at is null and l.round = 'self-assessment'
  order by l.created_at, l.id`;

export const DISMISSALS = `
  select h.assessment_id as "assessmentId", h.code, h.hint_key as key, h.reason, u.full_name as by, h.dismissed_at as at
  from hint_dismissal h join user_account u on u.id = h.dismissed_by
  where h.assessment_id = any($1::uuid[]) and h.code = any($2::text[]) and h.restored_at is null`;
