import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';

/** Milliseconds between two ticks. */
const PERIOD = 30_000;

/** Any number that nobody else locks in this database. */
const LOCK = 7_262_028;

/**
 * Tells the features that time has passed, so that what the close locks is taken as it stands though nobody is at work (decision
 * 0006). Of several servers on one database one ticks at a time. A tick that fails is undone, logged, and comes again.
 * The server program starts it; nothing else does.
 */
@Injectable()
export class CycleClock implements BeforeApplicationShutdown {
  private readonly logger = new Logger(CycleClock.name);
  private timer: NodeJS.Timeout | null = null;
  private ticking: Promise<unknown> | null = null;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Returns when the tick under way, if there is one, has ended. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop();
    await this.ticking;
  }

  start(period = PERIOD): void {
    this.timer ??= setInterval(() => this.tickUnlessTicking(), period);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) {
      clearInterval(this.timer);
    }
    this.timer = null;
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

  private tickUnlessTicking(): void {
    this.ticking ??= this.tick()
      .catch((error: unknown) => this.logger.error({ msg: 'tick failed', error }))
      .finally(() => (this.ticking = null));
  }
}

async function holdsLock({ em }: Transaction): Promise<boolean> {
  const [row]: readonly { readonly held: boolean }[] = await em.query('select pg_try_advisory_xact_lock($1) as held', [LOCK]);
  return row?.held ?? false;
}
