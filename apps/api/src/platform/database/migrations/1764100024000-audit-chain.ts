import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table audit_pending (
  number bigserial constraint pk_audit_pending primary key,
  event_id uuid not null,
  subject_id uuid not null,
  digest bytea not null
);

create table audit_link (
  event_id uuid not null constraint pk_audit_link primary key,
  subject_id uuid not null,
  position int not null,
  seal int not null,
  digest bytea not null,
  hash bytea not null
);
create unique index uq_audit_link_subject_id_position on audit_link (subject_id, position);
create index ix_audit_link_seal on audit_link (seal);

create table audit_subject (
  subject_id uuid not null constraint pk_audit_subject primary key,
  leaf int not null,
  lines int not null,
  hash bytea not null
);
create unique index uq_audit_subject_leaf on audit_subject (leaf);

create table audit_seal (
  number int not null constraint pk_audit_seal primary key constraint ck_audit_seal_number check (number >= 1),
  previous text not null,
  sealed_at timestamptz not null,
  root text not null,
  subjects int not null,
  lines int not null,
  moved text not null,
  heads jsonb not null,
  digest text not null,
  key_id text not null constraint fk_audit_seal_key_id references signing_key (key_id),
  signature text not null
);
create index ix_audit_seal_root on audit_seal (root);
create index ix_audit_seal_key_id on audit_seal (key_id);

create table audit_check (
  id uuid not null default gen_random_uuid() constraint pk_audit_check primary key,
  state text not null default 'waiting' constraint ck_audit_check_state check (state in ('waiting', 'running', 'cancelled', 'done', 'failed')),
  asked_by uuid constraint fk_audit_check_asked_by references user_account (id),
  asked_at timestamptz not null default now(),
  ended_at timestamptz,
  seen_at timestamptz,
  checked int not null default 0,
  total int not null default 0,
  seal int,
  found int not null default 0,
  findings jsonb not null default '[]'
);
create index ix_audit_check_asked_by on audit_check (asked_by);
create index ix_audit_check_asked_at on audit_check (asked_at);
`;

/** As platform/audit/line-digest.ts reads it. */
const TEXT = `'par-index-audit/1' || e'\\n' || e.id || e'\\n' || e.subject_id || e'\\n' || coalesce(e.cycle_id::text, '-') || e'\\n' || coalesce(e.actor_id::text, '-')
  || e'\\n' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || e'\\n' || e.event || e'\\n' || e.payload::text`;

/** One statement for all rows of one: a hundred thousand lines are queued as cheaply as they are written. */
const QUEUEING = `
create function queue_audit_lines() returns trigger language plpgsql as $$
begin
  insert into audit_pending (event_id, subject_id, digest) select e.id, e.subject_id, sha256(convert_to(${TEXT}, 'UTF8')) from written e;
  return null;
end $$;
create trigger audit_event_queued after insert on audit_event referencing new table as written
  for each statement execute function queue_audit_lines();

create trigger audit_link_written_once before update or delete or truncate on audit_link for each statement execute function refuse_change();
create trigger audit_seal_written_once before update or delete or truncate on audit_seal for each statement execute function refuse_change();
`;

/** The lines that are there are chained and sealed by the first run of the sealing job, oldest first: a migration has no key to sign with. */
const EARLIER = `
insert into audit_pending (event_id, subject_id, digest)
select e.id, e.subject_id, sha256(convert_to(${TEXT}, 'UTF8')) from audit_event e order by e.at, e.id`;

export class AuditChain1764100024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(QUEUEING);
    await runner.query(EARLIER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger audit_event_queued on audit_event');
    await runner.query('drop function queue_audit_lines()');
    await runner.query('drop table audit_check, audit_seal, audit_subject, audit_link, audit_pending');
  }
}
