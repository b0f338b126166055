/** The grants of `user_account u` as `RoleGrantView[]`, each with its agency. */
export const GRANTS_OF_U = `
  coalesce((
    select json_agg(json_build_object('role', g.role, 'agency',
      json_build_object('id', a.id, 'code', a.code, 'name', a.name, 'shortName', a.short_name)) order by g.role, a.code)
    from user_grant g join agency a on a.id = g.agency_id where g.user_id = u.id), '[]')`;
