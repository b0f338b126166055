/** Criteria sets, cycles and who takes part in them. */
export const CRITERIA_AND_CYCLE = `
create table criteria_set (
  id uuid not null default gen_random_uuid() constraint pk_criteria_set primary key,
  code text not null,
  year int not null,
  group_code text not null constraint fk_criteria_set_group_code references agency_group (code),
  title text not null,
  version_number int not null,
  state text not null default 'draft',
  document jsonb not null,
  digest text not null,
  leaf_count int not null,
  created_by uuid not null constraint fk_criteria_set_created_by references user_account (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  constraint ck_criteria_set_state check (state in ('draft', 'published', 'frozen', 'superseded'))
);
create index ix_criteria_set_group_code on criteria_set (group_code);
create index ix_criteria_set_created_by on criteria_set (created_by);
create unique index uq_criteria_set_code_version_number on criteria_set (code, version_number);

create table cycle (
  id uuid not null default gen_random_uuid() constraint pk_cycle primary key,
  year int not null,
  title text not null,
  phase text not null default 'preparing',
  lead_agency_id uuid not null constraint fk_cycle_lead_agency_id references agency (id),
  version int not null default 1,
  constraint ck_cycle_phase check (
    phase in ('preparing', 'self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary', 'published')
  )
);
create index ix_cycle_lead_agency_id on cycle (lead_agency_id);
create unique index uq_cycle_year_title on cycle (year, title);

create table cycle_window (
  id uuid not null default gen_random_uuid() constraint pk_cycle_window primary key,
  cycle_id uuid not null constraint fk_cycle_window_cycle_id references cycle (id),
  phase text not null,
  opens_at timestamptz not null,
  deadline_at timestamptz not null,
  close_at timestamptz not null,
  constraint ck_cycle_window_ordered check (opens_at <= deadline_at and deadline_at <= close_at),
  constraint ck_cycle_window_phase check (phase in ('self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary')
  )
);
create unique index uq_cycle_window_cycle_id_phase on cycle_window (cycle_id, phase);

create table cycle_set (
  id uuid not null default gen_random_uuid() constraint pk_cycle_set primary key,
  cycle_id uuid not null constraint fk_cycle_set_cycle_id references cycle (id),
  group_code text not null constraint fk_cycle_set_group_code references agency_group (code),
  criteria_set_id uuid not null constraint fk_cycle_set_criteria_set_id references criteria_set (id)
);
create index ix_cycle_set_group_code on cycle_set (group_code);
create index ix_cycle_set_criteria_set_id on cycle_set (criteria_set_id);
create unique index uq_cycle_set_cycle_id_group_code on cycle_set (cycle_id, group_code);

create table cycle_substitute (
  id uuid not null default gen_random_uuid() constraint pk_cycle_substitute primary key,
  cycle_id uuid not null constraint fk_cycle_substitute_cycle_id references cycle (id),
  owner_agency_id uuid not null constraint fk_cycle_substitute_owner_agency_id references agency (id),
  substitute_agency_id uuid not null constraint fk_cycle_substitute_substitute_agency_id references agency (id),
  constraint ck_cycle_substitute_differs check (owner_agency_id <> substitute_agency_id)
);
create index ix_cycle_substitute_owner_agency_id on cycle_substitute (owner_agency_id);
create index ix_cycle_substitute_substitute_agency_id on cycle_substitute (substitute_agency_id);
create unique index uq_cycle_substitute_cycle_id_owner_agency_id on cycle_substitute (cycle_id, owner_agency_id);

create table participant (
  id uuid not null default gen_random_uuid() constraint pk_participant primary key,
  cycle_id uuid not null constraint fk_participant_cycle_id references cycle (id),
  agency_id uuid not null constraint fk_participant_agency_id references agency (id),
  criteria_set_id uuid not null constraint fk_participant_criteria_set_id references criteria_set (id),
  extension_deadline_at timestamptz,
  extension_close_at timestamptz,
  extension_reason text,
  version int not null default 1,
  constraint ck_participant_extension check (
    (extension_deadline_at is null and extension_close_at is null and extension_reason is null)
    or (extension_deadline_at is not null and extension_close_at is not null and extension_reason is not null
      and extension_deadline_at <= extension_close_at)
  )
);
create index ix_participant_agency_id on participant (agency_id);
create index ix_participant_criteria_set_id on participant (criteria_set_id);
create unique index uq_participant_cycle_id_agency_id on participant (cycle_id, agency_id);

create table participant_exemption (
  id uuid not null default gen_random_uuid() constraint pk_participant_exemption primary key,
  participant_id uuid not null constraint fk_participant_exemption_participant_id references participant (id),
  code text not null,
  reason text not null
);
create unique index uq_participant_exemption_participant_id_code on participant_exemption (participant_id, code);
`;
