/**
 * Who is where. The one place in which the cycle reads tables of the features to its right: counters over a whole cycle have to be
 * made by the database. `$1` is the cycle, the last parameter its counted leaves: `setId, code, excludesNotApplicable`.
 */
const LEAVES = `jsonb_to_recordset($10::jsonb) as leaf("setId" uuid, code text, "excludesNotApplicable" boolean)`;

const exempted = (code: string): string =>
  `exists (select 1 from participant_exemption x
    where x.participant_id = p.id and (${code} = x.code or starts_with(${code}, x.code || '.')))`;

/** A leaf that does not apply stands on neither side of «answered of to answer». */
const answerCounts = `
  select count(*) filter (where an.answer is not null)::int as answered, count(*)::int as to_answer
  from ${LEAVES}
  left join answer an on an.assessment_id = a.id and an.code = leaf.code
  where leaf."setId" = p.criteria_set_id and not ${exempted('leaf.code')}
    and not (leaf."excludesNotApplicable" and coalesce(an.answer @> '{"notApplicable": true}', false))`;

const decisionCounts = `
  select (count(*) filter (where t.is_decided))::int as decided, count(*)::int as to_decide
  from assigned_criterion t where t.assessment_id = a.id`;

const exemptions = `
  select coalesce(jsonb_agg(jsonb_build_object('code', x.code, 'reason', x.reason) order by x.code), '[]') as list
  from participant_exemption x where x.participant_id = p.id`;

/** Those that hold, as `ExtensionView`. */
const extensions = `
  select coalesce(jsonb_agg(x.view order by x.place) filter (where x.view is not null), '[]') as list
  from (
    select extension_in_force(p.id, e.phase) as view, e.place
    from unnest(array['self-assessment', 'explanation', 'preliminary']) with ordinality as e(phase, place)) x`;

/** Of assessment `a`: whether its agency has a deadline of its own for a phase. */
export const extendedFor = (phase: string): string =>
  `exists (select from participant_extension x where x.participant_id = a.participant_id and x.superseded_at is null and x.phase = ${phase}::text)`;

const meeting = (conditions: string): string => `
    from participant p
    join assessment a on a.participant_id = p.id
    join agency g on g.id = p.agency_id
    join agency_group gr on gr.code = g.group_code
    where p.cycle_id = $1 and ${conditions}`;

export const progressCount = (conditions: string): string => `select count(*)::int as total ${meeting(conditions)}`;

/** By group, then by name in Vietnamese order; `page` limits it. */
export const progressRows = (conditions: string, page: string): string => `
  select page.*, answers.answered, answers.to_answer as "toAnswer", decisions.decided,
    decisions.to_decide as "toDecide", exempt.list as exemptions, extended.list as extensions
  from (
    select a.id as "assessmentId", jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency,
      g.group_code as "groupCode", a.state, a.submitted_at as "submittedAt", a.late, a.not_submitted as "notSubmitted",
      p.id as participant_id, p.criteria_set_id, p.version as "participantVersion",
      row_number() over (order by gr.position, g.name collate "vi-x-icu", g.id) as place
    ${meeting(conditions)}
    ${page}
  ) page
  cross join lateral (select page."assessmentId" as id) a
  cross join lateral (select page.participant_id as id, page.criteria_set_id) p
  cross join lateral (${answerCounts}) answers
  cross join lateral (${decisionCounts}) decisions
  cross join lateral (${exemptions}) exempt
  cross join lateral (${extensions}) extended
  order by page.place`;

export const PROGRESS_SUMMARY = `
  select a.state, count(*)::int as count, (count(*) filter (where a.late))::int as late,
    (count(*) filter (where a.not_submitted))::int as "notSubmitted",
    (count(*) filter (where ${extendedFor('$2')}))::int as extended
  from assessment a
  where a.cycle_id = $1
  group by a.state`;
