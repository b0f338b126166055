import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * While a correction of the set runs, and by its own transaction alone, the points of what is handed in are computed anew. Nothing else of a
 * row changes with them.
 */
const RESCORING = `
create function is_rescoring(assessment uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from set_correction c join assessment a on a.cycle_id = c.cycle_id
    join participant p on p.id = a.participant_id and p.criteria_set_id = c.to_set_id
    where a.id = assessment and c.xmin = pg_current_xact_id()::xid)
$$;

create or replace function keep_closed_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and is_rescoring(new.assessment_id) and to_jsonb(new) - 'points' = to_jsonb(old) - 'points' then
    return new;
  end if;
  if not is_round_open(new.assessment_id, 'self-assessment') then
    raise exception 'answer % of assessment % is handed in', new.code, new.assessment_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
`;

/** The body that a layer's trigger had, behind the same exception. */
const LAYER = (exception: string): string => `
create or replace function keep_closed_layer() returns trigger language plpgsql as $$
declare
  phase text := (select c.phase from assessment a join cycle c on c.id = a.cycle_id where a.id = new.assessment_id);
begin
  ${exception}
  if (new.layer = 'appraisal-1' and phase not in ('preparing', 'self-assessment', 'appraisal'))
      or (new.layer = 'appraisal-2' and phase <> 'reappraisal')
      or (new.layer = 'base' and phase in ('preliminary', 'published'))
      or (new.layer = 'council' and phase = 'published')
      or (tg_op = 'UPDATE' and (new.assessment_id, new.code, new.layer) is distinct from (old.assessment_id, old.code, old.layer)) then
    raise exception 'layer % of criterion % is closed in phase %', new.layer, new.code, phase using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
`;

const EXCEPT_RESCORING = `if tg_op = 'UPDATE' and is_rescoring(new.assessment_id) and to_jsonb(new) - 'points' = to_jsonb(old) - 'points' then
    return new;
  end if;`;

const ANSWER_BEFORE = `
create or replace function keep_closed_answer() returns trigger language plpgsql as $$
begin
  if not is_round_open(new.assessment_id, 'self-assessment') then
    raise exception 'answer % of assessment % is handed in', new.code, new.assessment_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
`;

const TOLD = [
  ...['phase-opened', 'assessment-sent', 'assessment-withdrawn', 'assessment-returned', 'assessment-submitted', 'assessment-reopened'],
  ...['assessment-taken', 'extended', 'explanation-asked', 'explanation-silent', 'council-vote', 'petition-filed', 'petition-answered'],
  ...['deadline-near', 'deadline-over', 'clock-waits', 'published'],
];

const kindsOf = (kinds: readonly string[]): string =>
  ['notification', 'notification_preference']
    .map((table) => `alter table ${table} drop constraint ck_${table}_kind, add constraint ck_${table}_kind check (kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}));`)
    .join('\n');

/** A correction computes the points of its cycle anew, and the agencies are told. */
export class SetCorrection1764100022100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(RESCORING);
    await db.query(LAYER(EXCEPT_RESCORING));
    await db.query(kindsOf([...TOLD, 'criteria-corrected']));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(ANSWER_BEFORE);
    await db.query(LAYER(''));
    await db.query('drop function is_rescoring');
    await db.query(`delete from notification where kind = 'criteria-corrected'`);
    await db.query(`delete from notification_preference where kind = 'criteria-corrected'`);
    await db.query(kindsOf(TOLD));
  }
}
