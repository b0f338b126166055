import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AssessmentAction, type FieldError, hasReached, unexplained } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../platform/database/domain-events';
import type { Transaction } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { AssessmentMoves } from '../appraisal/assessment-moves.service';
import { Reappraisal } from '../appraisal/reappraisal.service';
import { type PhaseConsequences, PhaseEffects, type PhaseStep } from '../cycle/phase-effects.service';
import { EvidenceService } from '../evidence/evidence.service';
import { ExplanationRepository } from './explanation.repository';
import { RoundRepository, type SilentRow } from './round.repository';
import { extendedInWords, silentInWords } from './round-words';

interface Moved {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly action: AssessmentAction;
  readonly late: boolean;
}

/** Opens and ends the round of an assessment with its moves, and makes those of the clock: silence is agreement at the close. */
@Injectable()
export class ExplanationRounds implements OnModuleInit {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly explanations: ExplanationRepository,
    private readonly evidence: EvidenceService,
    private readonly moves: AssessmentMoves,
    private readonly reappraisal: Reappraisal,
    private readonly events: DomainEvents,
    private readonly effects: PhaseEffects,
  ) {}

  onModuleInit(): void {
    this.events.on('assessment.moved', (tx, moved) => this.follow(tx, moved));
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

  private async follow(tx: Transaction, moved: Moved): Promise<void> {
    if (moved.action === 'open-differences') {
      await this.rounds.open(tx.em, moved.assessmentId, tx.now);
    }
    if (moved.action === 'submit-explanation') {
      await this.submit(tx, moved);
    }
    if (moved.action === 'silence') {
      await this.rounds.endInSilence(tx.em, moved.assessmentId, tx.now);
      await this.reappraisal.completeDone(tx, ofOne(moved));
    }
  }

  /** Refuses while a criterion is to be explained without a word. What is explained gets its appraiser; where nothing is, appraisal 2 is done at once. */
  private async submit(tx: Transaction, moved: Moved): Promise<void> {
    const { assessmentId, late } = moved;
    const open = unexplained(await this.explanations.list(tx.em, assessmentId));
    if (open.length > 0) {
      throw new DomainError('explanation.incomplete', { missing: open.length }, open.map(incomplete));
    }
    await this.rounds.submit(tx.em, assessmentId, { userId: submitterOf(tx), now: tx.now, late });
    await this.evidence.pin(tx.em, [assessmentId], 'explanation');
    await this.reappraisal.assign(tx, assessmentId);
    await this.reappraisal.completeDone(tx, ofOne(moved));
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

const ofOne = ({ cycleId, assessmentId }: Moved) => ({ cycleId, assessmentIds: [assessmentId] });

function submitterOf({ actor }: Transaction): string {
  if (!actor) {
    throw new Error('An explanation is submitted by a person');
  }
  return actor.id;
}

const incomplete = (code: string): FieldError => ({
  pointer: `/explanations/${code}`,
  code: 'explanation.text-missing',
  detail: `Tiêu chí ${code} chọn giải trình nhưng chưa có nội dung. Hãy viết giải trình, hoặc chọn đồng ý.`,
});
