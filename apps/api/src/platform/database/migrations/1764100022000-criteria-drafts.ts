import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
alter table criteria_set
  add column saved_at timestamptz not null default now(),
  add column saved_by uuid constraint fk_criteria_set_saved_by references user_account (id),
  add column predecessor_id uuid constraint fk_criteria_set_predecessor_id references criteria_set (id);
`;

const SAVED = `
update criteria_set set saved_at = created_at, saved_by = created_by;
alter table criteria_set alter column saved_by set not null;
create index ix_criteria_set_saved_by on criteria_set (saved_by);
create index ix_criteria_set_predecessor_id on criteria_set (predecessor_id);
drop index uq_criteria_set_code_version_number;
create unique index uq_criteria_set_code_version_number on criteria_set (code, version_number) where state <> 'draft';

create table criteria_set_revision (
  id uuid not null default gen_random_uuid() constraint pk_criteria_set_revision primary key,
  criteria_set_id uuid not null,
  version int not null,
  deed text not null,
  document jsonb not null,
  digest text not null,
  leaf_count int not null,
  changes int not null,
  saved_by uuid not null constraint fk_criteria_set_revision_saved_by references user_account (id),
  saved_at timestamptz not null default now(),
  constraint ck_criteria_set_revision_deed check (deed in ('created', 'saved', 'restored', 'published'))
);
create unique index uq_criteria_set_revision_criteria_set_id_version on criteria_set_revision (criteria_set_id, version);
create index ix_criteria_set_revision_saved_by on criteria_set_revision (saved_by);

create unlogged table set_presence (
  user_id uuid not null constraint fk_set_presence_user_id references user_account (id),
  page_id uuid not null,
  criteria_set_id uuid not null constraint fk_set_presence_criteria_set_id references criteria_set (id) on delete cascade,
  code text,
  deed text not null constraint ck_set_presence_deed check (deed in ('open', 'editing')),
  seen_at timestamptz not null,
  constraint pk_set_presence primary key (user_id, page_id)
);
create index ix_set_presence_criteria_set_id on set_presence (criteria_set_id);
create index ix_set_presence_seen_at on set_presence (seen_at);

create table set_correction (
  id uuid not null default gen_random_uuid() constraint pk_set_correction primary key,
  cycle_id uuid not null constraint fk_set_correction_cycle_id references cycle (id),
  from_set_id uuid not null constraint fk_set_correction_from_set_id references criteria_set (id),
  to_set_id uuid not null constraint fk_set_correction_to_set_id references criteria_set (id),
  reason text not null,
  rows jsonb not null,
  replay_digest text not null,
  rescored int not null,
  set_aside int not null,
  corrected_by uuid not null constraint fk_set_correction_corrected_by references user_account (id),
  corrected_at timestamptz not null default now(),
  constraint ck_set_correction_differs check (from_set_id <> to_set_id)
);
create index ix_set_correction_cycle_id on set_correction (cycle_id);
create index ix_set_correction_from_set_id on set_correction (from_set_id);
create index ix_set_correction_to_set_id on set_correction (to_set_id);
create index ix_set_correction_corrected_by on set_correction (corrected_by);

create trigger criteria_set_revision_written_once before update or delete or truncate on criteria_set_revision
  for each statement execute function refuse_change();
create trigger set_correction_written_once before update or delete or truncate on set_correction
  for each statement execute function refuse_change();
`;

/** From its publication a version says the same for ever, and goes from state to state in one direction alone. */
const KEEP_PUBLISHED = `
create or replace function keep_frozen_criteria_set() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' then
    if tg_op = 'UPDATE' and new.state not in ('draft', 'published') then
      raise exception 'criteria set % is a draft', old.code using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'criteria set % version % is published', old.code, old.version_number using errcode = 'restrict_violation';
  end if;
  if (new.code, new.year, new.group_code, new.title, new.version_number, new.document, new.digest, new.leaf_count, new.created_by, new.saved_by)
      is distinct from
      (old.code, old.year, old.group_code, old.title, old.version_number, old.document, old.digest, old.leaf_count, old.created_by, old.saved_by)
    or not (new.state = old.state
      or (old.state = 'published' and new.state in ('frozen', 'superseded'))
      or (old.state = 'frozen' and new.state = 'superseded')) then
    raise exception 'criteria set % version % is published', old.code, old.version_number using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
`;

/** As it was before: only what a cycle had used was kept. */
const KEEP_FROZEN = `
create or replace function keep_frozen_criteria_set() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state in ('frozen', 'superseded') then
      raise exception 'criteria set % version % is frozen', old.code, old.version_number using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.state not in ('frozen', 'superseded') then
    return new;
  end if;
  if (new.code, new.year, new.group_code, new.title, new.version_number, new.document, new.digest, new.leaf_count)
      is distinct from (old.code, old.year, old.group_code, old.title, old.version_number, old.document, old.digest, old.leaf_count)
      or new.state not in ('frozen', 'superseded') then
    raise exception 'criteria set % version % is frozen', old.code, old.version_number using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
`;

/** Drafts with every save, who is at one now, and corrections of a set in a running cycle. */
export class CriteriaDrafts1764100022000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query('alter table criteria_set disable trigger criteria_set_frozen');
    await db.query(SAVED);
    await db.query('alter table criteria_set enable trigger criteria_set_frozen');
    await db.query(KEEP_PUBLISHED);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table set_correction, set_presence, criteria_set_revision');
    await db.query(KEEP_FROZEN);
    await db.query(`update criteria_set s set version_number = -o.place
      from (select id, row_number() over (partition by code order by created_at, id) as place from criteria_set where state = 'draft') o where o.id = s.id`);
    await db.query('drop index uq_criteria_set_code_version_number');
    await db.query('create unique index uq_criteria_set_code_version_number on criteria_set (code, version_number)');
    await db.query('alter table criteria_set drop column predecessor_id, drop column saved_by, drop column saved_at');
  }
}
