import { Injectable } from '@nestjs/common';
import { type ExtensiblePhase, type ExtensionLine, hasReached } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { Cycle } from './cycle.entity';
import { CycleWindow } from './cycle-window.entity';
import { ParticipantExtension } from './participant-extension.entity';

type Granted = Omit<ParticipantExtension, 'id' | 'supersededAt'>;

interface Line extends Pick<ParticipantExtension, 'phase' | 'deadlineAt' | 'closeAt' | 'reason' | 'grantedAt' | 'supersededAt'> {
  readonly grantedBy: string | null;
}

@Injectable()
export class ExtensionRepository {
  /** The deadline that the cycle gives everybody; null where the cycle has gone on to a later phase, or has no dates for it. */
  async commonDeadline(em: EntityManager, { id, phase }: Cycle, extended: ExtensiblePhase): Promise<Date | null> {
    if (phase !== extended && hasReached(phase, extended)) {
      return null;
    }
    return (await em.findOneBy(CycleWindow, { cycleId: id, phase: extended }))?.deadlineAt ?? null;
  }

  /** In the place of the one that holds for the phase; that one stays, with the time at which it was superseded. */
  async grant(em: EntityManager, granted: Granted): Promise<void> {
    const { participantId, phase, grantedAt } = granted;
    await em.query('update participant_extension set superseded_at = $3 where participant_id = $1 and phase = $2 and superseded_at is null', [participantId, phase, grantedAt]);
    await em.insert(ParticipantExtension, granted);
  }

  /** Newest first. */
  async history(em: EntityManager, participantId: string): Promise<readonly ExtensionLine[]> {
    const lines: readonly Line[] = await em.query(
      `select x.phase, x.deadline_at as "deadlineAt", x.close_at as "closeAt", x.reason, u.full_name as "grantedBy", x.granted_at as "grantedAt",
         x.superseded_at as "supersededAt"
       from participant_extension x left join user_account u on u.id = x.granted_by
       where x.participant_id = $1 order by x.granted_at desc, x.superseded_at desc nulls first, x.id`,
      [participantId],
    );
    return lines.map(({ deadlineAt, closeAt, grantedAt, supersededAt, ...line }) => ({
      ...line,
      deadlineAt: deadlineAt.toISOString(),
      closeAt: closeAt.toISOString(),
      grantedAt: grantedAt.toISOString(),
      supersededAt: supersededAt?.toISOString() ?? null,
    }));
  }
}
