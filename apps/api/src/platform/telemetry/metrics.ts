import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { Config } from '../config/config';
import { JOB_SCHEMA } from '../jobs/job-queue';

/** One line of a figure: its labels, and how much. */
export interface FigureLine {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A number that is looked up whenever the figures are asked for. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  readonly read: () => Promise<readonly FigureLine[]>;
}

/** Seconds: a save is well within the first, an export within the last. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface CountedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** What the watchers of servers ask for, as Prometheus reads it. Kept only where `METRICS_TOKEN` is set. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'par_http_request_duration_seconds',
    help: 'Seconds until a request was answered, by route as the controller declares it',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {
    if (this.kept) collectDefaultMetrics({ register: this.registry });
    this.add({ name: 'par_database_connections', help: 'Connections of this process to the database', labelNames: ['state'], read: () => Promise.resolve(this.connections()) });
    this.add({ name: 'par_jobs', help: 'Jobs in the queue', labelNames: ['queue', 'state'], read: () => this.jobs() });
  }

  get kept(): boolean {
    return this.config.METRICS_TOKEN !== undefined;
  }

  /** The name begins with `par_`; a figure that can't be read is left out and spoils no other. */
  add({ name, help, labelNames, read }: Figure): void {
    const collect = async (gauge: Gauge): Promise<void> => {
      gauge.reset();
      // A gauge without labels is 0 after that, which would be a figure.
      if (labelNames.length === 0) gauge.remove();
      for (const { labels, value } of await read().catch(() => [])) gauge.set({ ...labels }, value);
    };
    new Gauge({ name, help, labelNames: [...labelNames], registers: [this.registry], async collect() { await collect(this); } });
  }

  answered(request: { readonly method: string; readonly route: string; readonly status: number }, seconds: number): void {
    this.durations.observe({ ...request, status: String(request.status) }, seconds);
  }

  /** The text format of Prometheus. */
  async text(): Promise<{ readonly contentType: string; readonly body: string }> {
    return { contentType: this.registry.contentType, body: await this.registry.metrics() };
  }

  private connections(): readonly FigureLine[] {
    const { totalCount, idleCount, waitingCount } = (this.dataSource.driver as PostgresDriver).master as CountedPool;
    return [
      { labels: { state: 'busy' }, value: totalCount - idleCount },
      { labels: { state: 'idle' }, value: idleCount },
      { labels: { state: 'waited-for' }, value: waitingCount },
    ];
  }

  private async jobs(): Promise<readonly FigureLine[]> {
    const rows: readonly { readonly name: string; readonly state: string; readonly count: string }[] = await this.dataSource.query(
      `select name, state::text, count(*) from ${JOB_SCHEMA}.job group by name, state`,
    );
    return rows.map(({ name, state, count }) => ({ labels: { queue: name, state }, value: Number(count) }));
  }
}
