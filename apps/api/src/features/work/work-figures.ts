import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type FigureLine, Metrics } from '../../platform/telemetry/metrics';

const ASSESSMENTS = `
  select c.year::text as year, a.state, case when a.late then 'late' else 'on-time' end as punctuality, count(*)::int as value
  from assessment a join cycle c on c.id = a.cycle_id
  where c.phase <> 'published' group by c.year, a.state, a.late`;

const SAVES = `select count(*)::int as value from audit_event where at > now() - interval '1 minute'`;

/** How far the province is, for whoever watches the server on the last day. */
@Injectable()
export class WorkFigures implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.metrics.add({
      name: 'par_assessments',
      help: 'Assessments of cycles under way',
      labelNames: ['year', 'state', 'punctuality'],
      read: () => this.lines(ASSESSMENTS),
    });
    this.metrics.add({ name: 'par_audited_writes_last_minute', help: 'Audit lines of the last minute', labelNames: [], read: () => this.lines(SAVES) });
  }

  private async lines(sql: string): Promise<readonly FigureLine[]> {
    const rows: readonly Record<string, string | number>[] = await this.dataSource.query(sql);
    return rows.map(({ value, ...labels }) => ({ value: Number(value), labels: Object.fromEntries(Object.entries(labels).map(([name, text]) => [name, String(text)])) }));
  }
}
