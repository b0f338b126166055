import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table council_setting (
  cycle_id uuid not null constraint pk_council_setting primary key constraint fk_council_setting_cycle_id references cycle (id),
  blind_mode text not null,
  blind_threshold numeric(5,2) not null,
  set_by uuid not null constraint fk_council_setting_set_by references user_account (id),
  set_at timestamptz not null default now(),
  version int not null default 1,
  constraint ck_council_setting_blind_mode check (blind_mode in ('none', 'chosen', 'every')),
  constraint ck_council_setting_blind_threshold check (blind_threshold >= 0 and blind_threshold <= 100)
);
create index ix_council_setting_set_by on council_setting (set_by);

create table blind_appraisal (
  id uuid not null default gen_random_uuid() constraint pk_blind_appraisal primary key,
  item_id uuid not null constraint fk_blind_appraisal_item_id references council_item (id),
  first_id uuid not null constraint fk_blind_appraisal_first_id references user_account (id),
  second_id uuid not null constraint fk_blind_appraisal_second_id references user_account (id),
  max numeric(9,4) not null,
  threshold numeric(5,2) not null,
  state text not null default 'open',
  assigned_by uuid constraint fk_blind_appraisal_assigned_by references user_account (id),
  assigned_at timestamptz not null default now(),
  gap numeric(9,4),
  within_threshold boolean,
  proposal_id uuid constraint fk_blind_appraisal_proposal_id references council_proposal (id),
  compared_at timestamptz,
  withdrawn_by uuid constraint fk_blind_appraisal_withdrawn_by references user_account (id),
  withdrawn_reason text not null default '',
  version int not null default 1,
  constraint ck_blind_appraisal_state check (state in ('open', 'compared', 'withdrawn')),
  constraint ck_blind_appraisal_two check (first_id <> second_id),
  constraint ck_blind_appraisal_compared check ((state = 'compared') = (gap is not null) and (state = 'compared') = (compared_at is not null)),
  constraint ck_blind_appraisal_within check (within_threshold is not distinct from (gap * 100 <= threshold * max)),
  constraint ck_blind_appraisal_withdrawn check ((state = 'withdrawn') = (withdrawn_by is not null))
);
create index ix_blind_appraisal_item_id on blind_appraisal (item_id);
create unique index uq_blind_appraisal_item_id on blind_appraisal (item_id) where state <> 'withdrawn';
create index ix_blind_appraisal_first_id on blind_appraisal (first_id);
create index ix_blind_appraisal_second_id on blind_appraisal (second_id);
create index ix_blind_appraisal_assigned_by on blind_appraisal (assigned_by);
create index ix_blind_appraisal_proposal_id on blind_appraisal (proposal_id);
create index ix_blind_appraisal_withdrawn_by on blind_appraisal (withdrawn_by);

create table blind_opinion (
  blind_id uuid not null constraint fk_blind_opinion_blind_id references blind_appraisal (id),
  member_id uuid not null constraint fk_blind_opinion_member_id references user_account (id),
  kind text not null,
  answer jsonb,
  points numeric(9,4) not null,
  reason text not null,
  given_at timestamptz not null default now(),
  constraint pk_blind_opinion primary key (blind_id, member_id),
  constraint ck_blind_opinion_kind check (kind in ('accept', 'correct', 'award'))
);
create index ix_blind_opinion_member_id on blind_opinion (member_id);

create table council_acting_chair (
  assessment_id uuid not null constraint pk_council_acting_chair primary key constraint fk_council_acting_chair_assessment_id references assessment (id),
  user_id uuid not null constraint fk_council_acting_chair_user_id references user_account (id),
  named_by uuid not null constraint fk_council_acting_chair_named_by references user_account (id),
  reason text not null,
  named_at timestamptz not null default now(),
  version int not null default 1
);
create index ix_council_acting_chair_user_id on council_acting_chair (user_id);
create index ix_council_acting_chair_named_by on council_acting_chair (named_by);

alter table council_proposal drop constraint ck_council_proposal_kind;
alter table council_proposal add constraint ck_council_proposal_kind check (kind in ('agency', 'appraisal', 'blind', 'award'));
`;

/** What no command may do, whoever sends it. */
const REFUSALS = `
create trigger blind_opinion_written_once before update or delete or truncate on blind_opinion for each statement execute function refuse_change();
create trigger blind_appraisal_never_deleted before delete or truncate on blind_appraisal for each statement execute function refuse_change();
create trigger council_acting_chair_never_deleted before delete or truncate on council_acting_chair for each statement execute function refuse_change();
create trigger council_setting_never_deleted before delete or truncate on council_setting for each statement execute function refuse_change();

create function is_of_own_agency(person uuid, assessment uuid) returns boolean language sql stable as $$
  select exists (select from assessment a join user_grant g on g.agency_id = a.agency_id where a.id = assessment and g.user_id = person)
$$;

create function refuse_unfit_blind_appraisal() returns trigger language plpgsql as $$
declare
  item council_item;
begin
  select * into item from council_item where id = new.item_id;
  if is_of_own_agency(new.first_id, item.assessment_id) or is_of_own_agency(new.second_id, item.assessment_id) then
    raise exception 'a member decides nothing about the own agency' using errcode = 'restrict_violation';
  end if;
  if item.state <> 'voting' or new.state <> 'open'
    or (select count(*) from council_entitled e where e.item_id = new.item_id and e.user_id in (new.first_id, new.second_id)) <> 2 then
    raise exception 'no blind appraisal of item % by these two', new.item_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger blind_appraisal_fit before insert on blind_appraisal for each row execute function refuse_unfit_blind_appraisal();

create function keep_blind_appraisal() returns trigger language plpgsql as $$
begin
  if (new.item_id, new.first_id, new.second_id, new.max, new.threshold) is distinct from (old.item_id, old.first_id, old.second_id, old.max, old.threshold) then
    raise exception 'blind appraisal % keeps what it was given as', old.id using errcode = 'restrict_violation';
  end if;
  if old.state = 'withdrawn' or (old.state = 'compared' and ((new.state, new.gap) is distinct from (old.state, old.gap) or old.proposal_id is not null)) then
    raise exception 'blind appraisal % is settled', old.id using errcode = 'restrict_violation';
  end if;
  if new.state = 'compared' and (select count(*) from blind_opinion o where o.blind_id = new.id) <> 2 then
    raise exception 'blind appraisal % waits for both', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger blind_appraisal_settled before update on blind_appraisal for each row execute function keep_blind_appraisal();

create function refuse_foreign_blind_opinion() returns trigger language plpgsql as $$
begin
  if not exists (
    select from blind_appraisal b join council_item i on i.id = b.item_id
    where b.id = new.blind_id and b.state = 'open' and i.state = 'voting' and new.member_id in (b.first_id, b.second_id)
      and not is_of_own_agency(new.member_id, i.assessment_id)
  ) then
    raise exception 'no blind appraisal % by %', new.blind_id, new.member_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger blind_opinion_in_time before insert on blind_opinion for each row execute function refuse_foreign_blind_opinion();

create function wait_for_blind_appraisal() returns trigger language plpgsql as $$
declare
  item uuid := case when tg_table_name = 'council_item' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'item_id')::uuid end;
begin
  if (tg_table_name <> 'council_item' or to_jsonb(new) ->> 'state' = 'closed')
    and exists (select from blind_appraisal b where b.item_id = item and b.state = 'open') then
    raise exception 'item % waits for its blind appraisal', item using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger council_vote_after_blind before insert or update on council_vote for each row execute function wait_for_blind_appraisal();
create trigger council_proposal_after_blind before insert on council_proposal for each row execute function wait_for_blind_appraisal();
create trigger council_item_after_blind before update on council_item for each row execute function wait_for_blind_appraisal();

create function refuse_own_acting_chair() returns trigger language plpgsql as $$
begin
  if is_of_own_agency(new.user_id, new.assessment_id) or is_of_own_agency(new.named_by, new.assessment_id) then
    raise exception 'nobody leads, or names who leads, about the own agency' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger council_acting_chair_not_own before insert or update on council_acting_chair for each row execute function refuse_own_acting_chair();
`;

/** Two members appraise an item without seeing each other; who leads where every chair belongs to the agency. */
export class BlindAppraisal1764100020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(REFUSALS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger council_vote_after_blind on council_vote; drop trigger council_proposal_after_blind on council_proposal; drop trigger council_item_after_blind on council_item');
    await runner.query('drop table council_acting_chair, blind_opinion, blind_appraisal, council_setting');
    await runner.query('drop function refuse_own_acting_chair, wait_for_blind_appraisal, refuse_foreign_blind_opinion, keep_blind_appraisal, refuse_unfit_blind_appraisal, is_of_own_agency');
    await runner.query('alter table council_proposal drop constraint ck_council_proposal_kind');
    await runner.query(`alter table council_proposal add constraint ck_council_proposal_kind check (kind in ('agency', 'appraisal', 'award')) not valid`);
  }
}
