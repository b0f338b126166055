/** What no command may change or remove, whoever sends it. SQLSTATE 23001 (restrict_violation). */
export const WRITTEN_ONCE = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are written once: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create trigger answer_revision_written_once before update or delete or truncate on answer_revision
  for each statement execute function refuse_change();
create trigger evidence_file_written_once before update or delete or truncate on evidence_file
  for each statement execute function refuse_change();
create trigger appraisal_layer_revision_written_once before update or delete or truncate on appraisal_layer_revision
  for each statement execute function refuse_change();
create trigger result_snapshot_written_once before update or delete or truncate on result_snapshot
  for each statement execute function refuse_change();
create trigger result_row_written_once before update or delete or truncate on result_row
  for each statement execute function refuse_change();

create trigger evidence_link_never_deleted before delete or truncate on evidence_link
  for each statement execute function refuse_change();
create trigger answer_never_deleted before delete or truncate on answer
  for each statement execute function refuse_change();
create trigger appraisal_layer_never_deleted before delete or truncate on appraisal_layer
  for each statement execute function refuse_change();
create trigger assessment_never_deleted before delete or truncate on assessment
  for each statement execute function refuse_change();
create trigger participant_never_deleted before delete or truncate on participant
  for each statement execute function refuse_change();

create function keep_frozen_criteria_set() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state in ('frozen', 'superseded') then
      raise exception 'criteria set % version % is frozen', old.code, old.version_number using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.state not in ('frozen', 'superseded') then
    return new;
  end if;
  if (new.code, new.year, new.group_code, new.title, new.version_number, new.document, new.digest, new.leaf_count)
      is distinct from (old.code, old.year, old.group_code, old.title, old.version_number, old.document, old.digest, old.leaf_count)
      or new.state not in ('frozen', 'superseded') then
    raise exception 'criteria set % version % is frozen', old.code, old.version_number using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger criteria_set_frozen before update or delete on criteria_set
  for each row execute function keep_frozen_criteria_set();

create function refuse_own_appraisal() returns trigger language plpgsql as $$
begin
  if exists (select 1 from assessment where id = new.assessment_id and agency_id = new.agency_id) then
    raise exception 'agency % cannot appraise itself', new.agency_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger appraisal_assignment_not_own before insert or update on appraisal_assignment
  for each row execute function refuse_own_appraisal();
`;
