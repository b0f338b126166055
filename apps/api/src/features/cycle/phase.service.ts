import { Injectable } from '@nestjs/common';
import {
  type Actor,
  cycleRefusalOf,
  type CycleView,
  nextPhase,
  type OpenPhaseRequest,
  type Phase,
  type PhasePreview,
  WINDOWED_PHASES,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { lockOne, lockVersion } from '../../platform/database/lock';
import { databaseTime, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { Cycle } from './cycle.entity';
import { toCycleView } from './cycle.mapper';
import { CycleOpening } from './cycle-opening.service';
import { CycleRepository } from './cycle.repository';
import { CycleWindow } from './cycle-window.entity';
import { type PhaseConsequences, PhaseEffects } from './phase-effects.service';
import { PHASE_WORDS } from './phase-words';

const BY_DATE = 'theo lịch';

/** The steps of a cycle from phase to phase. Only forward (decision 0004), one at a time. */
@Injectable()
export class PhaseService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly cycles: CycleRepository,
    private readonly opening: CycleOpening,
    private readonly effects: PhaseEffects,
  ) {}

  /** What opening the next phase would do now. Changes nothing. */
  async preview(actor: Actor, id: string): Promise<PhasePreview> {
    const em = this.dataSource.manager;
    const cycle = await em.findOneBy(Cycle, { id });
    if (!cycle) {
      throw new DomainError('record.not-found');
    }
    const to = assertStep(actor, cycle);
    return { to, ...(await this.consequences(em, cycle, { to, now: await databaseTime(em) })) };
  }

  /**
   * Opens the next phase, and lets the features to the right do their part, in one transaction. Refuses a phase that is not the
   * next one, a missing reason, and whatever the preview names as standing in the way (`cycle.phase-blocked`, a line for each).
   */
  open(actor: Actor, id: string, version: number, { to, reason }: OpenPhaseRequest): Promise<CycleView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cycle = await lockVersion(tx.em, Cycle, { id }, version);
      if (assertStep(actor, cycle) !== to) {
        throw new DomainError('cycle.phase-illegal', { phase: cycle.phase, to });
      }
      if (reason.trim() === '') {
        throw new DomainError('reason.required');
      }
      const { blockers } = await this.consequences(tx.em, cycle, { to, now: tx.now });
      if (blockers.length > 0) {
        throw new DomainError(
          'cycle.phase-blocked',
          { to },
          blockers.map((detail) => ({ pointer: '', code: 'cycle.phase-blocked', detail })),
        );
      }
      await this.move(tx, cycle, { to, reason: reason.trim() });
      return toCycleView(actor, await this.cycles.get(tx.em, id));
    });
  }

  /**
   * The clock's part: opens the next phase when its day has come. Where something stands in the way, or a person has to answer for what
   * would follow, it waits, says so once in the audit log and to whoever listens to `cycle.clock-waits`, and tries again at each tick.
   */
  async openByDate(tx: Transaction, id: string): Promise<void> {
    const cycle = await lockOne(tx.em, Cycle, { id });
    const to = nextPhase(cycle.phase);
    if (to === null || to === 'published' || !(await this.isDue(tx, id, to))) {
      return;
    }
    const { blockers, forAPerson } = await this.consequences(tx.em, cycle, { to, now: tx.now });
    const waitsFor = [...blockers, ...forAPerson];
    if (waitsFor.length > 0) {
      return this.wait(tx, cycle, { to, waitsFor });
    }
    await this.move(tx, cycle, { to, reason: BY_DATE });
  }

  private async isDue({ em, now }: Transaction, cycleId: string, phase: Phase): Promise<boolean> {
    const window = (await this.cycles.listWindows(em, cycleId)).find((one) => one.phase === phase);
    return window !== undefined && window.opensAt <= now;
  }

  private async wait(tx: Transaction, { id }: Cycle, { to, waitsFor }: { readonly to: Phase; readonly waitsFor: readonly string[] }): Promise<void> {
    const [said]: readonly unknown[] = await tx.em.query(
      `select 1 from audit_event where event = 'cycle.clock-waits' and subject_id = $1 and payload->>'to' = $2 limit 1`,
      [id, to],
    );
    if (said === undefined) {
      await tx.audit('cycle.clock-waits', { id, cycleId: id }, { to, waitsFor });
      await tx.raise('cycle.clock-waits', { cycleId: id, to, waitsFor });
    }
  }

  private async move(tx: Transaction, cycle: Cycle, { to, reason }: OpenPhaseRequest): Promise<void> {
    const { id, phase: from } = cycle;
    if (to === 'self-assessment') {
      await this.opening.open(tx, cycle);
    }
    await tx.em.update(Cycle, { id }, { phase: to });
    await this.bringForward(tx, id, to);
    await tx.audit('cycle.phase-opened', { id, cycleId: id }, { from, to, reason });
    await tx.raise('cycle.phase-opened', { cycleId: id, from, to, reason });
  }

  /** A phase that is opened by hand before its time is open from this minute on, for everybody. */
  private async bringForward({ em, now }: Transaction, cycleId: string, phase: Phase): Promise<void> {
    const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
    const window = em.createQueryBuilder().update(CycleWindow).set({ opensAt: minute });
    await window.where('cycle_id = :cycleId and phase = :phase and opens_at > :minute', { cycleId, phase, minute }).execute();
  }

  private async consequences(
    em: EntityManager,
    cycle: Cycle,
    { to, now }: { readonly to: Phase; readonly now: Date },
  ): Promise<Required<PhaseConsequences>> {
    const own: PhaseConsequences = to === 'self-assessment' ? await this.opening.consequences(em, cycle) : {};
    const others = await this.effects.of(em, { cycleId: cycle.id, from: cycle.phase, to });
    const dates = await this.dateBlockers(em, cycle, { to, now });
    return {
      effects: [...(own.effects ?? []), ...others.effects],
      blockers: [...dates, ...(own.blockers ?? []), ...others.blockers],
      forAPerson: others.forAPerson,
    };
  }

  /** A phase without dates would lock at once, and so would one whose close has passed. */
  private async dateBlockers(
    em: EntityManager,
    { id }: Cycle,
    { to, now }: { readonly to: Phase; readonly now: Date },
  ): Promise<readonly string[]> {
    const phase = WINDOWED_PHASES.find((one) => one === to);
    if (!phase) {
      return [];
    }
    const window = (await this.cycles.listWindows(em, id)).find((one) => one.phase === phase);
    if (!window) {
      return [`Giai đoạn ${PHASE_WORDS[phase]} chưa có thời hạn. Hãy đặt ngày mở, hạn và ngày khóa.`];
    }
    return window.closeAt <= now ? [`Ngày khóa của giai đoạn ${PHASE_WORDS[phase]} đã qua. Hãy dời ngày khóa trước khi mở.`] : [];
  }
}

/** The phase that may be opened next. */
function assertStep(actor: Actor, cycle: Cycle): Phase {
  const refusal = cycleRefusalOf(actor, cycle, 'open-next-phase');
  const to = nextPhase(cycle.phase);
  if (refusal || to === null) {
    throw new DomainError(refusal ?? 'cycle.phase-illegal', { phase: cycle.phase });
  }
  return to;
}
