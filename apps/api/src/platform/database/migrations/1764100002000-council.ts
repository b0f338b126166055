import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table council_item (
  id uuid not null default gen_random_uuid() constraint pk_council_item primary key,
  cycle_id uuid not null constraint fk_council_item_cycle_id references cycle (id),
  assessment_id uuid not null constraint fk_council_item_assessment_id references assessment (id),
  code text not null,
  origin text not null,
  reason text not null default '',
  state text not null default 'gathered',
  opened_by uuid constraint fk_council_item_opened_by references user_account (id),
  opened_at timestamptz not null default now(),
  outcome text,
  carried_id uuid,
  chair_reason text not null default '',
  closed_by uuid constraint fk_council_item_closed_by references user_account (id),
  closed_at timestamptz,
  version int not null default 1,
  constraint ck_council_item_origin check (origin in ('disagreement', 'referral')),
  constraint ck_council_item_state check (state in ('gathered', 'voting', 'closed')),
  constraint ck_council_item_outcome check (outcome in ('majority', 'chair', 'stands')),
  constraint ck_council_item_closed check ((state = 'closed') = (outcome is not null) and (state = 'closed') = (closed_at is not null))
);
create index ix_council_item_cycle_id_state on council_item (cycle_id, state);
create index ix_council_item_assessment_id_code on council_item (assessment_id, code);
create index ix_council_item_opened_by on council_item (opened_by);
create index ix_council_item_closed_by on council_item (closed_by);
create unique index uq_council_item_open on council_item (assessment_id, code) where state <> 'closed';

create table council_entitled (
  item_id uuid not null constraint fk_council_entitled_item_id references council_item (id),
  user_id uuid not null constraint fk_council_entitled_user_id references user_account (id),
  constraint pk_council_entitled primary key (item_id, user_id)
);
create index ix_council_entitled_user_id on council_entitled (user_id);

create table council_proposal (
  id uuid not null default gen_random_uuid() constraint pk_council_proposal primary key,
  item_id uuid not null constraint fk_council_proposal_item_id references council_item (id),
  kind text not null,
  decision_kind text not null,
  answer jsonb,
  points numeric(9,4),
  reason text not null default '',
  proposed_by uuid constraint fk_council_proposal_proposed_by references user_account (id),
  proposed_at timestamptz not null default now(),
  constraint ck_council_proposal_kind check (kind in ('agency', 'appraisal', 'award')),
  constraint ck_council_proposal_decision_kind check (decision_kind in ('accept', 'correct', 'award')),
  constraint ck_council_proposal_by check ((kind = 'award') = (proposed_by is not null))
);
create index ix_council_proposal_item_id on council_proposal (item_id);
create index ix_council_proposal_proposed_by on council_proposal (proposed_by);
alter table council_item add constraint fk_council_item_carried_id foreign key (carried_id) references council_proposal (id);
create index ix_council_item_carried_id on council_item (carried_id);

create table council_vote (
  item_id uuid not null constraint fk_council_vote_item_id references council_item (id),
  user_id uuid not null constraint fk_council_vote_user_id references user_account (id),
  proposal_id uuid not null constraint fk_council_vote_proposal_id references council_proposal (id),
  voted_at timestamptz not null default now(),
  version int not null default 1,
  constraint pk_council_vote primary key (item_id, user_id)
);
create index ix_council_vote_user_id on council_vote (user_id);
create index ix_council_vote_proposal_id on council_vote (proposal_id);

create table council_vote_revision (
  id uuid not null default gen_random_uuid() constraint pk_council_vote_revision primary key,
  item_id uuid not null constraint fk_council_vote_revision_item_id references council_item (id),
  user_id uuid not null constraint fk_council_vote_revision_user_id references user_account (id),
  proposal_id uuid not null constraint fk_council_vote_revision_proposal_id references council_proposal (id),
  version int not null,
  voted_at timestamptz not null default now()
);
create unique index uq_council_vote_revision_item_id_user_id_version on council_vote_revision (item_id, user_id, version);
create index ix_council_vote_revision_user_id on council_vote_revision (user_id);
create index ix_council_vote_revision_proposal_id on council_vote_revision (proposal_id);
`;

/** What no command may do, whoever sends it. */
const REFUSALS = `
create trigger council_vote_revision_written_once before update or delete or truncate on council_vote_revision
  for each statement execute function refuse_change();
create trigger council_proposal_written_once before update or delete or truncate on council_proposal
  for each statement execute function refuse_change();
create trigger council_item_never_deleted before delete or truncate on council_item for each statement execute function refuse_change();
create trigger council_vote_never_deleted before delete or truncate on council_vote for each statement execute function refuse_change();

create function keep_council_item() returns trigger language plpgsql as $$
begin
  if old.state = 'closed' then
    raise exception 'council item % is closed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger council_item_closed before update on council_item for each row execute function keep_council_item();

create function refuse_own_council_item() returns trigger language plpgsql as $$
declare
  person uuid := case when tg_table_name = 'council_proposal' then (to_jsonb(new) ->> 'proposed_by')::uuid else (to_jsonb(new) ->> 'user_id')::uuid end;
begin
  if exists (
    select from council_item i join assessment a on a.id = i.assessment_id join user_grant g on g.agency_id = a.agency_id
    where i.id = new.item_id and g.user_id = person
  ) then
    raise exception 'a member decides nothing about the own agency' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger council_entitled_not_own before insert or update on council_entitled for each row execute function refuse_own_council_item();
create trigger council_vote_not_own before insert or update on council_vote for each row execute function refuse_own_council_item();
create trigger council_proposal_not_own before insert on council_proposal for each row execute function refuse_own_council_item();

create function refuse_idle_council_vote() returns trigger language plpgsql as $$
begin
  if not exists (select from council_item i join council_proposal p on p.item_id = i.id
      where i.id = new.item_id and i.state = 'voting' and p.id = new.proposal_id)
    or not exists (select from council_entitled e where e.item_id = new.item_id and e.user_id = new.user_id) then
    raise exception 'no vote on item % by % for %', new.item_id, new.user_id, new.proposal_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger council_vote_in_time before insert or update on council_vote for each row execute function refuse_idle_council_vote();
`;

/** The council: items, who is entitled, proposals, votes with their history. */
export class Council1764100002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(REFUSALS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table council_item drop constraint fk_council_item_carried_id');
    await runner.query('drop table council_vote_revision, council_vote, council_proposal, council_entitled, council_item');
    await runner.query('drop function refuse_idle_council_vote, refuse_own_council_item, keep_council_item');
  }
}
