import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Config } from '../config/config';

/** Where the jobs are kept, beside the tables of the application. */
export const JOB_SCHEMA = 'jobs';

/** Seconds after which what a server that is gone had taken up goes to another. */
const EXPIRY = 120;
/** Seconds between two looks for work. */
const POLL = 2;
/** Milliseconds that a job under way gets to end when the server stops. */
const GRACE = 20_000;

export type JobWork = () => Promise<void>;

interface RecurringJob {
  readonly name: string;
  readonly cron: string;
  readonly work: JobWork;
}

/**
 * Work that is done once, however many servers there are, and again after a server that went away in the middle of it. The server program
 * starts it; nothing else does, so that a command or a test has no clock behind its back.
 */
@Injectable()
export class JobQueue implements BeforeApplicationShutdown {
  private readonly logger = new Logger(JobQueue.name);
  private readonly recurring: RecurringJob[] = [];
  private boss: PgBoss | null = null;

  constructor(private readonly config: Config) {}

  /** To be called before the queue starts. `cron` has five fields, in the time of Việt Nam; a job that is still waiting is not doubled. */
  every(cron: string, name: string, work: JobWork): void {
    this.recurring.push({ cron, name, work });
  }

  /** Each recurring job runs once at once: what became due while nothing ran does not wait for the next full minute. */
  async start(): Promise<void> {
    const boss = new PgBoss({ connectionString: this.config.DATABASE_URL, schema: JOB_SCHEMA, application_name: 'par-index-jobs', max: 3 });
    boss.on('error', (error) => this.logger.error({ msg: 'job queue', error }));
    this.boss = await boss.start();
    for (const job of this.recurring) {
      await this.take(boss, job);
    }
  }

  /** Returns when the jobs under way have ended. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: GRACE });
    this.boss = null;
  }

  /** Asks for one run of a recurring job now. */
  async ask(name: string): Promise<void> {
    await this.boss?.send(name);
  }

  private async take(boss: PgBoss, { name, cron, work }: RecurringJob): Promise<void> {
    await boss.createQueue(name, { policy: 'short', expireInSeconds: EXPIRY, retryLimit: 0, deleteAfterSeconds: 3600 });
    await boss.schedule(name, cron, null, { tz: 'Asia/Ho_Chi_Minh' });
    await boss.work(name, { pollingIntervalSeconds: POLL }, () => this.logged(name, work));
    await boss.send(name);
  }

  /** A run that fails is undone and logged, and comes again with the next one. */
  private async logged(name: string, work: JobWork): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ msg: 'job failed', job: name, error });
      throw error;
    }
  }
}
