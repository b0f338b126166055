/**
 * Invitations and forms. The two share no key, no time and no order; docs/security.md says how. No row here says when: what has no
 * column can't be read.
 */
export const SURVEY_COLLECTION = `
create table survey_invitation (
  id uuid not null default gen_random_uuid() constraint pk_survey_invitation primary key,
  campaign_id uuid not null constraint fk_survey_invitation_campaign_id references survey_campaign (id),
  group_code text not null constraint fk_survey_invitation_group_code references respondent_group (code),
  office_id uuid constraint fk_survey_invitation_office_id references survey_office (id),
  name text not null,
  email text,
  code_hash text not null,
  state text not null default 'waiting' constraint ck_survey_invitation_state check (state in ('waiting', 'spent', 'withdrawn')),
  blinded_digest text,
  constraint ck_survey_invitation_spent check ((state = 'spent') = (blinded_digest is not null))
);
create index ix_survey_invitation_campaign_id on survey_invitation (campaign_id);
create index ix_survey_invitation_group_code on survey_invitation (group_code);
create index ix_survey_invitation_office_id on survey_invitation (office_id);
create unique index uq_survey_invitation_code_hash on survey_invitation (code_hash);

create table survey_arrival (
  key text not null constraint pk_survey_arrival primary key,
  campaign_id uuid not null constraint fk_survey_arrival_campaign_id references survey_campaign (id),
  office_id uuid constraint fk_survey_arrival_office_id references survey_office (id),
  group_code text not null constraint fk_survey_arrival_group_code references respondent_group (code),
  channel text not null constraint ck_survey_arrival_channel check (channel in ('link', 'kiosk', 'invitation', 'paper'))
);
create index ix_survey_arrival_campaign_id_office_id_group_code_channel on survey_arrival (campaign_id, office_id, group_code, channel);
create index ix_survey_arrival_office_id on survey_arrival (office_id);
create index ix_survey_arrival_group_code on survey_arrival (group_code);

create table survey_sealed_form (
  id uuid not null default gen_random_uuid() constraint pk_survey_sealed_form primary key,
  campaign_id uuid not null constraint fk_survey_sealed_form_campaign_id references survey_campaign (id),
  office_id uuid constraint fk_survey_sealed_form_office_id references survey_office (id),
  until_close boolean not null,
  sealed bytea not null
);
create index ix_survey_sealed_form_campaign_id_until_close_office_id on survey_sealed_form (campaign_id, until_close, office_id);
create index ix_survey_sealed_form_office_id on survey_sealed_form (office_id);

create table survey_form (
  id uuid not null default gen_random_uuid() constraint pk_survey_form primary key,
  campaign_id uuid not null constraint fk_survey_form_campaign_id references survey_campaign (id),
  office_id uuid constraint fk_survey_form_office_id references survey_office (id),
  group_code text not null constraint fk_survey_form_group_code references respondent_group (code),
  channel text not null constraint ck_survey_form_channel check (channel in ('link', 'kiosk', 'invitation', 'paper')),
  device_id uuid constraint fk_survey_form_device_id references survey_device (id),
  hour timestamptz,
  seconds int,
  answers jsonb not null,
  excluded boolean not null default false,
  excluded_reason text,
  excluded_by uuid constraint fk_survey_form_excluded_by references user_account (id),
  constraint ck_survey_form_invited check (channel <> 'invitation' or (hour is null and seconds is null and device_id is null)),
  constraint ck_survey_form_hour check (hour = date_trunc('hour', hour, 'UTC')),
  constraint ck_survey_form_excluded check (excluded = (excluded_by is not null) and excluded = (excluded_reason is not null))
);
create index ix_survey_form_campaign_id on survey_form (campaign_id);
create index ix_survey_form_office_id on survey_form (office_id);
create index ix_survey_form_group_code on survey_form (group_code);
create index ix_survey_form_device_id on survey_form (device_id);
create index ix_survey_form_excluded_by on survey_form (excluded_by);

create table survey_text (
  id uuid not null default gen_random_uuid() constraint pk_survey_text primary key,
  campaign_id uuid not null constraint fk_survey_text_campaign_id references survey_campaign (id),
  form_id uuid not null constraint fk_survey_text_form_id references survey_form (id),
  question text not null,
  words text not null
);
create index ix_survey_text_campaign_id_question on survey_text (campaign_id, question);
create index ix_survey_text_form_id on survey_text (form_id);

create table survey_tally (
  campaign_id uuid not null constraint fk_survey_tally_campaign_id references survey_campaign (id),
  cell text not null,
  office_id uuid constraint fk_survey_tally_office_id references survey_office (id),
  group_code text not null constraint fk_survey_tally_group_code references respondent_group (code),
  question text not null,
  agency_id uuid constraint fk_survey_tally_agency_id references agency (id),
  option text not null,
  count int not null constraint ck_survey_tally_count check (count >= 0),
  constraint pk_survey_tally primary key (campaign_id, cell)
);
create index ix_survey_tally_office_id on survey_tally (office_id);
create index ix_survey_tally_group_code on survey_tally (group_code);
create index ix_survey_tally_agency_id on survey_tally (agency_id);

create table survey_paper_entry (
  id uuid not null default gen_random_uuid() constraint pk_survey_paper_entry primary key,
  campaign_id uuid not null constraint fk_survey_paper_entry_campaign_id references survey_campaign (id),
  number text not null,
  pass int not null constraint ck_survey_paper_entry_pass check (pass in (1, 2)),
  answers jsonb not null,
  entered_by uuid not null constraint fk_survey_paper_entry_entered_by references user_account (id)
);
create unique index uq_survey_paper_entry_campaign_id_number_pass on survey_paper_entry (campaign_id, number, pass);
create index ix_survey_paper_entry_entered_by on survey_paper_entry (entered_by);

create function keep_form() returns trigger language plpgsql as $$
begin
  if (new.id, new.campaign_id, new.office_id, new.group_code, new.channel, new.device_id, new.hour, new.seconds, new.answers)
      is distinct from (old.id, old.campaign_id, old.office_id, old.group_code, old.channel, old.device_id, old.hour, old.seconds, old.answers) then
    raise exception 'form % never changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger survey_form_kept before update on survey_form for each row execute function keep_form();
create trigger survey_form_never_deleted before delete or truncate on survey_form for each statement execute function refuse_change();
create trigger survey_arrival_written_once before update or delete or truncate on survey_arrival for each statement execute function refuse_change();
create trigger survey_text_written_once before update or delete or truncate on survey_text for each statement execute function refuse_change();
create trigger survey_paper_entry_written_once before update or delete or truncate on survey_paper_entry for each statement execute function refuse_change();
create trigger survey_invitation_never_deleted before delete or truncate on survey_invitation for each statement execute function refuse_change();

alter table mail_message alter column recipient_id drop not null;
alter table mail_message add column confidential boolean not null default false;
`;

export const SURVEY_COLLECTION_DOWN = `
delete from mail_message where recipient_id is null;
alter table mail_message drop column confidential;
alter table mail_message alter column recipient_id set not null;
drop table survey_paper_entry, survey_tally, survey_text, survey_form, survey_sealed_form, survey_arrival, survey_invitation;
drop function keep_form;
`;
