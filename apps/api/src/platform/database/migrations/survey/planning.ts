/** What is asked of whom, when and where. */
export const SURVEY_PLANNING = `
create table respondent_group (
  code text not null constraint pk_respondent_group primary key,
  name text not null,
  position int not null,
  active boolean not null default true
);
create unique index uq_respondent_group_name on respondent_group (name);
insert into respondent_group (code, name, position) values
  ('nguoi-dan', 'Người dân, tổ chức', 1),
  ('lanh-dao', 'Lãnh đạo, quản lý', 2),
  ('hdnd', 'Đại biểu Hội đồng nhân dân', 3),
  ('mat-tran', 'Mặt trận Tổ quốc và đoàn thể', 4),
  ('truong-thon', 'Trưởng thôn, tổ trưởng tổ dân phố', 5),
  ('cong-chuc', 'Cán bộ, công chức', 6);

create table survey_questionnaire (
  id uuid not null default gen_random_uuid() constraint pk_survey_questionnaire primary key,
  code text not null,
  version_number int not null,
  title text not null,
  state text not null default 'draft' constraint ck_survey_questionnaire_state check (state in ('draft', 'issued')),
  document jsonb not null,
  digest text not null,
  questions int not null,
  edited_by uuid not null constraint fk_survey_questionnaire_edited_by references user_account (id),
  edited_at timestamptz not null default now(),
  version int not null default 1
);
create unique index uq_survey_questionnaire_code_version_number on survey_questionnaire (code, version_number);
create index ix_survey_questionnaire_edited_by on survey_questionnaire (edited_by);

create table survey_campaign (
  id uuid not null default gen_random_uuid() constraint pk_survey_campaign primary key,
  title text not null,
  questionnaire_id uuid not null constraint fk_survey_campaign_questionnaire_id references survey_questionnaire (id),
  cycle_id uuid constraint fk_survey_campaign_cycle_id references cycle (id),
  state text not null default 'draft' constraint ck_survey_campaign_state check (state in ('draft', 'open', 'closed')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  grace_hours int not null,
  least_shown int not null constraint ck_survey_campaign_least_shown check (least_shown >= 3),
  error_percent int not null constraint ck_survey_campaign_error_percent check (error_percent between 1 and 50),
  link_code text not null,
  closed_at timestamptz,
  closed_reason text,
  created_by uuid not null constraint fk_survey_campaign_created_by references user_account (id),
  created_at timestamptz not null default now(),
  version int not null default 1,
  constraint ck_survey_campaign_times check (closes_at > opens_at),
  constraint ck_survey_campaign_closed check ((state = 'closed') = (closed_at is not null))
);
create index ix_survey_campaign_questionnaire_id on survey_campaign (questionnaire_id);
create index ix_survey_campaign_cycle_id on survey_campaign (cycle_id);
create unique index uq_survey_campaign_link_code on survey_campaign (link_code);
create index ix_survey_campaign_created_by on survey_campaign (created_by);

create table survey_group (
  campaign_id uuid not null constraint fk_survey_group_campaign_id references survey_campaign (id),
  group_code text not null constraint fk_survey_group_group_code references respondent_group (code),
  by_invitation boolean not null,
  ballot_key jsonb,
  sealed_key bytea,
  constraint pk_survey_group primary key (campaign_id, group_code)
);
create index ix_survey_group_group_code on survey_group (group_code);

create table survey_office (
  id uuid not null default gen_random_uuid() constraint pk_survey_office primary key,
  campaign_id uuid not null constraint fk_survey_office_campaign_id references survey_campaign (id),
  agency_id uuid not null constraint fk_survey_office_agency_id references agency (id),
  name text not null default '',
  population int constraint ck_survey_office_population check (population > 0),
  link_code text not null
);
create unique index uq_survey_office_campaign_id_agency_id_name on survey_office (campaign_id, agency_id, name);
create unique index uq_survey_office_link_code on survey_office (link_code);
create index ix_survey_office_agency_id on survey_office (agency_id);

create table survey_device (
  id uuid not null default gen_random_uuid() constraint pk_survey_device primary key,
  campaign_id uuid not null constraint fk_survey_device_campaign_id references survey_campaign (id),
  office_id uuid not null constraint fk_survey_device_office_id references survey_office (id),
  name text not null,
  token_hash text not null,
  revoked boolean not null default false,
  created_by uuid not null constraint fk_survey_device_created_by references user_account (id)
);
create index ix_survey_device_campaign_id on survey_device (campaign_id);
create index ix_survey_device_office_id on survey_device (office_id);
create unique index uq_survey_device_token_hash on survey_device (token_hash);
create index ix_survey_device_created_by on survey_device (created_by);

create function keep_issued_questionnaire() returns trigger language plpgsql as $$
begin
  if old.state = 'issued' then
    raise exception 'questionnaire % version % is issued', old.code, old.version_number using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger survey_questionnaire_issued before update on survey_questionnaire for each row execute function keep_issued_questionnaire();
create trigger survey_questionnaire_never_deleted before delete or truncate on survey_questionnaire for each statement execute function refuse_change();

create function keep_closed_campaign() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.questionnaire_id, new.opens_at, new.least_shown, new.created_by) is distinct from (old.questionnaire_id, old.opens_at, old.least_shown, old.created_by)
      or old.state = 'closed' and new.state <> 'closed' or old.state = 'open' and new.state = 'draft' then
    raise exception 'campaign % has begun', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger survey_campaign_begun before update on survey_campaign for each row execute function keep_closed_campaign();
create trigger survey_campaign_never_deleted before delete or truncate on survey_campaign for each statement execute function refuse_change();
`;

export const SURVEY_PLANNING_DOWN = `
drop table survey_device, survey_office, survey_group, survey_campaign, survey_questionnaire, respondent_group;
drop function keep_closed_campaign;
drop function keep_issued_questionnaire;
`;
