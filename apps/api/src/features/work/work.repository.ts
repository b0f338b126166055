import { Injectable } from '@nestjs/common';
import type { Role } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { AppraisalRow, CycleRow, ExplainingRow, OversightRow, OwnAssessmentRow, OwnLeaf, PetitionsRow, VotingRow } from './work-rows';

const exempted = (participant: string, code: string): string =>
  `exists (select 1 from participant_exemption x
    where x.participant_id = ${participant} and (${code} = x.code or starts_with(${code}, x.code || '.')))`;

/** As `missingItemsOf` of the assessment, counted by the database: neither figures nor a note, or required evidence that is not there. */
const LEFT = `
  select a.id, count(distinct leaf.code)::int as left
  from assessment a
  join participant p on p.id = a.participant_id
  join jsonb_to_recordset($2::jsonb) as leaf("setId" uuid, code text, scored boolean, "evidenceRequired" boolean)
    on leaf."setId" = p.criteria_set_id
  left join answer an on an.assessment_id = a.id and an.code = leaf.code
  where a.id = any($1) and not ${exempted('p.id', 'leaf.code')} and (
    (leaf.scored and an.answer is null and btrim(coalesce(an.note, '')) = '')
    or (leaf."evidenceRequired" and an.answer is not null and btrim(an.evidence_explanation) = ''
      and coalesce(an.points, case when an.answer ? 'notApplicable' then 0 else 1 end) <> 0
      and not exists (
        select 1 from evidence_link k join evidence_document d on d.id = k.document_id
        where k.assessment_id = a.id and k.code = leaf.code and k.removed_at is null
          and (d.url is not null or d.document_number <> '' or exists (select 1 from evidence_file f where f.document_id = d.id)))))
  group by a.id`;

const EXPLAINING = `
  select a.id, a.cycle_id as "cycleId", a.agency_id as "agencyId", g.name as "agencyName", c.phase,
    w.opens_at as "opensAt", w.deadline_at as "deadlineAt", w.close_at as "closeAt", w.extended,
    (select count(*) from explanation e where e.assessment_id = a.id and e.stance = 'explain')::int as explained,
    (select count(*) from appraisal_layer l
      where l.assessment_id = a.id and l.layer = 'appraisal-1' and l.explanation_wanted and not exists (
        select from explanation e where e.assessment_id = a.id and e.code = l.code and (e.stance = 'agree' or btrim(e.text) <> '')))::int as questions
  from assessment a
  join cycle c on c.id = a.cycle_id
  join agency g on g.id = a.agency_id
  cross join lateral explanation_window(a.id) w
  where a.agency_id = any($1) and a.state = 'explaining' and c.phase in ('explanation', 'reappraisal')`;

/** Counters over whole cycles, made by the database: this feature reads what all the others have written, and writes nothing. */
/** Of whom somebody signs and answers petitions. */
export interface PetitionReader {
  readonly headOf: readonly string[];
  readonly answersAs: readonly Role[];
  readonly own: readonly string[];
}

@Injectable()
export class WorkRepository {
  /** Those that are not published yet and the newest published one, the newest year first. */
  listCycles(em: EntityManager): Promise<readonly CycleRow[]> {
    return em.query(`
      select c.id, c.year, c.title, c.phase, l.name as "leadAgency", w.deadline_at as "deadlineAt", w.close_at as "closeAt", now() as now
      from cycle c
      join agency l on l.id = c.lead_agency_id
      left join cycle_window w on w.cycle_id = c.id and w.phase = c.phase
      where c.phase <> 'published' or c.id = (select id from cycle where phase = 'published' order by year desc, title limit 1)
      order by c.year desc, c.title`);
  }

  /** Of these agencies, in cycles in which own work can still be open. */
  listUnsubmitted(em: EntityManager, agencyIds: readonly string[]): Promise<readonly OwnAssessmentRow[]> {
    return em.query(
      `select a.id, a.cycle_id as "cycleId", a.agency_id as "agencyId", g.name as "agencyName",
         p.criteria_set_id as "criteriaSetId", c.phase, a.state,
         a.returned_reason as reason, w.opens_at as "opensAt", w.deadline_at as "deadlineAt", w.close_at as "closeAt", w.extended
       from assessment a
       join participant p on p.id = a.participant_id
       join cycle c on c.id = a.cycle_id and c.phase in ('self-assessment', 'appraisal')
       cross join lateral agency_window(p.id, 'self-assessment') w
       join agency g on g.id = a.agency_id
       where a.agency_id = any($1) and a.state in ('drafting', 'awaiting-head')`,
      [agencyIds],
    );
  }

  /** Of these agencies: those that may explain. */
  listExplaining(em: EntityManager, agencyIds: readonly string[]): Promise<readonly ExplainingRow[]> {
    return em.query(EXPLAINING, [agencyIds]);
  }

  /** By assessment, how many criteria stand between it and sending; those with nothing left are not named. */
  async countLeft(em: EntityManager, assessmentIds: readonly string[], leaves: readonly OwnLeaf[]): Promise<ReadonlyMap<string, number>> {
    const rows: readonly { readonly id: string; readonly left: number }[] = await em.query(LEFT, [assessmentIds, JSON.stringify(leaves)]);
    return new Map(rows.map(({ id, left }) => [id, left]));
  }

  /** For each of these agencies that still has something to appraise: what is given to the person, to whom they stand in for, or to nobody in particular. */
  listToAppraise(em: EntityManager, userId: string, agencyIds: readonly string[]): Promise<readonly AppraisalRow[]> {
    return em.query(
      `select u."cycleId", g.name as "agencyName", u.agencies, u.left
       from (
         select t.cycle_id as "cycleId", t.agency_id, count(distinct t.assessment_id)::int as agencies, count(*)::int as left
         from assigned_criterion t
         where t.is_left and t.agency_id = any($1) and (t.person_id is null or t.person_id = $2 or exists (
           select from active_delegation d
           where d.kind = 'appraisal' and d.to_user_id = $2 and d.from_user_id = t.person_id and d.agency_id = t.agency_id))
         group by t.cycle_id, t.agency_id
       ) u join agency g on g.id = u.agency_id`,
      [agencyIds, userId],
    );
  }

  /** What the head of the first agencies has to sign, and what whoever answers petitions has to answer: those of others, the lead agency's own by the chair. */
  listPetitions(em: EntityManager, { headOf, answersAs, own }: PetitionReader): Promise<readonly PetitionsRow[]> {
    return em.query(PETITIONS, [headOf, answersAs.includes('home-affairs'), answersAs.includes('council-chair'), own]);
  }

  /** What surveys propose and the person may decide: of no agency of their own, at the lead agency as its substitute. */
  listSurveyProposals(em: EntityManager, userId: string): Promise<readonly PetitionsRow[]> {
    return em.query(SURVEY_PROPOSALS, [userId]);
  }

  /**
   * Items whose vote is open, on whose list the person is, and on which they have not voted; those that two members appraise blind wait, and
   * count for the one of the two who has not appraised. Never of an agency of their own.
   */
  listToVote(em: EntityManager, userId: string): Promise<readonly VotingRow[]> {
    return em.query(
      `select i.cycle_id as "cycleId", count(*) filter (where b.id is null)::int as left,
         count(*) filter (where $1 in (b.first_id, b.second_id) and not exists (select from blind_opinion o where o.blind_id = b.id and o.member_id = $1))::int as blind
       from council_entitled e
       join council_item i on i.id = e.item_id and i.state = 'voting'
       join assessment a on a.id = i.assessment_id
       join cycle c on c.id = i.cycle_id and c.phase in ('council', 'preliminary')
       left join blind_appraisal b on b.item_id = i.id and b.state = 'open'
       where e.user_id = $1
         and not exists (select from council_vote v where v.item_id = i.id and v.user_id = $1)
         and not exists (select from user_grant own where own.user_id = $1 and own.agency_id = a.agency_id)
       group by i.cycle_id`,
      [userId],
    );
  }

  /** For every cycle that is under way. */
  listOversight(em: EntityManager): Promise<readonly OversightRow[]> {
    return em.query(`
      select c.id as "cycleId",
        (select count(*) from assessment a where a.cycle_id = c.id and a.state in ('drafting', 'awaiting-head'))::int as "notSubmitted",
        coalesce(u.left, 0)::int as undecided
      from cycle c
      left join (select t.cycle_id, count(*) as left from assigned_criterion t where t.is_left group by t.cycle_id) u on u.cycle_id = c.id
      where c.phase not in ('preparing', 'published')`);
  }
}

const SURVEY_PROPOSALS = `
  select a.cycle_id as "cycleId", 'decide-survey-proposals' as kind, null::uuid as "assessmentId", l.name as "agencyName", count(*)::int as count,
    null::timestamptz as "deadlineAt", null::timestamptz as "closeAt"
  from survey_proposal p join assessment a on a.id = p.assessment_id join cycle c on c.id = a.cycle_id join agency l on l.id = c.lead_agency_id
  where p.state = 'open' and c.phase not in ('preliminary', 'published')
    and not exists (select from user_grant own where own.user_id = $1 and own.agency_id = a.agency_id)
    and case when a.agency_id = c.lead_agency_id
      then exists (select from cycle_substitute s join user_grant g on g.agency_id = s.substitute_agency_id and g.role = 'appraiser' and g.user_id = $1
        where s.cycle_id = c.id and s.owner_agency_id = c.lead_agency_id)
      else exists (select from user_grant g where g.user_id = $1 and g.role = 'home-affairs') end
  group by a.cycle_id, l.name`;

const PETITIONS = `
  select t.cycle_id as "cycleId", 'file-petitions' as kind, t.assessment_id as "assessmentId", g.name as "agencyName", count(*)::int as count,
    min(w.deadline_at) as "deadlineAt", min(w.close_at) as "closeAt"
  from petition t join assessment a on a.id = t.assessment_id join agency g on g.id = a.agency_id join cycle c on c.id = t.cycle_id
  left join lateral agency_window(a.participant_id, 'preliminary') w on true
  where t.state = 'draft' and c.phase = 'preliminary' and a.agency_id = any($1::uuid[]) and coalesce(w.close_at >= now(), true)
  group by t.cycle_id, t.assessment_id, g.name
  union all
  select t.cycle_id, 'answer-petitions', null, l.name, count(*)::int, null, null
  from petition t join assessment a on a.id = t.assessment_id join cycle c on c.id = t.cycle_id join agency l on l.id = c.lead_agency_id
  where t.state = 'filed' and c.phase = 'preliminary' and a.agency_id <> all($4::uuid[])
    and case when a.agency_id = c.lead_agency_id then $3::boolean else $2::boolean end
  group by t.cycle_id, l.name`;
