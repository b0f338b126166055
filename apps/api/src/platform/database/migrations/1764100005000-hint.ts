import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What files say of their signatures, read once for each content, and hints that were put aside. */
const TABLES = `
create table evidence_fact (
  sha256 text not null constraint pk_evidence_fact primary key constraint fk_evidence_fact_sha256 references evidence_blob (sha256),
  signatures jsonb,
  read_at timestamptz not null default now()
);

create table hint_dismissal (
  id uuid not null default gen_random_uuid() constraint pk_hint_dismissal primary key,
  assessment_id uuid not null constraint fk_hint_dismissal_assessment_id references assessment (id),
  code text not null,
  hint_key text not null,
  reason text not null constraint ck_hint_dismissal_reason check (btrim(reason) <> ''),
  dismissed_by uuid not null constraint fk_hint_dismissal_dismissed_by references user_account (id),
  dismissed_at timestamptz not null default now(),
  restored_by uuid constraint fk_hint_dismissal_restored_by references user_account (id),
  restored_at timestamptz,
  constraint ck_hint_dismissal_restored check ((restored_at is null) = (restored_by is null))
);
create index ix_hint_dismissal_assessment_id_code on hint_dismissal (assessment_id, code);
create index ix_hint_dismissal_dismissed_by on hint_dismissal (dismissed_by);
create index ix_hint_dismissal_restored_by on hint_dismissal (restored_by);
create unique index uq_hint_dismissal_standing on hint_dismissal (assessment_id, code, hint_key) where restored_at is null;

create trigger hint_dismissal_never_deleted before delete or truncate on hint_dismissal
  for each statement execute function refuse_change();

create function keep_hint_dismissal() returns trigger language plpgsql as $$
declare
  assessed uuid := (select agency_id from assessment where id = new.assessment_id);
begin
  if belongs_to(new.dismissed_by, assessed) or (new.restored_by is not null and belongs_to(new.restored_by, assessed)) then
    raise exception 'nobody puts aside a hint at the own agency' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and (old.restored_at is not null
      or (new.assessment_id, new.code, new.hint_key, new.reason, new.dismissed_by, new.dismissed_at)
      is distinct from (old.assessment_id, old.code, old.hint_key, old.reason, old.dismissed_by, old.dismissed_at)) then
    raise exception 'dismissal % is only ever taken back', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger hint_dismissal_kept before insert or update on hint_dismissal for each row execute function keep_hint_dismissal();
`;

const DOWN = `
drop table hint_dismissal, evidence_fact;
drop function keep_hint_dismissal;
`;

export class Hint1764100005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
