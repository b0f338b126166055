import { Injectable } from '@nestjs/common';
import type { AuditEventView, AuditQuery, Page } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { withoutScore } from './audit-payload';

interface AuditRow extends Omit<AuditEventView, 'at'> {
  readonly at: Date;
}

const WANTED = `
  where ($1::uuid is null or e.subject_id = $1) and ($2::uuid is null or e.cycle_id = $2)
    and ($3::uuid is null or e.actor_id = $3) and ($4::text is null or e.event = $4)`;

const PAGE = `
  select e.id, e.at, e.event, e.subject_id "subjectId", e.cycle_id "cycleId", e.payload,
    case when u.id is not null then json_build_object('id', u.id, 'userName', u.user_name, 'fullName', u.full_name) end actor
  from audit_event e left join user_account u on u.id = e.actor_id ${WANTED} order by e.at desc, e.id desc offset $5 limit $6`;

@Injectable()
export class AuditService {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first, without figures and points. Two statements. */
  async list(query: AuditQuery): Promise<Page<AuditEventView>> {
    const slice = sliceOf(query);
    const wanted = [query.subjectId ?? null, query.cycleId ?? null, query.actorId ?? null, query.event ?? null];
    const rows: readonly AuditRow[] = await this.dataSource.query(PAGE, [...wanted, slice.skip, slice.pageSize]);
    const counts: readonly { readonly total: number }[] = await this.dataSource.query(`select count(*)::int total from audit_event e ${WANTED}`, wanted);
    const items = rows.map((row) => ({ ...row, payload: withoutScore(row.event, row.payload), at: row.at.toISOString() }));
    return pageOf(items, counts[0]?.total ?? 0, slice);
  }
}
