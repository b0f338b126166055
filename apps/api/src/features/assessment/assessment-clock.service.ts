import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasReached, type Phase } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../platform/database/domain-events';
import type { Transaction } from '../../platform/database/unit-of-work';
import { PhaseEffects, type PhaseStep } from '../cycle/phase-effects.service';
import { AssessmentMover, type Movable } from './assessment-mover';

/** Not handed in. To be joined: `c` the cycle, `w` the window of self-assessment that holds for the agency. */
const UNSUBMITTED = `
  from assessment a
  join cycle c on c.id = a.cycle_id
  cross join lateral agency_window(a.participant_id, 'self-assessment') w
  where a.state in ('drafting', 'awaiting-head')`;

const CLOSED = `c.phase in ('self-assessment', 'appraisal') and w.close_at < now()`;

/** In a cycle $1: without an extension that still runs, or ($2) whatever was extended. */
const LEFT_BEHIND = `a.cycle_id = $1 and ($2 or not exists (
  select from participant_extension x
  where x.participant_id = a.participant_id and x.phase = 'self-assessment' and x.superseded_at is null and x.close_at >= now()))`;

/** What is not submitted when its time has passed is taken as it stands («không nộp»): at the close, and at the latest when the phase moves on. */
@Injectable()
export class AssessmentClock implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly effects: PhaseEffects,
    private readonly mover: AssessmentMover,
  ) {}

  onModuleInit(): void {
    this.events.on('clock.ticked', (tx) => this.takeClosed(tx));
    this.events.on('cycle.phase-opened', (tx, step) => this.takeLeftBehind(tx, step));
    this.effects.add((em, step) => this.preview(em, step));
  }

  /** All whose close has passed, their extension included. */
  async takeClosed(tx: Transaction): Promise<void> {
    await this.takeAll(tx, await list(tx.em, CLOSED, []));
  }

  /** Those of a cycle that have no running extension when the appraisal opens; all of them when it ends. */
  async takeLeftBehind(tx: Transaction, { cycleId, to }: PhaseStep): Promise<void> {
    if (hasReached(to, 'appraisal')) {
      await this.takeAll(tx, await list(tx.em, LEFT_BEHIND, [cycleId, endsExtensions(to)]));
    }
  }

  private async preview(em: EntityManager, { cycleId, to }: PhaseStep): Promise<{ readonly effects: readonly string[] }> {
    if (!hasReached(to, 'appraisal')) {
      return { effects: [] };
    }
    const taken = await count(em, LEFT_BEHIND, [cycleId, endsExtensions(to)]);
    const unsubmitted = await count(em, 'a.cycle_id = $1', [cycleId]);
    return { effects: [...said(taken, 'hồ sơ chưa nộp sẽ được lấy theo hiện trạng.'), ...said(unsubmitted - taken, 'hồ sơ được gia hạn vẫn tiếp tục tự đánh giá.')] };
  }

  private async takeAll(tx: Transaction, assessments: readonly Movable[]): Promise<void> {
    for (const assessment of assessments) {
      await this.mover.move(tx, assessment, 'take-as-it-stands', { reason: null, late: false });
    }
  }
}

/** An extension lets the agency work on while others are appraised, and no longer. */
const endsExtensions = (to: Phase): boolean => hasReached(to, 'explanation');

const said = (figure: number, words: string): readonly string[] => (figure > 0 ? [`${figure} ${words}`] : []);

/** Locked, in the order of their ids. */
function list(em: EntityManager, condition: string, parameters: readonly unknown[]): Promise<readonly Movable[]> {
  return em.query(`select a.id, a.cycle_id as "cycleId", a.state ${UNSUBMITTED} and ${condition} order by a.id for no key update of a`, [...parameters]);
}

async function count(em: EntityManager, condition: string, parameters: readonly unknown[]): Promise<number> {
  const [row]: readonly { readonly count: number }[] = await em.query(`select count(*)::int as count ${UNSUBMITTED} and ${condition}`, [...parameters]);
  return row?.count ?? 0;
}
