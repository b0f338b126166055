import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { JobQueue } from '../../platform/jobs/job-queue';
import { PhaseClock } from './phase-clock.service';

/** Any number that nobody else locks in this database. */
const LOCK = 7_262_028;

const EVERY_MINUTE = '* * * * *';

/**
 * Tells the features that time has passed, so that what the close locks is taken as it stands though nobody is at work (decision
 * 0006), and opens the phases whose day has come. Of several servers on one database one ticks at a time. A tick that fails is undone,
 * logged, and comes again.
 */
@Injectable()
export class CycleClock implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly phases: PhaseClock,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_MINUTE, 'clock', async () => {
      if (await this.tick()) {
        await this.phases.openDue();
      }
    });
  }

  /** One tick now. False where another server is at it. */
  tick(): Promise<boolean> {
    return this.unitOfWork.runAsSystem(async (tx) => {
      const mine = await holdsLock(tx);
      if (mine) {
        await tx.raise('clock.ticked', { at: tx.now });
      }
      return mine;
    });
  }
}

async function holdsLock({ em }: Transaction): Promise<boolean> {
  const [row]: readonly { readonly held: boolean }[] = await em.query('select pg_try_advisory_xact_lock($1) as held', [LOCK]);
  return row?.held ?? false;
}
