import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table petition (
  id uuid not null default gen_random_uuid() constraint pk_petition primary key,
  cycle_id uuid not null constraint fk_petition_cycle_id references cycle (id),
  assessment_id uuid not null constraint fk_petition_assessment_id references assessment (id),
  code text not null,
  reason_code text not null,
  text text not null default '',
  state text not null default 'draft',
  late boolean not null default false,
  filed_by uuid constraint fk_petition_filed_by references user_account (id),
  filed_at timestamptz,
  answer text not null default '',
  answered_by uuid constraint fk_petition_answered_by references user_account (id),
  answered_at timestamptz,
  item_id uuid constraint fk_petition_item_id references council_item (id),
  version int not null default 1,
  constraint ck_petition_reason_code check (reason_code in ('wrong-figure', 'document-overlooked', 'rule-misapplied', 'other')),
  constraint ck_petition_state check (state in ('draft', 'filed', 'rejected', 'forwarded')),
  constraint ck_petition_filed check ((state = 'draft') = (filed_at is null)),
  constraint ck_petition_answered check ((state in ('rejected', 'forwarded')) = (answered_at is not null)),
  constraint ck_petition_forwarded check ((state = 'forwarded') = (item_id is not null))
);
create index ix_petition_cycle_id_state on petition (cycle_id, state);
create unique index uq_petition_assessment_id_code on petition (assessment_id, code);
create index ix_petition_filed_by on petition (filed_by);
create index ix_petition_answered_by on petition (answered_by);
create index ix_petition_item_id on petition (item_id);

create table petition_revision (
  id uuid not null default gen_random_uuid() constraint pk_petition_revision primary key,
  petition_id uuid not null constraint fk_petition_revision_petition_id references petition (id),
  version int not null,
  state text not null,
  reason_code text not null,
  text text not null,
  answer text not null,
  changed_by uuid not null constraint fk_petition_revision_changed_by references user_account (id),
  changed_at timestamptz not null default now()
);
create unique index uq_petition_revision_petition_id_version on petition_revision (petition_id, version);
create index ix_petition_revision_changed_by on petition_revision (changed_by);

alter table council_item drop constraint ck_council_item_origin;
alter table council_item add constraint ck_council_item_origin check (origin in ('disagreement', 'referral', 'petition'));
`;

/** What no command may do, whoever sends it. */
const REFUSALS = `
create trigger petition_revision_written_once before update or delete or truncate on petition_revision
  for each statement execute function refuse_change();
create trigger petition_never_deleted before delete or truncate on petition for each statement execute function refuse_change();

create function keep_petition() returns trigger language plpgsql as $$
begin
  if old.state in ('rejected', 'forwarded') or (old.state = 'filed' and (new.text, new.reason_code, new.code) is distinct from (old.text, old.reason_code, old.code)) then
    raise exception 'petition % is settled', old.id using errcode = 'restrict_violation';
  end if;
  if new.answered_by is not null and exists (
    select from assessment a join user_grant g on g.agency_id = a.agency_id where a.id = new.assessment_id and g.user_id = new.answered_by
  ) then
    raise exception 'nobody answers the own agency' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger petition_settled before update on petition for each row execute function keep_petition();
`;

/** Petitions against the preliminary result, with their history. */
export class Petition1764100009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(REFUSALS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table petition_revision, petition');
    await runner.query('drop function keep_petition');
    await runner.query('alter table council_item drop constraint ck_council_item_origin');
    await runner.query(`alter table council_item add constraint ck_council_item_origin check (origin in ('disagreement', 'referral'))`);
  }
}
