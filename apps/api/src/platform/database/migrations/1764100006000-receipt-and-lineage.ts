import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts and the keys that signed them, what agencies came from, and the exemptions that a cycle begins with. */
export class ReceiptAndLineage1764100006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECEIPTS);
    await runner.query(LINEAGE);
    await runner.query(PLANNED_EXEMPTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table planned_exemption;
      drop table agency_lineage;
      drop table receipt;
      drop table signing_key;`);
  }
}

const RECEIPTS = `
create table signing_key (
  key_id text not null constraint pk_signing_key primary key,
  public_key text not null,
  since timestamptz not null default now()
);
create trigger signing_key_written_once before update or delete or truncate on signing_key
  for each statement execute function refuse_change();

create table receipt (
  id uuid not null default gen_random_uuid() constraint pk_receipt primary key,
  number text not null,
  assessment_id uuid not null constraint fk_receipt_assessment_id references assessment (id),
  round text not null constraint ck_receipt_round check (round in ('self-assessment', 'explanation')),
  issued_at timestamptz not null,
  signed_by uuid not null constraint fk_receipt_signed_by references user_account (id),
  in_place_of uuid constraint fk_receipt_in_place_of references user_account (id),
  late boolean not null,
  replaces uuid constraint fk_receipt_replaces references receipt (id),
  digest text not null,
  key_id text not null constraint fk_receipt_key_id references signing_key (key_id),
  document jsonb not null,
  content jsonb not null
);
create unique index uq_receipt_number on receipt (number);
create unique index uq_receipt_replaces on receipt (replaces);
create index ix_receipt_assessment_id_issued_at on receipt (assessment_id, issued_at);
create index ix_receipt_signed_by on receipt (signed_by);
create index ix_receipt_in_place_of on receipt (in_place_of);
create index ix_receipt_key_id on receipt (key_id);
create trigger receipt_written_once before update or delete or truncate on receipt
  for each statement execute function refuse_change();
`;

const LINEAGE = `
create table agency_lineage (
  id uuid not null default gen_random_uuid() constraint pk_agency_lineage primary key,
  predecessor_id uuid not null constraint fk_agency_lineage_predecessor_id references agency (id),
  successor_id uuid not null constraint fk_agency_lineage_successor_id references agency (id),
  kind text not null constraint ck_agency_lineage_kind check (kind in ('merge', 'split', 'rename')),
  effective_on date not null,
  legal_basis text not null,
  version int not null default 1,
  constraint ck_agency_lineage_others check (predecessor_id <> successor_id)
);
create unique index uq_agency_lineage_predecessor_id_successor_id on agency_lineage (predecessor_id, successor_id);
create index ix_agency_lineage_successor_id on agency_lineage (successor_id);
`;

const PLANNED_EXEMPTIONS = `
create table planned_exemption (
  id uuid not null default gen_random_uuid() constraint pk_planned_exemption primary key,
  cycle_id uuid not null constraint fk_planned_exemption_cycle_id references cycle (id),
  agency_id uuid not null constraint fk_planned_exemption_agency_id references agency (id),
  code text not null,
  reason text not null
);
create unique index uq_planned_exemption_place on planned_exemption (cycle_id, agency_id, code);
create index ix_planned_exemption_agency_id on planned_exemption (agency_id);
`;
