import { Injectable } from '@nestjs/common';
import { type Actor, BLIND_ASSIGNERS, type BlindCandidatesView, type BlindFiguresView, type BlindSummary, drawBlindPair, holds, type Page } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { pageOf, type Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { Cycle } from '../cycle/cycle.entity';
import { BlindRepository, viewerOf } from './blind.repository';
import { readerOf } from './council-reading.service';
import { CouncilRepository } from './council.repository';

/** Blind appraisals for reading: one's own, or, for whoever chooses the two, all of them but those of the own agency. */
@Injectable()
export class BlindReading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blinds: BlindRepository,
    private readonly council: CouncilRepository,
    private readonly sets: CompiledSets,
  ) {}

  async list(actor: Actor, { cycleId, mine, slice }: { readonly cycleId: string; readonly mine: boolean; readonly slice: Slice }): Promise<Page<BlindSummary>> {
    const em = this.dataSource.manager;
    const { items, total } = await this.blinds.list(em, viewerOf(actor), { cycleId, mine, ...slice });
    const sets = await this.sets.loadAll(em, items.map(({ criteriaSetId }) => criteriaSetId));
    const titled = items.map(({ criteriaSetId, ...item }) => ({ ...item, title: sets.get(criteriaSetId)?.leaf(item.code)?.title ?? item.code }));
    return pageOf(titled, total, slice);
  }

  /** Refuses with `record.not-found` what is not there and what is about the reader's own agency. */
  async candidates(actor: Actor, itemId: string): Promise<BlindCandidatesView> {
    const em = this.dataSource.manager;
    if (!holds(actor, BLIND_ASSIGNERS) || !(await this.council.find(em, readerOf(actor), itemId))) {
      throw new DomainError('record.not-found');
    }
    const candidates = await this.blinds.candidates(em, itemId);
    return { candidates, drawn: drawBlindPair(candidates) ?? [] };
  }

  async figures(actor: Actor, cycleId: string): Promise<BlindFiguresView> {
    const em = this.dataSource.manager;
    if (!(await em.existsBy(Cycle, { id: cycleId }))) {
      throw new DomainError('record.not-found');
    }
    return { cycleId, ...(await this.blinds.figures(em, cycleId, readerOf(actor).agencyIds)) };
  }
}
