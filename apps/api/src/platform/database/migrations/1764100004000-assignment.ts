import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of the assignment for a cycle, people beside agencies, delegation for absence, and the one definition of what is assigned, decided and left. */
const TABLES = `
create table cycle_assignment (
  id uuid not null default gen_random_uuid() constraint pk_cycle_assignment primary key,
  cycle_id uuid not null constraint fk_cycle_assignment_cycle_id references cycle (id),
  group_code text not null constraint fk_cycle_assignment_group_code references agency_group (code),
  code text not null,
  assessed_agency_id uuid constraint fk_cycle_assignment_assessed_agency_id references agency (id),
  agency_id uuid not null constraint fk_cycle_assignment_agency_id references agency (id),
  constraint ck_cycle_assignment_not_own check (assessed_agency_id is null or assessed_agency_id <> agency_id)
);
create index ix_cycle_assignment_group_code on cycle_assignment (group_code);
create index ix_cycle_assignment_assessed_agency_id on cycle_assignment (assessed_agency_id);
create index ix_cycle_assignment_agency_id on cycle_assignment (agency_id);
create unique index uq_cycle_assignment_place
  on cycle_assignment (cycle_id, group_code, code, assessed_agency_id) nulls not distinct;

alter table appraisal_assignment add person_id uuid constraint fk_appraisal_assignment_person_id references user_account (id);
create index ix_appraisal_assignment_person_id on appraisal_assignment (person_id);

create table appraisal_assignment_revision (
  id uuid not null default gen_random_uuid() constraint pk_appraisal_assignment_revision primary key,
  assignment_id uuid not null constraint fk_appraisal_assignment_revision_assignment_id references appraisal_assignment (id),
  from_agency_id uuid not null constraint fk_appraisal_assignment_revision_from_agency_id references agency (id),
  to_agency_id uuid not null constraint fk_appraisal_assignment_revision_to_agency_id references agency (id),
  from_person_id uuid constraint fk_appraisal_assignment_revision_from_person_id references user_account (id),
  to_person_id uuid constraint fk_appraisal_assignment_revision_to_person_id references user_account (id),
  reason text not null,
  changed_by uuid not null constraint fk_appraisal_assignment_revision_changed_by references user_account (id),
  changed_at timestamptz not null default now()
);
create index ix_appraisal_assignment_revision_assignment_id on appraisal_assignment_revision (assignment_id);
create index ix_appraisal_assignment_revision_from_agency_id on appraisal_assignment_revision (from_agency_id);
create index ix_appraisal_assignment_revision_to_agency_id on appraisal_assignment_revision (to_agency_id);
create index ix_appraisal_assignment_revision_from_person_id on appraisal_assignment_revision (from_person_id);
create index ix_appraisal_assignment_revision_to_person_id on appraisal_assignment_revision (to_person_id);
create index ix_appraisal_assignment_revision_changed_by on appraisal_assignment_revision (changed_by);

create table delegation (
  id uuid not null default gen_random_uuid() constraint pk_delegation primary key,
  kind text not null constraint ck_delegation_kind check (kind in ('appraisal', 'sign-off')),
  agency_id uuid not null constraint fk_delegation_agency_id references agency (id),
  from_user_id uuid not null constraint fk_delegation_from_user_id references user_account (id),
  to_user_id uuid not null constraint fk_delegation_to_user_id references user_account (id),
  starts_on date not null,
  ends_on date not null,
  reason text not null,
  created_by uuid not null constraint fk_delegation_created_by references user_account (id),
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid constraint fk_delegation_revoked_by references user_account (id),
  revoke_reason text,
  version int not null default 1,
  constraint ck_delegation_people check (from_user_id <> to_user_id),
  constraint ck_delegation_days check (starts_on <= ends_on),
  constraint ck_delegation_revoked check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null))
);
create index ix_delegation_agency_id on delegation (agency_id);
create index ix_delegation_from_user_id on delegation (from_user_id);
create index ix_delegation_to_user_id on delegation (to_user_id);
create index ix_delegation_created_by on delegation (created_by);
create index ix_delegation_revoked_by on delegation (revoked_by);

alter table appraisal_layer add acted_for uuid constraint fk_appraisal_layer_acted_for references user_account (id);
create index ix_appraisal_layer_acted_for on appraisal_layer (acted_for);
alter table appraisal_layer_revision add acted_for uuid constraint fk_appraisal_layer_revision_acted_for references user_account (id);
create index ix_appraisal_layer_revision_acted_for on appraisal_layer_revision (acted_for);
`;

/** Nobody is given the own agency, neither as an agency nor as a person, and nobody decides it. */
const REFUSALS = `
create function belongs_to(person uuid, agency uuid) returns boolean language sql stable as $$
  select exists (select 1 from user_grant where user_id = person and agency_id = agency)
$$;

create or replace function refuse_own_appraisal() returns trigger language plpgsql as $$
declare
  assessed uuid := (select agency_id from assessment where id = new.assessment_id);
begin
  if assessed = new.agency_id then
    raise exception 'agency % cannot appraise itself', new.agency_id using errcode = 'restrict_violation';
  end if;
  if new.person_id is not null and belongs_to(new.person_id, assessed) then
    raise exception 'person % belongs to the assessed agency', new.person_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function refuse_own_decision() returns trigger language plpgsql as $$
begin
  if new.layer in ('appraisal-1', 'appraisal-2')
      and belongs_to(new.decided_by, (select agency_id from assessment where id = new.assessment_id)) then
    raise exception 'person % belongs to the assessed agency', new.decided_by using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger appraisal_layer_not_own before insert or update on appraisal_layer
  for each row execute function refuse_own_decision();

create trigger appraisal_assignment_revision_written_once before update or delete or truncate on appraisal_assignment_revision
  for each statement execute function refuse_change();
create trigger appraisal_assignment_never_deleted before delete or truncate on appraisal_assignment
  for each statement execute function refuse_change();
create trigger delegation_never_deleted before delete or truncate on delegation
  for each statement execute function refuse_change();

create function keep_delegation() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null
      or (new.kind, new.agency_id, new.from_user_id, new.to_user_id, new.starts_on, new.ends_on, new.reason, new.created_by, new.created_at)
      is distinct from (old.kind, old.agency_id, old.from_user_id, old.to_user_id, old.starts_on, old.ends_on, old.reason, old.created_by, old.created_at) then
    raise exception 'delegation % is only ever taken back', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger delegation_kept before update on delegation for each row execute function keep_delegation();
`;

const VIEWS = `
create view active_delegation as
select id, kind, agency_id, from_user_id, to_user_id, ends_on
from delegation
where revoked_at is null and (now() at time zone 'Asia/Ho_Chi_Minh')::date between starts_on and ends_on;

create function can_appraise(person uuid, department uuid, assessed uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from user_account u join user_grant g on g.user_id = u.id
    where u.id = person and u.active and g.agency_id = department and g.role in ('appraiser', 'home-affairs'))
    and not belongs_to(person, assessed)
$$;

create view assigned_criterion as
select t.id, t.assessment_id, t.code, t.agency_id,
  case when t.person_id is not null and can_appraise(t.person_id, t.agency_id, a.agency_id) then t.person_id end as person_id,
  a.cycle_id, a.agency_id as assessed_agency_id, a.participant_id,
  l.decided_by, l.id is not null as is_decided,
  l.id is null and a.state = 'submitted' and c.phase = 'appraisal' as is_left,
  exists (
    select 1 from appraisal_layer w where w.assessment_id = t.assessment_id and w.code = t.code and w.explanation_wanted) as is_explanation_wanted
from appraisal_assignment t
join assessment a on a.id = t.assessment_id
join cycle c on c.id = a.cycle_id
left join appraisal_layer l on l.assessment_id = t.assessment_id and l.code = t.code and l.layer = 'appraisal-1'
where not exists (
  select 1 from participant_exemption e
  where e.participant_id = a.participant_id and (t.code = e.code or starts_with(t.code, e.code || '.')));
`;

const DOWN = `
drop view assigned_criterion;
drop view active_delegation;
drop function can_appraise;
drop trigger appraisal_assignment_never_deleted on appraisal_assignment;
drop trigger appraisal_layer_not_own on appraisal_layer;
drop function refuse_own_decision;
create or replace function refuse_own_appraisal() returns trigger language plpgsql as $$
begin
  if exists (select 1 from assessment where id = new.assessment_id and agency_id = new.agency_id) then
    raise exception 'agency % cannot appraise itself', new.agency_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
drop function belongs_to;
alter table appraisal_layer_revision drop acted_for;
alter table appraisal_layer drop acted_for;
drop table delegation, appraisal_assignment_revision, cycle_assignment;
drop function keep_delegation;
alter table appraisal_assignment drop person_id;
`;

export class Assignment1764100004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(REFUSALS);
    await runner.query(VIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
