import { Injectable } from '@nestjs/common';
import type { AuditCheckView, AuditFinding } from '@par-index/contract';
import type { EntityManager } from 'typeorm';

type Row = Omit<AuditCheckView, 'askedAt' | 'endedAt'> & { readonly askedAt: Date; readonly endedAt: Date | null };

const VIEW = `
  select c.id, c.state, u.full_name as "askedBy", c.asked_at as "askedAt", c.ended_at as "endedAt", c.checked, c.total, c.seal, c.found, c.findings
  from audit_check c left join user_account u on u.id = c.asked_by`;

/** One that says nothing for two minutes has lost its server, and is taken up by another. */
const TAKE = `
  update audit_check set state = 'running', seen_at = now(), checked = 0
  where id = (
    select id from audit_check where state = 'waiting' or (state = 'running' and seen_at < now() - interval '2 minutes')
    order by asked_at limit 1 for update skip locked)
  returning id`;

/** In the small hours, once a night. */
const ASK_AT_NIGHT = `
  insert into audit_check (asked_by)
  select null where extract(hour from now() at time zone 'Asia/Ho_Chi_Minh') between 1 and 5
    and not exists (select from audit_check where asked_at > now() - interval '20 hours')`;

export interface CheckResult {
  readonly checked: number;
  readonly seal: number | null;
  readonly found: number;
  readonly findings: readonly AuditFinding[];
}

/** Checks of the log that were asked for. */
@Injectable()
export class AuditCheckRepository {
  async find(em: EntityManager, id: string): Promise<AuditCheckView | null> {
    const [row]: readonly Row[] = await em.query(`${VIEW} where c.id = $1`, [id]);
    return row ? toView(row) : null;
  }

  /** Newest first, without what they found but the last one. */
  async listNewest(em: EntityManager, limit: number): Promise<readonly AuditCheckView[]> {
    const rows: readonly Row[] = await em.query(`${VIEW} order by c.asked_at desc, c.id limit $1`, [limit]);
    return rows.map(toView);
  }

  /** One that waits or is under way, or null. */
  async findOpen(em: EntityManager): Promise<AuditCheckView | null> {
    const [row]: readonly Row[] = await em.query(`${VIEW} where c.state in ('waiting', 'running') order by c.asked_at limit 1`);
    return row ? toView(row) : null;
  }

  async insert(em: EntityManager, askedBy: string): Promise<string> {
    const [row]: readonly { readonly id: string }[] = await em.query('insert into audit_check (asked_by) values ($1) returning id', [askedBy]);
    return row?.id ?? '';
  }

  async askAtNight(em: EntityManager): Promise<void> {
    await em.query(ASK_AT_NIGHT);
  }

  /** The next one to be done, taken up; null where none waits. */
  async take(em: EntityManager): Promise<string | null> {
    const [rows]: readonly [readonly { readonly id: string }[], number] = await em.query(TAKE);
    return rows[0]?.id ?? null;
  }

  /** False where it was cancelled meanwhile. */
  async keepProgress(em: EntityManager, id: string, { checked, total }: { readonly checked: number; readonly total: number }): Promise<boolean> {
    const [, count]: readonly [unknown, number] = await em.query(`update audit_check set checked = $2, total = $3, seen_at = now() where id = $1 and state = 'running'`, [id, checked, total]);
    return count === 1;
  }

  async end(em: EntityManager, id: string, { checked, seal, found, findings }: CheckResult): Promise<void> {
    await em.query(
      `update audit_check set state = 'done', ended_at = clock_timestamp(), checked = $2, total = $2, seal = $3, found = $4, findings = $5 where id = $1 and state = 'running'`,
      [id, checked, seal, found, JSON.stringify(findings)],
    );
  }

  async fail(em: EntityManager, id: string): Promise<void> {
    await em.query(`update audit_check set state = 'failed', ended_at = clock_timestamp() where id = $1 and state = 'running'`, [id]);
  }

  /** False where it had ended already. */
  async cancel(em: EntityManager, id: string): Promise<boolean> {
    const [, count]: readonly [unknown, number] = await em.query(`update audit_check set state = 'cancelled', ended_at = now() where id = $1 and state in ('waiting', 'running')`, [id]);
    return count === 1;
  }
}

const toView = ({ askedAt, endedAt, ...row }: Row): AuditCheckView => ({ ...row, askedAt: askedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null });
