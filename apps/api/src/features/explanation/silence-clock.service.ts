import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasReached } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../platform/database/domain-events';
import type { Transaction } from '../../platform/database/unit-of-work';
import { AssessmentMoves } from '../appraisal/assessment-moves.service';
import { Reappraisal } from '../appraisal/reappraisal.service';
import { type PhaseConsequences, PhaseEffects, type PhaseStep } from '../cycle/phase-effects.service';
import { RoundRepository, type SilentRow } from './round.repository';
import { extendedInWords, silentInWords } from './round-words';

/** Silence is agreement: at the close, and at the latest when the phase moves on and no extension carries the agency further. */
@Injectable()
export class SilenceClock implements OnModuleInit {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly moves: AssessmentMoves,
    private readonly reappraisal: Reappraisal,
    private readonly events: DomainEvents,
    private readonly effects: PhaseEffects,
  ) {}

  onModuleInit(): void {
    this.events.on('clock.ticked', (tx) => this.silenceClosed(tx));
    this.events.on('cycle.phase-opened', (tx, step) => this.endRounds(tx, step));
    this.events.on('participant.exempted', (tx, { cycleId }) => this.completeExplained(tx, cycleId));
    this.effects.add((em, step) => this.preview(em, step));
  }

  /** All whose close has passed, an extension included. */
  async silenceClosed(tx: Transaction): Promise<void> {
    const closed = await this.rounds.listClosed(tx.em);
    if (closed.length > 0) {
      await tx.em.query('select id from cycle where id = any($1::uuid[]) order by id for share', [[...new Set(closed.map(({ cycleId }) => cycleId))]]);
      await this.silence(tx, closed);
    }
  }

  /** The opening of the second appraisal ends every round that no extension carries on; the council's ends all. */
  private async endRounds(tx: Transaction, { cycleId, to }: Pick<PhaseStep, 'cycleId' | 'to'>): Promise<void> {
    if (hasReached(to, 'reappraisal')) {
      await this.silence(tx, await this.rounds.listAtWork(tx.em, cycleId, carriesOn(to)));
      await this.completeExplained(tx, cycleId);
    }
  }

  private async completeExplained(tx: Transaction, cycleId: string): Promise<void> {
    await this.reappraisal.completeDone(tx, { cycleId, assessmentIds: await this.rounds.listExplained(tx.em, cycleId) });
  }

  private async silence(tx: Transaction, silent: readonly SilentRow[]): Promise<void> {
    for (const { id, cycleId } of silent) {
      await this.moves.move(tx, { cycleId, assessmentIds: [id], action: 'silence', reason: null });
    }
  }

  private async preview(em: EntityManager, { cycleId, to }: PhaseStep): Promise<PhaseConsequences> {
    if (!hasReached(to, 'reappraisal')) {
      return {};
    }
    const all = await this.rounds.listAtWork(em, cycleId, 'all');
    const silent = await this.rounds.listAtWork(em, cycleId, carriesOn(to));
    return { effects: [...silentInWords(silent.length), ...extendedInWords(all.length - silent.length)] };
  }
}

const carriesOn = (to: PhaseStep['to']): 'all' | 'beyond' => (to === 'reappraisal' ? 'beyond' : 'all');
