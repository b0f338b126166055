import { Injectable } from '@nestjs/common';
import {
  type Actor,
  belongsTo,
  hasReached,
  holds,
  type Page,
  PETITION_STATES,
  petitionRefusalOf,
  type PetitionRevisionView,
  type PetitionsView,
  type PetitionState,
  type PetitionView,
  problemDetail,
} from '@par-index/contract';
import type { CompiledSet } from '@par-index/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { pageOf, type Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { isInTree } from '../appraisal/rules.service';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { contextOf, toPetitionView } from './petition.mapper';
import { type PetitionInPlace, type PetitionPlace, PetitionRepository } from './petition.repository';

const FILED: readonly PetitionState[] = ['filed', 'rejected', 'forwarded'];

/** Petitions for reading: all of the own agency's; of the others what they have filed, for Sở Nội vụ and the council. */
@Injectable()
export class PetitionReading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly petitions: PetitionRepository,
    private readonly sets: CompiledSets,
  ) {}

  async list(actor: Actor, assessmentId: string): Promise<PetitionsView> {
    const em = this.dataSource.manager;
    const place = await this.placeOf(em, actor, assessmentId);
    const set = await this.setOf(em, place);
    const rows = await this.petitions.listOf(em, assessmentId, belongsTo(actor, place.agency.id) ? PETITION_STATES : FILED);
    const refusal = petitionRefusalOf(actor, contextOf(place, null), 'write');
    const { cycleId, cycleTitle, agency, phase, window, extension } = place;
    return {
      ...{ assessmentId, cycleId, cycleTitle, agency, phase, window, extension },
      now: place.now.toISOString(),
      criteria: countingLeaves(set, place).map(({ code, title }) => ({ code, title })),
      petitions: rows.map((row) => toPetitionView(actor, row, titleOf(set, row.code))),
      mayWrite: refusal === null,
      lockedBecause: refusal === null ? null : refusal === 'access.denied' ? 'Cán bộ đầu mối và lãnh đạo của cơ quan được kiến nghị.' : problemDetail(refusal),
    };
  }

  async listOfCycle(actor: Actor, cycleId: string, slice: Slice): Promise<Page<PetitionView>> {
    const em = this.dataSource.manager;
    const { items, total } = await this.petitions.listOfCycle(em, cycleId, actor.grants.map(({ agencyId }) => agencyId), slice);
    const sets = await this.sets.loadAll(em, items.map(({ criteriaSetId }) => criteriaSetId));
    return pageOf(items.map((row) => toPetitionView(actor, row, titleOf(sets.get(row.criteriaSetId), row.code))), total, slice);
  }

  async history(actor: Actor, id: string): Promise<readonly PetitionRevisionView[]> {
    const em = this.dataSource.manager;
    const petition = await this.see(em, actor, id);
    const lines = (await this.petitions.history(em, id)).map((line) => ({ ...line, changedAt: line.changedAt.toISOString() }));
    return belongsTo(actor, petition.agency.id) ? lines : lines.filter(({ state }) => state !== 'draft');
  }

  async get(em: EntityManager, actor: Actor, id: string): Promise<PetitionView> {
    const petition = await this.see(em, actor, id);
    return toPetitionView(actor, petition, titleOf(await this.setOf(em, petition), petition.code));
  }

  /** Refuses with `record.not-found` what is not there, not the reader's to see, and another agency's draft. */
  async see(em: EntityManager, actor: Actor, id: string): Promise<PetitionInPlace> {
    const petition = await this.petitions.find(em, id);
    if (!petition || !sees(actor, petition) || (petition.state === 'draft' && !belongsTo(actor, petition.agency.id))) {
      throw new DomainError('record.not-found');
    }
    return petition;
  }

  /** Refuses an assessment that is not there or not the reader's to see. */
  async placeOf(em: EntityManager, actor: Actor, assessmentId: string): Promise<PetitionPlace> {
    const place = await this.petitions.findPlace(em, assessmentId);
    if (!place || !sees(actor, place)) {
      throw new DomainError('record.not-found');
    }
    return place;
  }

  async assertCounts(em: EntityManager, place: PetitionPlace, code: string): Promise<void> {
    if (!countingLeaves(await this.setOf(em, place), place).some((leaf) => leaf.code === code)) {
      throw new DomainError('answer.criterion-unknown', { code });
    }
  }

  private async setOf(em: EntityManager, { criteriaSetId }: PetitionPlace): Promise<CompiledSet> {
    const set = (await this.sets.loadAll(em, [criteriaSetId])).get(criteriaSetId);
    if (!set) {
      throw new Error(`The criteria set ${criteriaSetId} is not there`);
    }
    return set;
  }
}

/** The agency itself, by those who write for it; Sở Nội vụ and the council of elsewhere, from the preliminary result on. */
function sees(actor: Actor, { agency, phase }: PetitionPlace): boolean {
  if (belongsTo(actor, agency.id)) {
    return holds(actor, ['agency-officer', 'agency-head'], agency.id);
  }
  return hasReached(phase, 'preliminary') && holds(actor, ['home-affairs', 'council-member', 'council-chair']);
}

const titleOf = (set: CompiledSet | undefined, code: string): string => set?.leaf(code)?.title ?? code;
const countingLeaves = (set: CompiledSet, { exempt }: PetitionPlace) => set.leaves.filter(({ code }) => !isInTree(code, exempt));
