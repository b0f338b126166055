import { Injectable } from '@nestjs/common';
import { type HeartbeatRequest, PRESENCE_SECONDS, type PersonPresent, type PresenceScope } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';

export interface PageKey {
  readonly userId: string;
  readonly pageId: string;
}

/** A line for every other page at the criterion; one line of nulls where there is none. */
type Line = PersonPresent | { readonly [key in keyof PersonPresent]: null };

/** `presenceSideOf` inside of the query: $4 read as the own, $5 belonged to, $6 whether an overseer, $7 appraised for. */
const PLACE = `
  select a.id, case when a.agency_id = any($4) then 'own' else 'outside' end as side
  from assessment a
  where a.id = $3 and (a.agency_id = any($4) or (a.agency_id <> all($5) and ($6 or (
    a.state not in ('drafting', 'awaiting-head')
    and exists (select 1 from appraisal_assignment t where t.assessment_id = a.id and t.agency_id = any($7))))))`;

const HEARTBEAT = `
  with place as (${PLACE}),
  gone as (delete from presence where user_id = $1 and page_id <> $2 and seen_at < now() - make_interval(secs => $10)),
  mine as (
    insert into presence as p (user_id, page_id, assessment_id, code, side, deed, seen_at)
    select $1, $2, place.id, $8, place.side, $9, now() from place
    on conflict (user_id, page_id) do update
      set assessment_id = excluded.assessment_id, code = excluded.code, side = excluded.side, deed = excluded.deed, seen_at = excluded.seen_at
    returning p.assessment_id, p.code, p.side
  )
  select o.user_id as "userId", u.full_name as "fullName", min(o.deed) as deed
  from mine
  left join (presence o join user_account u on u.id = o.user_id)
    on o.assessment_id = mine.assessment_id and o.code = mine.code and o.side = mine.side
    and o.user_id <> $1 and o.seen_at > now() - make_interval(secs => $10)
  group by o.user_id, u.full_name
  order by u.full_name ${VIETNAMESE_ORDER}, o.user_id`;

@Injectable()
export class PresenceRepository {
  /**
   * Notes where the page is and says who else of the same side is there, in one statement: it is asked by every open page all the time.
   * Null where the assessment is not the reader's to see; then nothing is noted. Of several pages of one person, one that edits counts.
   */
  async note(em: EntityManager, { userId, pageId }: PageKey, { own, belongs, oversees, appraises }: PresenceScope, at: HeartbeatRequest): Promise<readonly PersonPresent[] | null> {
    const parameters = [userId, pageId, at.assessmentId, own, belongs, oversees, appraises, at.code, at.deed, PRESENCE_SECONDS];
    const lines: readonly Line[] = await em.query(HEARTBEAT, parameters);
    return lines.length === 0 ? null : lines.filter((line): line is PersonPresent => line.userId !== null);
  }

  async remove(em: EntityManager, { userId, pageId }: PageKey): Promise<void> {
    await em.query('delete from presence where user_id = $1 and page_id = $2', [userId, pageId]);
  }

  async removeGone(em: EntityManager): Promise<void> {
    await em.query('delete from presence where seen_at < now() - make_interval(secs => $1)', [PRESENCE_SECONDS]);
  }
}
