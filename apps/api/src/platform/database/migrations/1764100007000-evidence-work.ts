import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence for work: pages of a file, marked places in it, and uploads that may be interrupted. */
export class EvidenceWork1764100007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAGES_AND_ANCHORS);
    await runner.query(UPLOADS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table evidence_upload;
      drop table evidence_anchor;
      drop function keep_closed_anchor;
      alter table evidence_blob drop pages;`);
  }
}

/** Marked places follow their document's round: once it is handed in they stay, whoever asks. SQLSTATE 23001 (restrict_violation). */
const PAGES_AND_ANCHORS = `
alter table evidence_blob add pages int constraint ck_evidence_blob_pages check (pages >= 1);

create table evidence_anchor (
  id uuid not null default gen_random_uuid() constraint pk_evidence_anchor primary key,
  link_id uuid not null constraint fk_evidence_anchor_link_id references evidence_link (id),
  position int not null,
  page int not null,
  x double precision,
  y double precision,
  width double precision,
  height double precision,
  note text not null default '',
  file_version int not null,
  created_by uuid not null constraint fk_evidence_anchor_created_by references user_account (id),
  created_at timestamptz not null default now(),
  constraint ck_evidence_anchor_page check (page >= 1),
  constraint ck_evidence_anchor_box check (
    num_nulls(x, y, width, height) = 4
    or (num_nulls(x, y, width, height) = 0 and x >= 0 and y >= 0 and width > 0 and height > 0 and x + width <= 1.000001 and y + height <= 1.000001))
);
create unique index uq_evidence_anchor_link_id_position on evidence_anchor (link_id, position);
create index ix_evidence_anchor_created_by on evidence_anchor (created_by);

create function keep_closed_anchor() returns trigger language plpgsql as $$
declare
  link evidence_link;
begin
  select * into link from evidence_link l where l.id = case when tg_op = 'DELETE' then old.link_id else new.link_id end;
  if link.removed_at is not null or not is_round_open(link.assessment_id, link.round) then
    raise exception 'the places in evidence % are handed in', link.id using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger evidence_anchor_closed before insert or update or delete on evidence_anchor for each row execute function keep_closed_anchor();
create trigger evidence_anchor_never_emptied before truncate on evidence_anchor for each statement execute function refuse_change();
`;

const UPLOADS = `
create table evidence_upload (
  id uuid not null default gen_random_uuid() constraint pk_evidence_upload primary key,
  created_by uuid not null constraint fk_evidence_upload_created_by references user_account (id),
  assessment_id uuid constraint fk_evidence_upload_assessment_id references assessment (id),
  code text,
  document_id uuid constraint fk_evidence_upload_document_id references evidence_document (id),
  file_name text not null,
  bytes bigint not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  finished_at timestamptz,
  link_id uuid constraint fk_evidence_upload_link_id references evidence_link (id),
  constraint ck_evidence_upload_bytes check (bytes > 0),
  constraint ck_evidence_upload_target check (
    (assessment_id is not null and code is not null and document_id is null) or (assessment_id is null and code is null and document_id is not null)),
  constraint ck_evidence_upload_link check (link_id is null or (finished_at is not null and assessment_id is not null))
);
create index ix_evidence_upload_created_by on evidence_upload (created_by);
create index ix_evidence_upload_assessment_id on evidence_upload (assessment_id);
create index ix_evidence_upload_document_id on evidence_upload (document_id);
create index ix_evidence_upload_link_id on evidence_upload (link_id);
create index ix_evidence_upload_expires_at on evidence_upload (expires_at);
`;
