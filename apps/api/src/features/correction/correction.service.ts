import { Injectable } from '@nestjs/common';
import { type Actor, type CorrectionView, correctionRefusalOf, type CorrectSetRequest } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { lockVersion } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { CriteriaService } from '../criteria/criteria.service';
import { Cycle } from '../cycle/cycle.entity';
import { CorrectionRepository, type CorrectionRow } from './correction.repository';
import { rescoredLines, type RescoredLine } from './replayed';
import { type FullReplay, isWithheldFrom, replayFor, ReplayService } from './replay.service';
import { SetCorrection } from './set-correction.entity';

/** Replaces the set of a running cycle by a newer version: every score anew, nothing that was entered lost. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly corrections: CorrectionRepository,
    private readonly replays: ReplayService,
    private readonly criteria: CriteriaService,
  ) {}

  async list(actor: Actor, cycleId: string): Promise<readonly CorrectionView[]> {
    const em = this.dataSource.manager;
    const cycle = await em.findOneBy(Cycle, { id: cycleId });
    if (!cycle) {
      throw new DomainError('record.not-found');
    }
    return (await this.corrections.list(em, cycleId)).map((row) => toView(actor, cycle, row));
  }

  /**
   * Refuses another version of the cycle, a phase in which it is too early or too late, a replay that is no longer the one that was seen (with
   * the one that stands now), and whatever blocks, a line each.
   */
  correct(actor: Actor, { cycleId, version }: { readonly cycleId: string; readonly version: number }, request: CorrectSetRequest): Promise<CorrectionView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cycle = await lockVersion(tx.em, Cycle, { id: cycleId }, version);
      const replacement = { cycleId, fromSetId: request.fromSetId, toSetId: request.toSetId };
      assertMayCorrect(actor, cycle, request);
      await this.corrections.lockAssessments(tx.em, replacement);
      const replay = await this.replays.full(tx.em, request.toSetId, cycleId);
      assertAsSeen(actor, replay, request);
      await this.record(tx, actor, replay, request.reason.trim());
      const [row] = await this.corrections.list(tx.em, cycleId);
      return toView(actor, cycle, row as CorrectionRow);
    });
  }

  /** The correction is written first: by it the database knows that points of what is closed may change. */
  private async record(tx: Transaction, actor: Actor, replay: FullReplay, reason: string): Promise<void> {
    const { cycle, from, to, rows, digest } = replay;
    const rescored = rescoredLines(replay, replay.assessments);
    const setAside = replay.refused.filter(({ blocks }) => !blocks);
    const replacement = { cycleId: cycle.id, fromSetId: from.id, toSetId: to.id };
    const correction = { ...replacement, reason, rows, replayDigest: digest, rescored: rescored.length, setAside: setAside.length, correctedBy: actor.id };
    await tx.em.insert(SetCorrection, correction as object);
    await this.criteria.freeze(tx, [to.id], cycle.id);
    await this.corrections.replace(tx.em, replacement);
    await this.corrections.rescore(tx.em, rescored);
    await this.corrections.setAside(tx.em, setAside, actor.id);
    await this.tell(tx, replay, { reason, rescored });
    if (!(await this.corrections.isUsed(tx.em, from.id))) {
      await this.criteria.retire(tx, from.id, to);
    }
  }

  private async tell(tx: Transaction, { cycle, from, to, digest, assessments, refused }: FullReplay, { reason, rescored }: { readonly reason: string; readonly rescored: readonly RescoredLine[] }): Promise<void> {
    const figures = { code: to.code, from: from.versionNumber, to: to.versionNumber, replayDigest: digest, rescored: rescored.length, setAside: refused.length };
    await tx.audit('criteria-set.corrected', { id: to.id, cycleId: cycle.id }, { ...figures, reason });
    const affected = assessments.map(({ id: assessmentId }) => {
      const codes = (lines: readonly { readonly assessmentId: string; readonly code: string }[]) => [...new Set(lines.filter((line) => line.assessmentId === assessmentId).map(({ code }) => code))];
      return { assessmentId, rescored: codes(rescored), setAside: codes(refused) };
    });
    for (const { assessmentId, ...codes } of affected.filter((one) => one.rescored.length + one.setAside.length > 0)) {
      await tx.audit('assessment.rescored', { id: assessmentId, cycleId: cycle.id }, { ...codes, reason });
    }
    await tx.raise('criteria-set.corrected', { cycleId: cycle.id, reason, assessments: affected });
  }
}

function assertMayCorrect(actor: Actor, { phase }: Cycle, { reason }: CorrectSetRequest): void {
  const refusal = correctionRefusalOf(actor, phase);
  if (refusal) {
    throw new DomainError(refusal, { phase });
  }
  if (reason.trim() === '') {
    throw new DomainError('reason.required');
  }
}

function assertAsSeen(actor: Actor, replay: FullReplay, { fromSetId, replayDigest }: CorrectSetRequest): void {
  if (replay.from.id !== fromSetId || replay.digest !== replayDigest) {
    throw new DomainError('criteria-set.replay-stale', {}, [], replayFor(actor, replay));
  }
  if (replay.blockers.length > 0) {
    const errors = replayFor(actor, replay).correctionBlockers.map((detail) => ({ pointer: '/toSetId', code: 'criteria-set.correction-blocked', detail }));
    throw new DomainError('criteria-set.correction-blocked', { blockers: errors.length }, errors);
  }
}

function toView(actor: Actor, cycle: Pick<Cycle, 'phase'>, { correctedAt, rows, ...row }: CorrectionRow): CorrectionView {
  const isWithheld = isWithheldFrom(actor, cycle);
  return { ...row, correctedAt: correctedAt.toISOString(), rows: rows.filter(({ agency }) => !isWithheld(agency)) };
}
