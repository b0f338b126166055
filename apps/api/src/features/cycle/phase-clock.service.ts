import { Injectable, Logger } from '@nestjs/common';
import { nextPhase, type Phase, PHASES } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { PhaseService } from './phase.service';

/** Publishing is a person's to do, always. */
const BY_CLOCK: readonly Phase[] = PHASES.filter((phase) => !['published', null].includes(nextPhase(phase)));

const DUE = `
  select c.id from cycle c
  join unnest($1::text[], $2::text[]) as step(phase, next) on step.phase = c.phase
  join cycle_window w on w.cycle_id = c.id and w.phase = step.next
  where w.opens_at <= now()
  order by c.id`;

/** Opens the phases whose day has come. Each cycle in a transaction of its own: one that can't move does not hold up another. */
@Injectable()
export class PhaseClock {
  private readonly logger = new Logger(PhaseClock.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly phases: PhaseService,
  ) {}

  async openDue(): Promise<void> {
    const due: readonly { readonly id: string }[] = await this.dataSource.query(DUE, [BY_CLOCK, BY_CLOCK.map(nextPhase)]);
    for (const { id } of due) {
      await this.unitOfWork
        .runAsSystem((tx) => this.phases.openByDate(tx, id))
        .catch((error: unknown) => this.logger.error({ msg: 'phase not opened', cycleId: id, error }));
    }
  }
}
