import { Injectable } from '@nestjs/common';
import type { NotificationDelivery, NotificationKind, NotificationParts, NotificationPreference } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { Slice } from '../../platform/http/page.dto';

export interface InboxRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly parts: NotificationParts;
  readonly path: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface InboxCounts {
  readonly total: number;
  readonly unread: number;
}

const ROWS = `
  select id, kind, parts, path, created_at as "createdAt", read_at as "readAt"
  from notification
  where recipient_id = $1 and ($2 or read_at is null)
  order by created_at desc, id
  offset $3 limit $4`;

@Injectable()
export class InboxRepository {
  list(em: EntityManager, userId: string, onlyUnread: 'all' | 'unread', { skip, pageSize }: Slice): Promise<readonly InboxRow[]> {
    return em.query(ROWS, [userId, onlyUnread === 'all', skip, pageSize]);
  }

  async count(em: EntityManager, userId: string): Promise<InboxCounts> {
    const [row]: readonly InboxCounts[] = await em.query(
      `select count(*)::int as total, count(*) filter (where read_at is null)::int as unread from notification where recipient_id = $1`,
      [userId],
    );
    return row ?? { total: 0, unread: 0 };
  }

  /** By an index that has the unread ones alone: asked every minute by everybody. */
  async countUnread(em: EntityManager, userId: string): Promise<number> {
    const [row]: readonly { readonly unread: number }[] = await em.query(`select count(*)::int as unread from notification where recipient_id = $1 and read_at is null`, [userId]);
    return row?.unread ?? 0;
  }

  /** False where it is not there, or somebody else's. */
  async markRead(em: EntityManager, userId: string, id: string): Promise<boolean> {
    const [rows]: [readonly unknown[], number] = await em.query(
      'update notification set read_at = coalesce(read_at, now()) where id = $2 and recipient_id = $1 returning id',
      [userId, id],
    );
    return rows.length > 0;
  }

  async markAllRead(em: EntityManager, userId: string, upTo: string): Promise<void> {
    await em.query('update notification set read_at = now() where recipient_id = $1 and read_at is null and created_at <= $2', [userId, upTo]);
  }

  async emailOf(em: EntityManager, userId: string): Promise<string | null> {
    const [row]: readonly { readonly email: string | null }[] = await em.query('select email from user_account where id = $1', [userId]);
    return row?.email ?? null;
  }

  async chosen(em: EntityManager, userId: string): Promise<ReadonlyMap<NotificationKind, NotificationDelivery>> {
    const rows: readonly NotificationPreference[] = await em.query('select kind, delivery from notification_preference where user_id = $1', [userId]);
    return new Map(rows.map(({ kind, delivery }) => [kind, delivery]));
  }

  async choose(em: EntityManager, userId: string, preferences: readonly NotificationPreference[]): Promise<void> {
    await em.query(
      `insert into notification_preference (user_id, kind, delivery)
       select $1, t.kind, t.delivery from jsonb_to_recordset($2::jsonb) as t(kind text, delivery text)
       on conflict (user_id, kind) do update set delivery = excluded.delivery`,
      [userId, JSON.stringify(preferences)],
    );
  }
}
