/** Assessments, their answers with history, and the documents that support them. */
export const ASSESSMENT_AND_EVIDENCE = `
create table assessment (
  id uuid not null default gen_random_uuid() constraint pk_assessment primary key,
  participant_id uuid not null constraint fk_assessment_participant_id references participant (id),
  cycle_id uuid not null constraint fk_assessment_cycle_id references cycle (id),
  agency_id uuid not null constraint fk_assessment_agency_id references agency (id),
  state text not null default 'drafting',
  submitted_at timestamptz,
  submitted_by uuid constraint fk_assessment_submitted_by references user_account (id),
  late boolean not null default false,
  not_submitted boolean not null default false,
  returned_reason text,
  version int not null default 1,
  constraint ck_assessment_state check (
    state in ('drafting', 'awaiting-head', 'submitted', 'appraised', 'explaining', 'explained', 'reappraised', 'decided', 'final')
  )
);
create unique index uq_assessment_participant_id on assessment (participant_id);
create index ix_assessment_agency_id on assessment (agency_id);
create index ix_assessment_submitted_by on assessment (submitted_by);
create index ix_assessment_cycle_id_state on assessment (cycle_id, state);
create unique index uq_assessment_cycle_id_agency_id on assessment (cycle_id, agency_id);

create table answer (
  id uuid not null default gen_random_uuid() constraint pk_answer primary key,
  assessment_id uuid not null constraint fk_answer_assessment_id references assessment (id),
  code text not null,
  answer jsonb,
  points numeric(9,4),
  note text not null default '',
  evidence_explanation text not null default '',
  late boolean not null default false,
  updated_by uuid not null constraint fk_answer_updated_by references user_account (id),
  updated_at timestamptz not null default now(),
  version int not null default 1
);
create index ix_answer_updated_by on answer (updated_by);
create unique index uq_answer_assessment_id_code on answer (assessment_id, code);

create table answer_revision (
  id uuid not null default gen_random_uuid() constraint pk_answer_revision primary key,
  answer_id uuid not null constraint fk_answer_revision_answer_id references answer (id),
  assessment_id uuid not null constraint fk_answer_revision_assessment_id references assessment (id),
  code text not null,
  version int not null,
  answer jsonb,
  points numeric(9,4),
  note text not null,
  evidence_explanation text not null,
  changed_by uuid not null constraint fk_answer_revision_changed_by references user_account (id),
  changed_at timestamptz not null default now()
);
create index ix_answer_revision_changed_by on answer_revision (changed_by);
create index ix_answer_revision_assessment_id_code on answer_revision (assessment_id, code);
create unique index uq_answer_revision_answer_id_version on answer_revision (answer_id, version);

create table evidence_blob (
  sha256 text not null constraint pk_evidence_blob primary key,
  bytes bigint not null,
  media_type text not null,
  created_at timestamptz not null default now(),
  constraint ck_evidence_blob_bytes check (bytes > 0),
  constraint ck_evidence_blob_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);

create table evidence_document (
  id uuid not null default gen_random_uuid() constraint pk_evidence_document primary key,
  agency_id uuid not null constraint fk_evidence_document_agency_id references agency (id),
  title text not null,
  document_number text not null default '',
  issued_on date,
  issuer text not null default '',
  url text,
  created_by uuid not null constraint fk_evidence_document_created_by references user_account (id),
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index ix_evidence_document_created_by on evidence_document (created_by);
create index ix_evidence_document_agency_id_created_at on evidence_document (agency_id, created_at);

create table evidence_file (
  id uuid not null default gen_random_uuid() constraint pk_evidence_file primary key,
  document_id uuid not null constraint fk_evidence_file_document_id references evidence_document (id),
  file_version int not null,
  sha256 text not null constraint fk_evidence_file_sha256 references evidence_blob (sha256),
  file_name text not null,
  created_by uuid not null constraint fk_evidence_file_created_by references user_account (id),
  created_at timestamptz not null default now(),
  constraint ck_evidence_file_file_version check (file_version >= 1)
);
create index ix_evidence_file_sha256 on evidence_file (sha256);
create index ix_evidence_file_created_by on evidence_file (created_by);
create unique index uq_evidence_file_document_id_file_version on evidence_file (document_id, file_version);

create table evidence_link (
  id uuid not null default gen_random_uuid() constraint pk_evidence_link primary key,
  document_id uuid not null constraint fk_evidence_link_document_id references evidence_document (id),
  assessment_id uuid not null constraint fk_evidence_link_assessment_id references assessment (id),
  code text not null,
  section text not null default '',
  page int,
  pinned_file_version int,
  created_by uuid not null constraint fk_evidence_link_created_by references user_account (id),
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by uuid constraint fk_evidence_link_removed_by references user_account (id),
  constraint ck_evidence_link_removed check ((removed_at is null) = (removed_by is null)),
  constraint ck_evidence_link_page check (page >= 1)
);
create index ix_evidence_link_created_by on evidence_link (created_by);
create index ix_evidence_link_removed_by on evidence_link (removed_by);
create index ix_evidence_link_assessment_id_code on evidence_link (assessment_id, code);
create index ix_evidence_link_document_id on evidence_link (document_id);
create unique index uq_evidence_link_standing on evidence_link (document_id, assessment_id, code) where removed_at is null;
`;
