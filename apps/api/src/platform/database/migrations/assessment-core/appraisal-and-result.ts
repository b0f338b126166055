/** Who appraises what, the layers with their history, and published results. */
export const APPRAISAL_AND_RESULT = `
create table appraisal_assignment (
  id uuid not null default gen_random_uuid() constraint pk_appraisal_assignment primary key,
  assessment_id uuid not null constraint fk_appraisal_assignment_assessment_id references assessment (id),
  code text not null,
  agency_id uuid not null constraint fk_appraisal_assignment_agency_id references agency (id)
);
create index ix_appraisal_assignment_agency_id_assessment_id on appraisal_assignment (agency_id, assessment_id);
create unique index uq_appraisal_assignment_assessment_id_code on appraisal_assignment (assessment_id, code);

create table appraisal_layer (
  id uuid not null default gen_random_uuid() constraint pk_appraisal_layer primary key,
  assessment_id uuid not null constraint fk_appraisal_layer_assessment_id references assessment (id),
  code text not null,
  layer text not null,
  kind text not null,
  answer jsonb,
  points numeric(9,4),
  reason text not null default '',
  explanation_wanted boolean not null default false,
  question text not null default '',
  decided_by uuid not null constraint fk_appraisal_layer_decided_by references user_account (id),
  decided_at timestamptz not null default now(),
  version int not null default 1,
  constraint ck_appraisal_layer_kind check (kind in ('accept', 'correct', 'award')),
  constraint ck_appraisal_layer_layer check (layer in ('base', 'appraisal-1', 'appraisal-2', 'council'))
);
create index ix_appraisal_layer_decided_by on appraisal_layer (decided_by);
create unique index uq_appraisal_layer_assessment_id_code_layer on appraisal_layer (assessment_id, code, layer);

create table appraisal_layer_revision (
  id uuid not null default gen_random_uuid() constraint pk_appraisal_layer_revision primary key,
  layer_id uuid not null constraint fk_appraisal_layer_revision_layer_id references appraisal_layer (id),
  assessment_id uuid not null constraint fk_appraisal_layer_revision_assessment_id references assessment (id),
  code text not null,
  layer text not null,
  version int not null,
  kind text not null,
  answer jsonb,
  points numeric(9,4),
  reason text not null,
  explanation_wanted boolean not null,
  question text not null,
  decided_by uuid not null constraint fk_appraisal_layer_revision_decided_by references user_account (id),
  decided_at timestamptz not null default now(),
  constraint ck_appraisal_layer_revision_kind check (kind in ('accept', 'correct', 'award')),
  constraint ck_appraisal_layer_revision_layer check (layer in ('base', 'appraisal-1', 'appraisal-2', 'council'))
);
create index ix_appraisal_layer_revision_decided_by on appraisal_layer_revision (decided_by);
create index ix_appraisal_layer_revision_assessment_id_code on appraisal_layer_revision (assessment_id, code);
create unique index uq_appraisal_layer_revision_layer_id_version on appraisal_layer_revision (layer_id, version);

create table result_snapshot (
  id uuid not null default gen_random_uuid() constraint pk_result_snapshot primary key,
  cycle_id uuid not null constraint fk_result_snapshot_cycle_id references cycle (id),
  edition int not null,
  document jsonb not null,
  digest text not null,
  reason text not null,
  published_by uuid not null constraint fk_result_snapshot_published_by references user_account (id),
  published_at timestamptz not null default now(),
  constraint ck_result_snapshot_edition check (edition >= 1)
);
create index ix_result_snapshot_published_by on result_snapshot (published_by);
create unique index uq_result_snapshot_cycle_id_edition on result_snapshot (cycle_id, edition);

create table result_row (
  id uuid not null default gen_random_uuid() constraint pk_result_row primary key,
  snapshot_id uuid not null constraint fk_result_row_snapshot_id references result_snapshot (id),
  group_code text not null constraint fk_result_row_group_code references agency_group (code),
  agency_id uuid not null constraint fk_result_row_agency_id references agency (id),
  agency_code text not null,
  agency_name text not null,
  agency_short_name text not null,
  rank int not null,
  index numeric(9,4) not null,
  grade text,
  points numeric(9,4) not null,
  applicable_max numeric(9,4) not null,
  self_points numeric(9,4) not null,
  survey_points numeric(9,4) not null,
  bonus numeric(9,4) not null,
  penalty numeric(9,4) not null,
  fields jsonb not null,
  sheet jsonb not null
);
create index ix_result_row_group_code on result_row (group_code);
create index ix_result_row_agency_id on result_row (agency_id);
create index ix_result_row_snapshot_id_group_code_rank on result_row (snapshot_id, group_code, rank);
create unique index uq_result_row_snapshot_id_agency_id on result_row (snapshot_id, agency_id);
`;
