import { Injectable } from '@nestjs/common';
import { type PersonAtSet, PRESENCE_SECONDS, type SetHeartbeatRequest } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { VIETNAMESE_ORDER } from '../../platform/database/search';
import type { PageKey } from './presence.repository';

/** A line for every other page at the set; one line of nulls where there is none. */
type Line = PersonAtSet | { readonly [key in keyof PersonAtSet]: null };

const HEARTBEAT = `
  with place as (select id from criteria_set where id = $3),
  gone as (delete from set_presence where user_id = $1 and page_id <> $2 and seen_at < now() - make_interval(secs => $6)),
  mine as (
    insert into set_presence as p (user_id, page_id, criteria_set_id, code, deed, seen_at)
    select $1, $2, place.id, $4, $5, now() from place
    on conflict (user_id, page_id) do update
      set criteria_set_id = excluded.criteria_set_id, code = excluded.code, deed = excluded.deed, seen_at = excluded.seen_at
    returning p.criteria_set_id
  )
  select distinct on (u.full_name ${VIETNAMESE_ORDER}, o.user_id) o.user_id as "userId", u.full_name as "fullName", o.deed, o.code
  from mine
  left join (set_presence o join user_account u on u.id = o.user_id)
    on o.criteria_set_id = mine.criteria_set_id and o.user_id <> $1 and o.seen_at > now() - make_interval(secs => $6)
  order by u.full_name ${VIETNAMESE_ORDER}, o.user_id, o.deed, o.seen_at desc`;

@Injectable()
export class SetPresenceRepository {
  /** Notes where the page is and says who else is at the set, in one statement. Null where there is no such set. Of several pages of one person, one that edits counts. */
  async note(em: EntityManager, { userId, pageId }: PageKey, setId: string, { code, deed }: SetHeartbeatRequest): Promise<readonly PersonAtSet[] | null> {
    const lines: readonly Line[] = await em.query(HEARTBEAT, [userId, pageId, setId, code, deed, PRESENCE_SECONDS]);
    return lines.length === 0 ? null : lines.filter((line): line is PersonAtSet => line.userId !== null);
  }

  async remove(em: EntityManager, { userId, pageId }: PageKey): Promise<void> {
    await em.query('delete from set_presence where user_id = $1 and page_id = $2', [userId, pageId]);
  }

  async removeGone(em: EntityManager): Promise<void> {
    await em.query('delete from set_presence where seen_at < now() - make_interval(secs => $1)', [PRESENCE_SECONDS]);
  }
}
