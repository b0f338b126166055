import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Slice } from '../../platform/http/page.dto';
import type { MailedNotification, MailText } from './mail-words';

export interface UnmailedRow extends MailedNotification {
  readonly id: string;
  readonly recipientId: string;
  readonly email: string;
}

export interface WaitingMail extends MailText {
  readonly id: string;
  readonly address: string;
}

export interface SentMail {
  readonly id: string;
  readonly to: string;
  readonly recipientName: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: Date;
}

/** Attempts after which a mail stays unsent, with what the mail server said. */
const ATTEMPTS = 10;

/** What was read in the inbox meanwhile needs no mail; what is older than a day is no news. */
const UNMAILED = `
  select n.id, n.recipient_id as "recipientId", u.email, n.kind, n.parts, n.path
  from notification n join user_account u on u.id = n.recipient_id and u.active and u.email is not null
  where n.mailed_at is null and n.read_at is null and n.delivery = $1 and n.created_at > now() - interval '25 hours'`;

/** The last seven in the morning, in Việt Nam. */
const MORNING = `(select case when morning <= now() then morning else morning - interval '1 day' end
  from (select (date_trunc('day', now() at time zone 'Asia/Ho_Chi_Minh') + interval '7 hours') at time zone 'Asia/Ho_Chi_Minh' as morning) today)`;

const SENT = `
  select m.id, m.address as to, coalesce(u.full_name, m.address) as "recipientName", m.subject,
    case when m.confidential then 'Nội dung thư này chỉ dành cho người nhận nên không được lưu.' else m.text end as text, m.sent_at as "sentAt"
  from mail_message m left join user_account u on u.id = m.recipient_id
  where m.sent_at is not null`;

@Injectable()
export class MailRepository {
  listAtOnce(em: EntityManager): Promise<readonly UnmailedRow[]> {
    return em.query(`${UNMAILED} order by n.created_at, n.id limit 200 for update of n skip locked`, ['at-once']);
  }

  listDaily(em: EntityManager): Promise<readonly UnmailedRow[]> {
    return em.query(`${UNMAILED} and n.created_at <= ${MORNING} order by n.created_at, n.id for update of n skip locked`, ['daily']);
  }

  async add(em: EntityManager, { recipientId, email }: UnmailedRow, { subject, text, html }: MailText): Promise<void> {
    await em.query('insert into mail_message (recipient_id, address, subject, text, html) values ($1, $2, $3, $4, $5)', [recipientId, email, subject, text, html]);
  }

  /** To somebody without an account; its words are not kept once they are sent. */
  async addConfidential(em: EntityManager, address: string, { subject, text, html }: MailText): Promise<void> {
    await em.query('insert into mail_message (address, subject, text, html, confidential) values ($1, $2, $3, $4, true)', [address, subject, text, html]);
  }

  async markMailed(em: EntityManager, ids: readonly string[]): Promise<void> {
    await em.query('update notification set mailed_at = now() where id = any($1)', [ids]);
  }

  /** One that is due, held until the end of the transaction. */
  async takeWaiting(em: EntityManager): Promise<WaitingMail | null> {
    const [mail]: readonly WaitingMail[] = await em.query(
      `select id, address, subject, text, html from mail_message
       where sent_at is null and next_attempt_at <= now() and attempts < $1
       order by next_attempt_at, id limit 1 for update skip locked`,
      [ATTEMPTS],
    );
    return mail ?? null;
  }

  async markSent(em: EntityManager, id: string): Promise<void> {
    await em.query(
      `update mail_message set sent_at = now(), attempts = attempts + 1, failed_because = null,
         text = case when confidential then '' else text end, html = case when confidential then '' else html end where id = $1`,
      [id],
    );
  }

  /** To be tried again after 1, 2, 4 … minutes. */
  async markFailed(em: EntityManager, id: string, because: string): Promise<void> {
    await em.query(
      `update mail_message set attempts = attempts + 1, failed_because = $2, next_attempt_at = now() + make_interval(mins => power(2, attempts)::int) where id = $1`,
      [id, because],
    );
  }

  listSent(em: EntityManager, { skip, pageSize }: Slice): Promise<readonly SentMail[]> {
    return em.query(`${SENT} order by m.sent_at desc, m.id offset $1 limit $2`, [skip, pageSize]);
  }

  async countSent(em: EntityManager): Promise<number> {
    const [row]: readonly { readonly total: number }[] = await em.query('select count(*)::int as total from mail_message where sent_at is not null');
    return row?.total ?? 0;
  }

  async findSent(em: EntityManager, id: string): Promise<SentMail | null> {
    const [mail]: readonly SentMail[] = await em.query(`${SENT} and m.id = $1`, [id]);
    return mail ?? null;
  }
}
