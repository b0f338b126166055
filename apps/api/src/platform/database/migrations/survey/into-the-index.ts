/** What results become: the criteria that a campaign feeds, figures from elsewhere, and proposals of base layers. */
export const SURVEY_INDEX = `
create table survey_mapping (
  campaign_id uuid not null constraint fk_survey_mapping_campaign_id references survey_campaign (id),
  agency_group text not null constraint fk_survey_mapping_agency_group references agency_group (code),
  code text not null,
  questions jsonb not null,
  groups jsonb not null,
  constraint pk_survey_mapping primary key (campaign_id, agency_group, code)
);
create index ix_survey_mapping_agency_group on survey_mapping (agency_group);

create table survey_external_result (
  campaign_id uuid not null constraint fk_survey_external_result_campaign_id references survey_campaign (id),
  agency_id uuid not null constraint fk_survey_external_result_agency_id references agency (id),
  code text not null,
  percent numeric(7,4) not null constraint ck_survey_external_result_percent check (percent between 0 and 100),
  responses int,
  source text not null,
  constraint pk_survey_external_result primary key (campaign_id, agency_id, code)
);
create index ix_survey_external_result_agency_id on survey_external_result (agency_id);

create table survey_proposal (
  id uuid not null default gen_random_uuid() constraint pk_survey_proposal primary key,
  campaign_id uuid not null constraint fk_survey_proposal_campaign_id references survey_campaign (id),
  assessment_id uuid not null constraint fk_survey_proposal_assessment_id references assessment (id),
  code text not null,
  answer jsonb not null,
  points numeric(9,4),
  responses int,
  percent numeric(7,4) not null,
  low numeric(5,2),
  high numeric(5,2),
  source text not null,
  state text not null default 'open' constraint ck_survey_proposal_state check (state in ('open', 'accepted', 'rejected', 'superseded')),
  reason text,
  decided_by uuid constraint fk_survey_proposal_decided_by references user_account (id),
  decided_at timestamptz,
  proposed_at timestamptz not null default now(),
  constraint ck_survey_proposal_decided check ((state in ('accepted', 'rejected')) = (decided_by is not null))
);
create index ix_survey_proposal_campaign_id on survey_proposal (campaign_id);
create index ix_survey_proposal_assessment_id_code on survey_proposal (assessment_id, code);
create unique index uq_survey_proposal_open on survey_proposal (campaign_id, assessment_id, code) where state = 'open';
create index ix_survey_proposal_decided_by on survey_proposal (decided_by);

create function keep_proposal() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' or (new.campaign_id, new.assessment_id, new.code, new.answer, new.points, new.responses, new.percent, new.source)
      is distinct from (old.campaign_id, old.assessment_id, old.code, old.answer, old.points, old.responses, old.percent, old.source) then
    raise exception 'proposal % is settled', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger survey_proposal_settled before update on survey_proposal for each row execute function keep_proposal();
create trigger survey_proposal_never_deleted before delete or truncate on survey_proposal for each statement execute function refuse_change();
`;

export const SURVEY_INDEX_DOWN = `
drop table survey_proposal, survey_external_result, survey_mapping;
drop function keep_proposal;
`;
