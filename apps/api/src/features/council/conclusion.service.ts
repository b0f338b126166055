import { Injectable } from '@nestjs/common';
import { type Actor, type ActingChairView, actingChairRefusalOf, type CouncilAssessment, conclusionRefusalOf, type NameChairRequest, type Page } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { assertVersion, lockOne } from '../../platform/database/lock';
import { containing } from '../../platform/database/search';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { pageOf, type Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { AssessmentMoves } from '../appraisal/assessment-moves.service';
import { Assessment } from '../assessment/assessment.entity';
import { contextOfConclusion, toCouncilAssessment } from './conclusion.mapper';
import { ConclusionRepository, type ConclusionRow } from './conclusion.repository';
import { CouncilActingChair } from './council-acting-chair.entity';
import { required } from './council-place';
import { readerOf } from './council-reading.service';

/** The council about one assessment as a whole: who leads it, and its conclusion. */
@Injectable()
export class ConclusionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly conclusions: ConclusionRepository,
    private readonly moves: AssessmentMoves,
  ) {}

  async list(actor: Actor, { cycleId, search, slice }: { readonly cycleId: string; readonly search: string | null; readonly slice: Slice }): Promise<Page<CouncilAssessment>> {
    const filter = { cycleId, search: search === null ? null : containing(search), ...slice };
    const { items, total } = await this.conclusions.list(this.dataSource.manager, readerOf(actor), filter);
    return pageOf(items.map((row) => toCouncilAssessment(actor, row)), total, slice);
  }

  /** Closes the council of one assessment without an open item, with a reason. */
  conclude(actor: Actor, assessmentId: string, version: number, reason: string): Promise<CouncilAssessment> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await this.lock(tx, actor, assessmentId);
      refuse(conclusionRefusalOf(actor, contextOfConclusion(row)));
      assertVersion(row, version);
      await this.moves.move(tx, { cycleId: row.cycleId, assessmentIds: [assessmentId], action: 'close-council', reason: required(reason) });
      return toCouncilAssessment(actor, await this.get(tx.em, actor, assessmentId));
    });
  }

  async actingChair(actor: Actor, assessmentId: string): Promise<ActingChairView> {
    const em = this.dataSource.manager;
    const { actingChairId: id, actingChair: fullName, actingVersion: version } = await this.get(em, actor, assessmentId);
    const candidates = await this.conclusions.candidates(em, assessmentId);
    return { candidates, actingChair: id === null || fullName === null ? null : { id, fullName }, version };
  }

  /** Names the member who leads in the chair's place, where every chair belongs to the agency; again where another is to. */
  nameChair(actor: Actor, assessmentId: string, version: number, { userId, reason }: NameChairRequest): Promise<ActingChairView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await this.lock(tx, actor, assessmentId);
      refuse(actingChairRefusalOf(actor, contextOfConclusion(row)));
      assertVersion({ version: row.actingVersion }, version);
      const given = required(reason);
      const candidates = await this.conclusions.candidates(tx.em, assessmentId);
      const chosen = candidates.find(({ id }) => id === userId);
      if (!chosen) {
        throw new DomainError('council.chair-unfit');
      }
      const stored = await tx.em.findOneBy(CouncilActingChair, { assessmentId });
      const { version: next } = await tx.em.save(Object.assign(stored ?? tx.em.create(CouncilActingChair, { assessmentId }), { userId, namedBy: actor.id, reason: given }));
      await tx.audit('council.chair-named', { id: assessmentId, cycleId: row.cycleId }, { before: row.actingChair, after: chosen.fullName, reason: given });
      return { candidates, actingChair: chosen, version: next };
    });
  }

  /** The cycle before the assessment, as the opening of a phase locks them. */
  private async lock({ em }: Transaction, actor: Actor, assessmentId: string): Promise<ConclusionRow> {
    await em.query('select id from cycle where id = (select cycle_id from assessment where id = $1) for share', [assessmentId]);
    await lockOne(em, Assessment, { id: assessmentId });
    return this.get(em, actor, assessmentId);
  }

  /** Refuses with `record.not-found` what is not there and what is the actor's own. */
  private async get(em: EntityManager, actor: Actor, assessmentId: string): Promise<ConclusionRow> {
    const row = await this.conclusions.find(em, readerOf(actor), assessmentId);
    if (!row) {
      throw new DomainError('record.not-found');
    }
    return row;
  }
}

function refuse(refusal: ReturnType<typeof conclusionRefusalOf>): void {
  if (refusal) {
    throw new DomainError(refusal);
  }
}
