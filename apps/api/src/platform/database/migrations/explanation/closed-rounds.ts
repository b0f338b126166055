/**
 * What is handed in stays as it is: an answer or its evidence while the agency does not work on them, an explanation once its round is over,
 * a layer once the cycle is past its phase. SQLSTATE 23001 (restrict_violation), whoever sends it. The assessment is held, so that nobody
 * slips in while it is being submitted.
 */
export const CLOSED_ROUNDS = `
create function is_round_open(assessment uuid, round text) returns boolean language plpgsql as $$
declare
  open boolean;
begin
  perform 1 from assessment a where a.id = assessment for share;
  if round = 'explanation' then
    select a.state = 'explaining' and now() <= w.close_at and (c.phase = 'explanation' or (c.phase = 'reappraisal' and w.extended)) into open
    from assessment a join cycle c on c.id = a.cycle_id cross join lateral explanation_window(a.id) w where a.id = assessment;
  else
    select a.state = 'drafting' and c.phase in ('self-assessment', 'appraisal') into open
    from assessment a join cycle c on c.id = a.cycle_id where a.id = assessment;
  end if;
  return coalesce(open, false);
end $$;

create function keep_closed_answer() returns trigger language plpgsql as $$
begin
  if not is_round_open(new.assessment_id, 'self-assessment') then
    raise exception 'answer % of assessment % is handed in', new.code, new.assessment_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger answer_closed before insert or update on answer for each row execute function keep_closed_answer();

create function keep_closed_explanation() returns trigger language plpgsql as $$
begin
  if not is_round_open(new.assessment_id, 'explanation') then
    raise exception 'the explanation of assessment % is closed', new.assessment_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger explanation_closed before insert or update on explanation for each row execute function keep_closed_explanation();

create function keep_closed_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.document_id, new.assessment_id, new.code, new.round, new.created_by, new.created_at)
        is distinct from (old.document_id, old.assessment_id, old.code, old.round, old.created_by, old.created_at) then
      raise exception 'evidence % stays where it was put', old.id using errcode = 'restrict_violation';
    end if;
    if (new.section, new.page, new.late, new.removed_at, new.removed_by) is not distinct from (old.section, old.page, old.late, old.removed_at, old.removed_by) then
      return new;
    end if;
  end if;
  if not is_round_open(new.assessment_id, new.round) then
    raise exception 'the evidence of round % of assessment % is handed in', new.round, new.assessment_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger evidence_link_closed before insert or update on evidence_link for each row execute function keep_closed_evidence();

create function keep_closed_layer() returns trigger language plpgsql as $$
declare
  phase text := (select c.phase from assessment a join cycle c on c.id = a.cycle_id where a.id = new.assessment_id);
begin
  if (new.layer = 'appraisal-1' and phase not in ('preparing', 'self-assessment', 'appraisal'))
      or (new.layer = 'appraisal-2' and phase <> 'reappraisal')
      or (new.layer = 'base' and phase in ('preliminary', 'published'))
      or (new.layer = 'council' and phase = 'published')
      or (tg_op = 'UPDATE' and (new.assessment_id, new.code, new.layer) is distinct from (old.assessment_id, old.code, old.layer)) then
    raise exception 'layer % of criterion % is closed in phase %', new.layer, new.code, phase using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger appraisal_layer_closed before insert or update on appraisal_layer for each row execute function keep_closed_layer();

create function keep_ended_round() returns trigger language plpgsql as $$
begin
  if (new.id, new.assessment_id, new.opened_at) is distinct from (old.id, old.assessment_id, old.opened_at)
      or old.submitted_at is not null or old.silent_at is not null then
    raise exception 'explanation round of assessment % has ended', old.assessment_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger explanation_round_ended before update on explanation_round for each row execute function keep_ended_round();

create trigger explanation_round_never_deleted before delete or truncate on explanation_round
  for each statement execute function refuse_change();
create trigger explanation_never_deleted before delete or truncate on explanation
  for each statement execute function refuse_change();
create trigger explanation_revision_written_once before update or delete or truncate on explanation_revision
  for each statement execute function refuse_change();
create trigger remark_written_once before update or delete or truncate on remark
  for each statement execute function refuse_change();
`;

export const OPEN_AGAIN = `
drop trigger evidence_link_closed on evidence_link;
drop trigger appraisal_layer_closed on appraisal_layer;
drop trigger answer_closed on answer;
drop trigger explanation_closed on explanation;
drop trigger explanation_round_ended on explanation_round;
drop function keep_closed_evidence, keep_closed_layer, keep_closed_answer, keep_closed_explanation, keep_ended_round, is_round_open;
`;
