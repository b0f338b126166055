import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
create table participant_extension (
  id uuid not null default gen_random_uuid() constraint pk_participant_extension primary key,
  participant_id uuid not null constraint fk_participant_extension_participant_id references participant (id),
  phase text not null,
  deadline_at timestamptz not null,
  close_at timestamptz not null,
  reason text not null,
  granted_by uuid constraint fk_participant_extension_granted_by references user_account (id),
  granted_at timestamptz not null default now(),
  superseded_at timestamptz,
  constraint ck_participant_extension_phase check (phase in ('self-assessment', 'explanation', 'preliminary')),
  constraint ck_participant_extension_dates check (deadline_at <= close_at),
  constraint ck_participant_extension_reason check (btrim(reason) <> '')
);
create index ix_participant_extension_participant_id on participant_extension (participant_id);
create index ix_participant_extension_granted_by on participant_extension (granted_by);
create unique index uq_participant_extension_standing on participant_extension (participant_id, phase) where superseded_at is null;
`;

/** What was granted stays as it was granted: another one may take its place, once, and nothing else. */
const REFUSALS = `
create function keep_extension() returns trigger language plpgsql as $$
begin
  if old.superseded_at is not null or new.superseded_at is null
      or (new.id, new.participant_id, new.phase, new.deadline_at, new.close_at, new.reason, new.granted_by, new.granted_at)
        is distinct from (old.id, old.participant_id, old.phase, old.deadline_at, old.close_at, old.reason, old.granted_by, old.granted_at) then
    raise exception 'extension % stays as it was granted', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger participant_extension_kept before update on participant_extension for each row execute function keep_extension();
create trigger participant_extension_never_deleted before delete or truncate on participant_extension
  for each statement execute function refuse_change();
`;

/**
 * Every extension of the audit log, for the phase in which it was granted. What stands on the participant and is not in the log (or served the
 * explanation as well, since its deadline was beyond that of the explanation) follows.
 */
const CARRIED_OVER = `
insert into participant_extension (participant_id, phase, deadline_at, close_at, reason, granted_by, granted_at, superseded_at)
select g.*, lead(g.granted_at) over (partition by g.participant_id, g.phase order by g.granted_at) from (
  select p.id as participant_id,
    case when e.at >= (select min(o.at) from audit_event o where o.event = 'cycle.phase-opened' and o.cycle_id = p.cycle_id and o.payload->>'to' = 'explanation')
      then 'explanation' else 'self-assessment' end as phase,
    (e.payload->>'deadlineAt')::timestamptz as deadline_at, (e.payload->>'closeAt')::timestamptz as close_at, e.payload->>'reason' as reason,
    u.id as granted_by, e.at as granted_at
  from audit_event e join participant p on p.id = e.subject_id left join user_account u on u.id = e.actor_id
  where e.event = 'participant.extended'
) g;

insert into participant_extension (participant_id, phase, deadline_at, close_at, reason)
select p.id, 'self-assessment', p.extension_deadline_at, p.extension_close_at, p.extension_reason
from participant p
where p.extension_close_at is not null and not exists (select from participant_extension x where x.participant_id = p.id);

insert into participant_extension (participant_id, phase, deadline_at, close_at, reason)
select p.id, 'explanation', p.extension_deadline_at, p.extension_close_at, p.extension_reason
from participant p
join cycle_window w on w.cycle_id = p.cycle_id and w.phase = 'explanation'
where p.extension_deadline_at > w.deadline_at
  and not exists (select from participant_extension x where x.participant_id = p.id and x.phase = 'explanation' and x.superseded_at is null);
`;

/**
 * When an agency works on one phase: the cycle's dates, or its own. While the phase is at work (or ahead) an own date never shortens the
 * cycle's, also where the cycle's is moved later afterwards; once the cycle has gone on, the own one alone says until when.
 */
const WINDOWS = `
create function agency_window(participant uuid, phase text)
  returns table (opens_at timestamptz, deadline_at timestamptz, close_at timestamptz, extended boolean) language sql stable as $$
  select w.opens_at,
    case when x.id is null then w.deadline_at when n.gone_on then x.deadline_at else greatest(x.deadline_at, w.deadline_at) end,
    case when x.id is null then w.close_at when n.gone_on then x.close_at else greatest(x.close_at, w.close_at) end,
    x.id is not null
  from participant p
  join cycle c on c.id = p.cycle_id
  join cycle_window w on w.cycle_id = c.id and w.phase = $2
  left join participant_extension x on x.participant_id = p.id and x.phase = $2 and x.superseded_at is null
  cross join lateral (select c.phase = case $2 when 'self-assessment' then 'appraisal' when 'explanation' then 'reappraisal' end as gone_on) n
  where p.id = $1
$$;

create or replace function explanation_window(assessment uuid)
  returns table (opens_at timestamptz, deadline_at timestamptz, close_at timestamptz, extended boolean) language sql stable as $$
  select w.* from assessment a cross join lateral agency_window(a.participant_id, 'explanation') w where a.id = $1
$$;
`;

/** The extension that holds, as it is shown: one definition for every page that names it. */
const SHOWN = `
create function extension_in_force(participant uuid, phase text) returns jsonb language sql stable as $$
  select jsonb_build_object('phase', x.phase,
    'deadlineAt', to_char(x.deadline_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'closeAt', to_char(x.close_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'reason', x.reason, 'grantedBy', u.full_name,
    'grantedAt', to_char(x.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from participant_extension x left join user_account u on u.id = x.granted_by
  where x.participant_id = $1 and x.phase = $2 and x.superseded_at is null
$$;
`;

const WINDOWS_BEFORE = `
create or replace function explanation_window(assessment uuid)
  returns table (opens_at timestamptz, deadline_at timestamptz, close_at timestamptz, extended boolean) language sql stable as $$
  select w.opens_at,
    case when x.is_later then p.extension_deadline_at else w.deadline_at end,
    case when x.is_later then greatest(p.extension_close_at, w.close_at) else w.close_at end,
    x.is_later
  from assessment a
  join participant p on p.id = a.participant_id
  join cycle_window w on w.cycle_id = a.cycle_id and w.phase = 'explanation'
  cross join lateral (select coalesce(p.extension_deadline_at > w.deadline_at, false) as is_later) x
  where a.id = assessment
$$;
drop function agency_window, extension_in_force;
`;

const COLUMNS = `
alter table participant add extension_deadline_at timestamptz, add extension_close_at timestamptz, add extension_reason text;
alter table participant add constraint ck_participant_extension check (
  (extension_deadline_at is null and extension_close_at is null and extension_reason is null)
  or (extension_deadline_at is not null and extension_close_at is not null and extension_reason is not null
    and extension_deadline_at <= extension_close_at));
update participant p set extension_deadline_at = x.deadline_at, extension_close_at = x.close_at, extension_reason = x.reason
from (
  select distinct on (participant_id) * from participant_extension
  where superseded_at is null and phase <> 'preliminary' order by participant_id, granted_at desc, phase
) x where x.participant_id = p.id;
`;

const NO_COLUMNS = 'alter table participant drop constraint ck_participant_extension, drop extension_deadline_at, drop extension_close_at, drop extension_reason';

/** An extension belongs to one agency and one phase, with who granted it; a later one of the same phase takes its place and erases nothing. */
export class ExtensionsByPhase1764100021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(CARRIED_OVER);
    await runner.query(REFUSALS);
    await runner.query(WINDOWS);
    await runner.query(SHOWN);
    await runner.query(NO_COLUMNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(WINDOWS_BEFORE);
    await runner.query('drop table participant_extension; drop function keep_extension');
  }
}
