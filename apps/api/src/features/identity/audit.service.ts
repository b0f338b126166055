import { Injectable } from '@nestjs/common';
import type { Actor, AuditEventView, AuditExportQuery, AuditQuery, Page } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { containing } from '../../platform/database/search';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { auditCsv, auditWorkbook } from './audit-file';
import { SHOWN_PAYLOAD, withoutScore } from './audit-payload';

interface AuditRow extends Omit<AuditEventView, 'at'> {
  readonly at: Date;
}

/** Lines of one file at most: what a spreadsheet opens with ease. */
const MOST = 50_000;

/** Every word that was searched for stands in what is shown of the line, in the name of the person, or is the subject. */
const WANTED = `
  from audit_event e left join user_account u on u.id = e.actor_id
  where ($1::uuid is null or e.subject_id = $1) and ($2::uuid is null or e.cycle_id = $2)
    and ($3::uuid is null or e.actor_id = $3) and ($4::text is null or e.event = $4)
    and ($5::timestamptz is null or e.at >= $5) and ($6::timestamptz is null or e.at < $6)
    and ($7::text is null or (${SHOWN_PAYLOAD})::text ilike $7 or u.user_name ilike $7 or u.full_name ilike $7 or e.subject_id::text ilike $7 or e.id::text ilike $7)`;

const PAGE = `
  select e.id, e.at, e.event, e.subject_id "subjectId", e.cycle_id "cycleId", e.payload,
    case when u.id is not null then json_build_object('id', u.id, 'userName', u.user_name, 'fullName', u.full_name) end actor
  ${WANTED} order by e.at desc, e.id desc offset $8 limit $9`;

@Injectable()
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Newest first, without figures and points. Two statements. */
  async list(query: AuditQuery): Promise<Page<AuditEventView>> {
    const slice = sliceOf(query);
    const em = this.dataSource.manager;
    return pageOf(await this.read(em, query, { skip: slice.skip, limit: slice.pageSize }), await this.count(em, query), slice);
  }

  /** The same lines as a file, which itself is noted. Refuses more than a file can hold with `audit.too-many-lines`. */
  export(actor: Actor, { format, ...query }: AuditExportQuery): Promise<Buffer> {
    return this.unitOfWork.run(actor, async (tx) => {
      const lines = await this.count(tx.em, query);
      if (lines > MOST) {
        throw new DomainError('audit.too-many-lines', { lines, most: MOST });
      }
      const events = await this.read(tx.em, query, { skip: 0, limit: MOST });
      await tx.audit('audit.exported', { id: actor.id }, { format, lines: events.length, wanted: { ...query } });
      return format === 'csv' ? auditCsv(events) : auditWorkbook(events);
    });
  }

  private async read(em: EntityManager, query: AuditQuery, { skip, limit }: { readonly skip: number; readonly limit: number }): Promise<readonly AuditEventView[]> {
    const rows: readonly AuditRow[] = await em.query(PAGE, [...wantedBy(query), skip, limit]);
    return rows.map((row) => ({ ...row, payload: withoutScore(row.event, row.payload), at: row.at.toISOString() }));
  }

  private async count(em: EntityManager, query: AuditQuery): Promise<number> {
    const [row]: readonly { readonly total: number }[] = await em.query(`select count(*)::int total ${WANTED}`, [...wantedBy(query)]);
    return row?.total ?? 0;
  }
}

function wantedBy({ subjectId, cycleId, actorId, event, from, until, search }: AuditQuery): readonly (string | null)[] {
  return [subjectId ?? null, cycleId ?? null, actorId ?? null, event ?? null, from ?? null, until ?? null, search?.trim() ? containing(search) : null];
}
