/** The grants of `user_account u` as `RoleGrantView[]`, each with its agency. */
export const GRANTS_OF_U = `
  coalesce((
    select json_agg(json_build_object('role', g.role, 'agency',
      json_build_object('id', a.id, 'code', a.code, 'name', a.name, 'shortName', a.short_name)) order by g.role, a.code)
    from user_grant g join agency a on a.id = g.agency_id where g.user_id = u.id), '[]')`;

/**
 * What `user_account u` may act as now: the own grants, and a head's who left the signature to them for these days. That ends at once when the
 * head is no longer one, or when either has left the agency.
 */
export const HELD_BY_U = `
  coalesce((
    select json_agg(held.grant order by held.role, held.code)
    from (
      select g.role, a.code, jsonb_build_object('role', g.role, 'agency',
        jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name, 'shortName', a.short_name)) as grant
      from user_grant g join agency a on a.id = g.agency_id where g.user_id = u.id
      union all
      select 'agency-head', a.code, jsonb_build_object('role', 'agency-head', 'agency',
        jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name, 'shortName', a.short_name),
        'actingFor', jsonb_build_object('id', f.id, 'fullName', f.full_name, 'endsOn', d.ends_on))
      from active_delegation d
      join agency a on a.id = d.agency_id
      join user_account f on f.id = d.from_user_id and f.active
      join user_grant h on h.user_id = f.id and h.agency_id = d.agency_id and h.role = 'agency-head'
      where d.kind = 'sign-off' and d.to_user_id = u.id
        and exists (select from user_grant m where m.user_id = u.id and m.agency_id = d.agency_id and m.role <> 'admin')
        and not exists (select from user_grant o where o.user_id = u.id and o.agency_id = d.agency_id and o.role = 'agency-head')
    ) held), '[]')`;
