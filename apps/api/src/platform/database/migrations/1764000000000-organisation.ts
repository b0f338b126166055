import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Folding, agencies, people, sessions and the audit trail. */
const UP = [
  // Without accents and case, for searching. Immutable, so that it may stand in an index.
  `create function fold(words text) returns text language sql immutable strict parallel safe as $$
     select lower(translate(regexp_replace(normalize(words, NFD), '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dD'))
   $$`,

  `create table agency_group (
     code text not null constraint pk_agency_group primary key,
     id uuid not null default gen_random_uuid(),
     name text not null,
     position serial not null
   )`,

  `create unique index ix_agency_group_id on agency_group (id)`,

  `create table agency (
     id uuid not null default gen_random_uuid() constraint pk_agency primary key,
     code text not null,
     name text not null,
     short_name text not null,
     group_code text not null constraint fk_agency_group_code references agency_group (code),
     parent_id uuid constraint fk_agency_parent_id references agency (id),
     active boolean not null default true,
     version integer not null default 1
   )`,
  `create unique index ix_agency_code on agency (code)`,
  `create index ix_agency_group_code on agency (group_code)`,
  `create index ix_agency_parent_id on agency (parent_id)`,
  `create index ix_agency_folded_name on agency (fold(name) text_pattern_ops)`,

  `create table user_account (
     id uuid not null default gen_random_uuid() constraint pk_user_account primary key,
     user_name text not null constraint ck_user_account_user_name check (user_name = lower(user_name)),
     full_name text not null,
     password_hash text,
     active boolean not null default true,
     last_sign_in_at timestamptz,
     created_at timestamptz not null default now(),
     version integer not null default 1
   )`,
  `create unique index ix_user_account_user_name on user_account (user_name)`,
  `create index ix_user_account_folded_full_name on user_account (fold(full_name) text_pattern_ops)`,

  `create table user_grant (
     user_id uuid not null constraint fk_user_grant_user_id references user_account (id),
     role text not null constraint ck_user_grant_role check (role in (
       'agency-officer', 'agency-head', 'appraiser', 'home-affairs', 'council-member', 'council-chair', 'leader', 'admin')),
     agency_id uuid not null constraint fk_user_grant_agency_id references agency (id),
     constraint pk_user_grant primary key (user_id, role, agency_id)
   )`,
  `create index ix_user_grant_agency_id on user_grant (agency_id)`,

  `create table session (
     id uuid not null default gen_random_uuid() constraint pk_session primary key,
     token_hash text not null,
     user_id uuid not null constraint fk_session_user_id references user_account (id),
     device text not null,
     created_at timestamptz not null default now(),
     last_seen_at timestamptz not null default now(),
     expires_at timestamptz not null,
     ends_at timestamptz not null
   )`,
  `create unique index ix_session_token_hash on session (token_hash)`,
  `create index ix_session_user_id on session (user_id)`,
  `create index ix_session_expires_at on session (expires_at)`,

  `create table credential_link (
     id uuid not null default gen_random_uuid() constraint pk_credential_link primary key,
     token_hash text not null,
     user_id uuid not null constraint fk_credential_link_user_id references user_account (id),
     created_at timestamptz not null default now(),
     expires_at timestamptz not null,
     spent_at timestamptz
   )`,
  `create unique index ix_credential_link_token_hash on credential_link (token_hash)`,
  `create index ix_credential_link_user_id on credential_link (user_id)`,

  `create table sign_in_attempt (
     kind text not null constraint ck_sign_in_attempt_kind check (kind in ('account', 'address')),
     key_hash text not null,
     failures integer not null,
     last_at timestamptz not null,
     waits_until timestamptz not null,
     constraint pk_sign_in_attempt primary key (kind, key_hash)
   )`,
  `create index ix_sign_in_attempt_last_at on sign_in_attempt (last_at)`,

  `create table demo_person (
     user_id uuid not null constraint pk_demo_person primary key constraint fk_demo_person_user_id references user_account (id),
     purpose text not null,
     position integer not null
   )`,

  `create table audit_event (
     id uuid not null default gen_random_uuid() constraint pk_audit_event primary key,
     event text not null,
     actor_id uuid,
     subject_id uuid not null,
     cycle_id uuid,
     payload jsonb not null,
     at timestamptz not null default now()
   )`,
  `create index ix_audit_event_subject_id_at on audit_event (subject_id, at)`,
  `create index ix_audit_event_cycle_id_at on audit_event (cycle_id, at)`,
  `create index ix_audit_event_event_at on audit_event (event, at)`,
  `create index ix_audit_event_actor_id_at on audit_event (actor_id, at)`,
  `create function refuse_audit_change() returns trigger language plpgsql as $$
     begin
       raise exception '% is written once: % is refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
     end
   $$`,
  `create trigger audit_event_written_once before update or delete on audit_event for each row execute function refuse_audit_change()`,
  `create trigger audit_event_never_emptied before truncate on audit_event for each statement execute function refuse_audit_change()`,
] as const;

const DOWN = [
  `drop table audit_event, demo_person, sign_in_attempt, credential_link, session, user_grant, user_account, agency, agency_group`,
  `drop function refuse_audit_change()`,
  `drop function fold(text)`,
] as const;

export class Organisation1764000000000 implements MigrationInterface {
  readonly name = 'Organisation1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) {
      await runner.query(statement);
    }
  }
}
