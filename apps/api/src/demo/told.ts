import type { EntityManager } from 'typeorm';

const OPENED = `
  update notification n
  set created_at = w.opens_at, mailed_at = w.opens_at, read_at = case when $2::timestamptz is not null then w.opens_at end,
    parts = n.parts || jsonb_build_object('deadlineAt', to_char(w.deadline_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from cycle_window w
  where n.cycle_id = $1 and n.kind = 'phase-opened' and w.cycle_id = n.cycle_id and w.phase = n.parts->>'phase'`;

/**
 * What people were told while a cycle was played in seconds, put where it would stand in time: phases and the publication keep their day and
 * have been mailed, those of a published cycle have been read, and the rest, which speaks of days that never were, goes.
 */
export async function backdateTold(em: EntityManager, cycleId: string, publishedAt: Date | null): Promise<void> {
  await em.query(`delete from notification where cycle_id = $1 and kind not in ('phase-opened', 'published')`, [cycleId]);
  await em.query(OPENED, [cycleId, publishedAt]);
  await em.query(`update notification set created_at = $2, mailed_at = $2, read_at = $2 where cycle_id = $1 and kind = 'published'`, [cycleId, publishedAt]);
}
