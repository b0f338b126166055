import { Injectable } from '@nestjs/common';
import type { NotificationTask } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { belongs, HELD } from './held.sql';

/** Somebody who still has something to do, and until when. */
export interface DueRow {
  readonly userId: string;
  readonly task: NotificationTask;
  readonly subjectId: string;
  readonly cycleId: string;
  readonly path: string;
  readonly agencyName: string | null;
  readonly left: number | null;
  readonly deadlineAt: Date;
  readonly closeAt: Date;
  /** Calendar days in Việt Nam until the deadline. */
  readonly days: number;
  readonly isOver: boolean;
}

const DAY = (moment: string): string => `(${moment} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** Of a window `w` that is open, with the deadline near or behind. */
const DUE = (window: string): string => `
  ${window}.deadline_at as "deadlineAt", ${window}.close_at as "closeAt",
  ${DAY(`${window}.deadline_at`)} - ${DAY('now()')} as days, now() > ${window}.deadline_at as "isOver"`;
const NEAR = (window: string): string =>
  `${window}.opens_at <= now() and now() <= ${window}.close_at and ${DAY(`${window}.deadline_at`)} - ${DAY('now()')} <= $1`;

const SELF_ASSESSMENT = `
  select distinct h.user_id as "userId", case a.state when 'drafting' then 'self-assessment' else 'sign-off' end as task,
    a.id as "subjectId", a.cycle_id as "cycleId", '/assessments/' || a.id as path, g.name as "agencyName", null::int as left, ${DUE('w')}
  from assessment a
  join cycle c on c.id = a.cycle_id and c.phase in ('self-assessment', 'appraisal')
  join agency g on g.id = a.agency_id
  cross join lateral agency_window(a.participant_id, 'self-assessment') w
  join ${HELD} h on h.agency_id = a.agency_id and (h.role = 'agency-head' or (h.role = 'agency-officer' and a.state = 'drafting'))
  where a.state in ('drafting', 'awaiting-head') and ${NEAR('w')}`;

const EXPLANATION = `
  select distinct h.user_id as "userId", 'explanation' as task, a.id as "subjectId", a.cycle_id as "cycleId", '/explanations/' || a.id as path,
    g.name as "agencyName", null::int as left, ${DUE('w')}
  from assessment a
  join cycle c on c.id = a.cycle_id and c.phase in ('explanation', 'reappraisal')
  join agency g on g.id = a.agency_id
  cross join lateral explanation_window(a.id) w
  join ${HELD} h on h.agency_id = a.agency_id and h.role in ('agency-officer', 'agency-head')
  where a.state = 'explaining' and ${NEAR('w')}`;

/** What is given to them, to whom they stand in for, or to nobody in particular; never at the own agency. */
const APPRAISAL = `
  select h.user_id as "userId", w.phase as task, w.cycle_id as "subjectId", w.cycle_id as "cycleId", '/appraisals' as path,
    null as "agencyName", count(distinct t.id)::int as left, ${DUE('w')}
  from cycle_window w
  join cycle c on c.id = w.cycle_id and c.phase = w.phase and c.phase in ('appraisal', 'reappraisal')
  join assigned_criterion t on t.cycle_id = c.id and t.is_left
  join ${HELD} h on h.agency_id = t.agency_id and h.role in ('appraiser', 'home-affairs') and not ${belongs('h.user_id', 't.assessed_agency_id')}
  where (t.person_id is null or t.person_id = h.user_id or exists (
      select from active_delegation d
      where d.kind = 'appraisal' and d.to_user_id = h.user_id and d.from_user_id = t.person_id and d.agency_id = t.agency_id))
    and ${NEAR('w')}
  group by h.user_id, w.id`;

/** Votes that are open to them and not cast. */
const COUNCIL = `
  select e.user_id as "userId", 'council' as task, w.cycle_id as "subjectId", w.cycle_id as "cycleId", '/council/' || w.cycle_id as path,
    null as "agencyName", count(*)::int as left, ${DUE('w')}
  from cycle_window w
  join cycle c on c.id = w.cycle_id and c.phase = w.phase and c.phase = 'council'
  join council_item i on i.cycle_id = c.id and i.state = 'voting'
  join council_entitled e on e.item_id = i.id
  join user_account u on u.id = e.user_id and u.active
  where not exists (select from council_vote v where v.item_id = i.id and v.user_id = e.user_id) and ${NEAR('w')}
  group by e.user_id, w.id`;

/** Petitions that are written and not filed: the head signs them. */
const PETITIONS = `
  select h.user_id as "userId", 'petition' as task, a.id as "subjectId", a.cycle_id as "cycleId", '/petitions/' || a.id as path,
    g.name as "agencyName", count(distinct t.id)::int as left, ${DUE('w')}
  from petition t
  join assessment a on a.id = t.assessment_id
  join cycle c on c.id = a.cycle_id and c.phase = 'preliminary'
  join agency g on g.id = a.agency_id
  cross join lateral agency_window(a.participant_id, 'preliminary') w
  join ${HELD} h on h.agency_id = a.agency_id and h.role = 'agency-head'
  where t.state = 'draft' and ${NEAR('w')}
  group by h.user_id, a.id, g.name, w.deadline_at, w.close_at`;

/** Reads across the cycles under way, and writes nothing. */
@Injectable()
export class ReminderRepository {
  /** Everybody with something left to do whose deadline is at most so many calendar days ahead, or behind and not yet locked. */
  async listDue(em: EntityManager, days: number): Promise<readonly DueRow[]> {
    const due: DueRow[] = [];
    for (const statement of [SELF_ASSESSMENT, EXPLANATION, APPRAISAL, COUNCIL, PETITIONS]) {
      due.push(...((await em.query(statement, [days])) as readonly DueRow[]));
    }
    return due;
  }
}
