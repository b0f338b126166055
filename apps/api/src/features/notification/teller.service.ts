import { Injectable } from '@nestjs/common';
import { type NotificationKind, STANDARD_DELIVERY } from '@par-index/contract';
import type { Transaction } from '../../platform/database/unit-of-work';
import type { Told } from './told';

const TELL = `
  insert into notification (recipient_id, kind, subject_id, cycle_id, path, parts, once_key, delivery, created_at)
  select t."userId", $1, t."subjectId", t."cycleId", t.path, t.parts, t."onceKey", coalesce(p.delivery, $2), $3
  from jsonb_to_recordset($4::jsonb) as t("userId" uuid, "subjectId" uuid, "cycleId" uuid, path text, parts jsonb, "onceKey" text)
  left join notification_preference p on p.user_id = t."userId" and p.kind = $1
  on conflict (recipient_id, once_key) do nothing`;

/** Writes what people are told into the transaction in which it happens, in one statement; mails follow after it is committed. */
@Injectable()
export class Teller {
  /** Whoever does it need not be told. */
  async tell(tx: Transaction, kind: NotificationKind, told: readonly Told[]): Promise<void> {
    const others = told.filter(({ userId }) => userId !== tx.actor?.id);
    if (others.length > 0) {
      await tx.em.query(TELL, [kind, STANDARD_DELIVERY[kind], tx.now, JSON.stringify(others)]);
    }
  }
}
