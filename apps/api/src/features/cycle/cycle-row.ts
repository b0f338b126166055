import type { AgencyRef, CycleSetRef, Phase, PhaseWindow, SubstituteView } from '@par-index/contract';

/** A cycle with all that its view shows, as one query brings it. Times inside `windows` are text, as PostgreSQL writes them in JSON. */
export interface CycleRow {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly phase: Phase;
  readonly version: number;
  readonly now: Date;
  readonly leadAgency: AgencyRef;
  readonly windows: readonly PhaseWindow[];
  readonly sets: readonly CycleSetRef[];
  readonly substitutes: readonly SubstituteView[];
  readonly participantCount: number;
}

const agencyRef = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name, 'shortName', ${alias}.short_name)`;

/** Before the opening the participants are those that would be invited. To be followed by a condition on `c`. */
export const CYCLE_ROWS = `
  select c.id, c.year, c.title, c.phase, c.version, now() as now, ${agencyRef('l')} as "leadAgency",
    coalesce((
      select jsonb_agg(jsonb_build_object('phase', w.phase, 'opensAt', w.opens_at, 'deadlineAt', w.deadline_at, 'closeAt', w.close_at))
      from cycle_window w where w.cycle_id = c.id), '[]') as windows,
    coalesce((
      select jsonb_agg(jsonb_build_object('groupCode', g.code, 'groupName', g.name, 'criteriaSetId', s.id, 'title', s.title,
        'versionNumber', s.version_number) order by g.position)
      from cycle_set cs join agency_group g on g.code = cs.group_code join criteria_set s on s.id = cs.criteria_set_id
      where cs.cycle_id = c.id), '[]') as sets,
    coalesce((
      select jsonb_agg(jsonb_build_object('owner', ${agencyRef('o')}, 'substitute', ${agencyRef('r')}) order by o.code)
      from cycle_substitute cs join agency o on o.id = cs.owner_agency_id join agency r on r.id = cs.substitute_agency_id
      where cs.cycle_id = c.id), '[]') as substitutes,
    case c.phase
      when 'preparing' then (
        select count(*) from agency a join cycle_set cs on cs.group_code = a.group_code where cs.cycle_id = c.id and a.active)
      else (select count(*) from participant p where p.cycle_id = c.id)
    end::int as "participantCount"
  from cycle c join agency l on l.id = c.lead_agency_id`;
