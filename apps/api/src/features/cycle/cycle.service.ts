import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type CreateCycleRequest,
  cycleRefusalOf,
  type CycleView,
  type EditCycleRequest,
  type PhaseWindow,
} from '@par-index/contract';
import { DataSource } from 'typeorm';
import { lockVersion } from '../../platform/database/lock';
import { refuseDuplicates } from '../../platform/database/refuse-duplicates';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { Cycle } from './cycle.entity';
import { CycleEditor, TITLE_TAKEN } from './cycle-editor.service';
import { toCycleView } from './cycle.mapper';
import { CycleParts } from './cycle-parts.service';
import { CycleRepository } from './cycle.repository';
import { windowErrors } from './window-errors';

@Injectable()
export class CycleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly cycles: CycleRepository,
    private readonly parts: CycleParts,
    private readonly editor: CycleEditor,
  ) {}

  /** Everybody signed in sees every cycle; what is in them is scoped elsewhere. */
  async list(actor: Actor): Promise<readonly CycleView[]> {
    return (await this.cycles.list(this.dataSource.manager)).map((row) => toCycleView(actor, row));
  }

  async get(actor: Actor, id: string): Promise<CycleView> {
    return toCycleView(actor, await this.cycles.get(this.dataSource.manager, id));
  }

  /** A cycle that is being prepared: nothing of it counts until self-assessment is opened. */
  async create(actor: Actor, request: CreateCycleRequest): Promise<CycleView> {
    assertWindows(request.windows);
    return this.unitOfWork.run(actor, async (tx) => {
      const sets = await this.parts.getSets(tx.em, request.criteriaSetIds, request.year);
      await this.parts.assertAgencies(tx.em, request);
      const cycle = await this.insert(tx, request);
      await this.cycles.replaceWindows(tx.em, cycle.id, request.windows);
      await this.cycles.replaceSets(tx.em, cycle.id, sets);
      await this.cycles.replaceSubstitutes(tx.em, cycle.id, request.substitutes);
      await tx.audit('cycle.created', { id: cycle.id, cycleId: cycle.id }, { year: cycle.year, title: cycle.title });
      return this.viewOf(tx, actor, cycle.id);
    });
  }

  /** Title and windows at any time before the end; sets and substitutes only while preparing. Once open, only with a reason. */
  edit(actor: Actor, id: string, version: number, request: EditCycleRequest): Promise<CycleView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cycle = await lockVersion(tx.em, Cycle, { id }, version);
      const refusal = cycleRefusalOf(actor, cycle, 'edit');
      if (refusal) {
        throw new DomainError(refusal, { phase: cycle.phase });
      }
      await this.editor.edit(tx, cycle, request);
      return this.viewOf(tx, actor, id);
    });
  }

  private insert({ em }: Transaction, { year, title, leadAgencyId }: CreateCycleRequest): Promise<Cycle> {
    return refuseDuplicates(() => this.cycles.insert(em, { year, title: title.trim(), leadAgencyId }), TITLE_TAKEN);
  }

  private async viewOf({ em }: Transaction, actor: Actor, id: string): Promise<CycleView> {
    return toCycleView(actor, await this.cycles.get(em, id));
  }
}

function assertWindows(windows: readonly PhaseWindow[]): void {
  const errors = windowErrors(windows, 'preparing');
  if (errors.length > 0) {
    throw new DomainError('cycle.dates-disordered', {}, errors);
  }
}
