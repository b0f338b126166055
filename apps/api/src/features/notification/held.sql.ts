/**
 * Who may act in which role at which agency today: the grants of people who are there, and a head's by whoever stands in for the signature
 * (as `HELD_BY_U` of the sessions). Columns `user_id`, `role`, `agency_id`.
 */
export const HELD = `(
  select g.user_id, g.role, g.agency_id
  from user_grant g join user_account u on u.id = g.user_id
  where u.active
  union
  select d.to_user_id, 'agency-head', d.agency_id
  from active_delegation d
  join user_account u on u.id = d.to_user_id and u.active
  join user_account f on f.id = d.from_user_id and f.active
  join user_grant h on h.user_id = f.id and h.agency_id = d.agency_id and h.role = 'agency-head'
  where d.kind = 'sign-off'
    and exists (select from user_grant m where m.user_id = u.id and m.agency_id = d.agency_id and m.role <> 'admin'))`;

/** The own agency beats every role: `person` belongs to `agency`. */
export const belongs = (person: string, agency: string): string => `exists (select from user_grant own where own.user_id = ${person} and own.agency_id = ${agency})`;
