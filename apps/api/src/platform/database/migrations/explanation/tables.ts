/** One round per assessment, one row per difference with its history, remarks, and evidence of a round of its own. */
export const EXPLANATION_TABLES = `
create table explanation_round (
  id uuid not null default gen_random_uuid() constraint pk_explanation_round primary key,
  assessment_id uuid not null constraint fk_explanation_round_assessment_id references assessment (id),
  opened_at timestamptz not null default now(),
  submitted_at timestamptz,
  submitted_by uuid constraint fk_explanation_round_submitted_by references user_account (id),
  late boolean not null default false,
  silent_at timestamptz,
  constraint ck_explanation_round_ended check (submitted_at is null or silent_at is null),
  constraint ck_explanation_round_submitted check ((submitted_at is null) = (submitted_by is null))
);
create unique index uq_explanation_round_assessment_id on explanation_round (assessment_id);
create index ix_explanation_round_submitted_by on explanation_round (submitted_by);

create table explanation (
  id uuid not null default gen_random_uuid() constraint pk_explanation primary key,
  assessment_id uuid not null constraint fk_explanation_assessment_id references assessment (id),
  code text not null,
  stance text not null,
  text text not null default '',
  late boolean not null default false,
  updated_by uuid not null constraint fk_explanation_updated_by references user_account (id),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  constraint ck_explanation_stance check (stance in ('agree', 'explain'))
);
create unique index uq_explanation_assessment_id_code on explanation (assessment_id, code);
create index ix_explanation_updated_by on explanation (updated_by);

create table explanation_revision (
  id uuid not null default gen_random_uuid() constraint pk_explanation_revision primary key,
  explanation_id uuid not null constraint fk_explanation_revision_explanation_id references explanation (id),
  assessment_id uuid not null constraint fk_explanation_revision_assessment_id references assessment (id),
  code text not null,
  version int not null,
  stance text not null,
  text text not null,
  changed_by uuid not null constraint fk_explanation_revision_changed_by references user_account (id),
  changed_at timestamptz not null default now(),
  constraint ck_explanation_revision_stance check (stance in ('agree', 'explain'))
);
create unique index uq_explanation_revision_explanation_id_version on explanation_revision (explanation_id, version);
create index ix_explanation_revision_assessment_id_code on explanation_revision (assessment_id, code);
create index ix_explanation_revision_changed_by on explanation_revision (changed_by);

create table remark (
  id uuid not null default gen_random_uuid() constraint pk_remark primary key,
  assessment_id uuid not null constraint fk_remark_assessment_id references assessment (id),
  code text not null,
  side text not null,
  visibility text not null,
  asks boolean not null default false,
  text text not null,
  agency_id uuid not null constraint fk_remark_agency_id references agency (id),
  written_by uuid not null constraint fk_remark_written_by references user_account (id),
  written_at timestamptz not null default now(),
  constraint ck_remark_side check (side in ('agency', 'appraisal')),
  constraint ck_remark_visibility check (visibility in ('internal', 'shared')),
  constraint ck_remark_asks check (not asks or (side = 'appraisal' and visibility = 'shared')),
  constraint ck_remark_text check (btrim(text) <> '')
);
create index ix_remark_assessment_id_code on remark (assessment_id, code);
create index ix_remark_agency_id on remark (agency_id);
create index ix_remark_written_by on remark (written_by);

alter table evidence_link
  add round text not null default 'self-assessment'
    constraint ck_evidence_link_round check (round in ('self-assessment', 'explanation')),
  add late boolean not null default false;
drop index uq_evidence_link_standing;
create unique index uq_evidence_link_standing on evidence_link (document_id, assessment_id, code, round) where removed_at is null;

create view explained_criterion as
select e.assessment_id, e.code
from explanation e join explanation_round r on r.assessment_id = e.assessment_id
where e.stance = 'explain' and r.submitted_at is not null;

create function explanation_window(assessment uuid)
  returns table (opens_at timestamptz, deadline_at timestamptz, close_at timestamptz, extended boolean) language sql stable as $$
  select w.opens_at,
    case when x.is_later then p.extension_deadline_at else w.deadline_at end,
    case when x.is_later then greatest(p.extension_close_at, w.close_at) else w.close_at end,
    x.is_later
  from assessment a
  join participant p on p.id = a.participant_id
  join cycle_window w on w.cycle_id = a.cycle_id and w.phase = 'explanation'
  cross join lateral (select coalesce(p.extension_deadline_at > w.deadline_at, false) as is_later) x
  where a.id = assessment
$$;
`;

export const WITHOUT_EXPLANATION = `
drop function explanation_window;
drop view explained_criterion;
drop index uq_evidence_link_standing;
create unique index uq_evidence_link_standing on evidence_link (document_id, assessment_id, code) where removed_at is null;
alter table evidence_link drop round, drop late;
drop table remark, explanation_revision, explanation, explanation_round;
`;
