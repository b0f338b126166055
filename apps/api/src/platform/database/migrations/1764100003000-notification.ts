import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = [
  ...['phase-opened', 'assessment-sent', 'assessment-withdrawn', 'assessment-returned', 'assessment-submitted', 'assessment-reopened'],
  ...['assessment-taken', 'extended', 'explanation-asked', 'explanation-silent', 'council-vote', 'petition-filed', 'petition-answered'],
  ...['deadline-near', 'deadline-over', 'clock-waits', 'published'],
]
  .map((kind) => `'${kind}'`)
  .join(', ');

const DELIVERIES = `'at-once', 'daily', 'inbox'`;

/** What people are told: the inbox, how each wants to be told, the mails on their way, and where a mail goes. */
const UP = `
alter table user_account add email text;

create table notification (
  id uuid not null default gen_random_uuid() constraint pk_notification primary key,
  recipient_id uuid not null constraint fk_notification_recipient_id references user_account (id),
  kind text not null constraint ck_notification_kind check (kind in (${KINDS})),
  cycle_id uuid constraint fk_notification_cycle_id references cycle (id),
  subject_id uuid,
  path text not null,
  parts jsonb not null,
  once_key text,
  delivery text not null constraint ck_notification_delivery check (delivery in (${DELIVERIES})),
  created_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz
);
create index ix_notification_recipient_id_created_at on notification (recipient_id, created_at);
create unique index uq_notification_recipient_id_once_key on notification (recipient_id, once_key);
create index ix_notification_unread on notification (recipient_id) where read_at is null;
create index ix_notification_unmailed on notification (delivery, created_at) where mailed_at is null and delivery <> 'inbox';
create index ix_notification_cycle_id on notification (cycle_id);

create table notification_preference (
  user_id uuid not null constraint fk_notification_preference_user_id references user_account (id),
  kind text not null constraint ck_notification_preference_kind check (kind in (${KINDS})),
  delivery text not null constraint ck_notification_preference_delivery check (delivery in (${DELIVERIES})),
  constraint pk_notification_preference primary key (user_id, kind)
);

create table mail_message (
  id uuid not null default gen_random_uuid() constraint pk_mail_message primary key,
  recipient_id uuid not null constraint fk_mail_message_recipient_id references user_account (id),
  address text not null,
  subject text not null,
  text text not null,
  html text not null,
  created_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  failed_because text
);
create index ix_mail_message_recipient_id on mail_message (recipient_id);
create index ix_mail_message_unsent on mail_message (next_attempt_at) where sent_at is null;
create index ix_mail_message_sent_at on mail_message (sent_at);
`;

const DOWN = `
drop table mail_message, notification_preference, notification;
alter table user_account drop email;
`;

export class Notification1764100003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
