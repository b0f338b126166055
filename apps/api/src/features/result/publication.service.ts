import { Injectable } from '@nestjs/common';
import { type Actor, ASSESSMENT_STATES, cycleRefusalOf, type EditionView, type PublicationCheck, type PublishRequest } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { lockVersion } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { digestOf } from '../../platform/digest/digest';
import { DomainError } from '../../platform/problem/domain-error';
import { AssessmentMoves } from '../appraisal/assessment-moves.service';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { Cycle } from '../cycle/cycle.entity';
import { listOpenMatters } from '../petition/open-matters.service';
import { listOpenProposals } from '../survey/open-proposals.service';
import { groupDocumentOf } from './group-document';
import { GroupRepository, type LoadedAgency, type ResultCycle } from './group.repository';
import { blockersOf, openMattersOf, openProposalsOf } from './publication-check';
import { rowsOf } from './published-row';
import type { GroupDocument, SnapshotDocument } from './snapshot-document';
import { SnapshotRepository } from './snapshot.repository';

interface Consolidated {
  readonly cycle: ResultCycle;
  readonly groups: readonly GroupDocument[];
  readonly agencies: readonly LoadedAgency[];
  readonly check: PublicationCheck;
}

/** Publishing: the last step of a cycle. What it stores can be computed again from itself. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: GroupRepository,
    private readonly snapshots: SnapshotRepository,
    private readonly sets: CompiledSets,
    private readonly moves: AssessmentMoves,
  ) {}

  /** What stands in the way of publishing now. Changes nothing. */
  async check(cycleId: string): Promise<PublicationCheck> {
    return (await this.consolidate(this.dataSource.manager, cycleId)).check;
  }

  /**
   * Stores the result of every group as an immutable snapshot and ends the cycle. Refuses another phase than `preliminary`, a missing
   * reason, and whatever is still open (`cycle.publish-blocked`, a line for each).
   */
  publish(actor: Actor, cycleId: string, version: number, { reason }: PublishRequest): Promise<EditionView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cycle = await lockVersion(tx.em, Cycle, { id: cycleId }, version);
      const refusal = cycleRefusalOf(actor, cycle, 'publish');
      if (refusal) {
        throw new DomainError(refusal, { phase: cycle.phase });
      }
      if (reason.trim() === '') {
        throw new DomainError('reason.required');
      }
      const consolidated = await this.consolidate(tx.em, cycleId);
      refuseBlocked(consolidated.check);
      return this.store(tx, consolidated, { reason: reason.trim(), publishedBy: actor.id });
    });
  }

  private async store(tx: Transaction, { cycle, groups, agencies }: Consolidated, by: { readonly reason: string; readonly publishedBy: string }): Promise<EditionView> {
    const { id: cycleId, year, title, leadAgency } = cycle;
    const edition = ((await this.snapshots.findNewest(tx.em, cycleId))?.edition ?? 0) + 1;
    const document: SnapshotDocument = { format: 'par-index-snapshot/1', edition, cycle: { year, title, leadAgency }, groups };
    const stored = await this.snapshots.insert(tx.em, { cycleId, document, digest: digestOf(document), ...by });
    for (const group of groups) {
      await this.snapshots.insertRows(tx.em, stored.snapshotId, group.groupCode, rowsOf(group));
    }
    await this.moves.move(tx, { cycleId, assessmentIds: agencies.map(({ assessmentId }) => assessmentId), action: 'publish', reason: by.reason });
    await tx.em.update(Cycle, { id: cycleId }, { phase: 'published' });
    await tx.audit('cycle.phase-opened', { id: cycleId, cycleId }, { from: 'preliminary', to: 'published', reason: by.reason });
    await tx.audit('result.published', { id: stored.snapshotId, cycleId }, { edition, digest: stored.digest, reason: by.reason });
    await tx.raise('cycle.published', { cycleId });
    return stored;
  }

  /** Every group of the cycle, scored with the answers in force. */
  private async consolidate(em: EntityManager, cycleId: string): Promise<Consolidated> {
    const cycle = await this.groups.getCycle(em, cycleId);
    const criteriaSetIds = cycle.groups.map(({ criteriaSetId }) => criteriaSetId);
    const sets = await this.sets.loadAll(em, criteriaSetIds);
    const agencies = await this.groups.list(em, { cycleId, criteriaSetIds, states: ASSESSMENT_STATES });
    const checked = cycle.groups.flatMap(({ groupCode, groupName, criteriaSetId }) => {
      const members = agencies.filter((agency) => agency.criteriaSetId === criteriaSetId);
      const set = sets.get(criteriaSetId);
      const group = { groupCode, groupName, agencies: members.map(({ record }) => record) };
      return set ? [{ document: groupDocumentOf({ ...group, criteriaSet: set.set }), states: members.map(({ state }) => state) }] : [];
    });
    const blockers = [...checked.flatMap(blockersOf), ...openMattersOf(await listOpenMatters(em, cycleId)), ...openProposalsOf(await listOpenProposals(em, cycleId))];
    return { cycle, groups: checked.map(({ document }) => document), agencies, check: { ready: blockers.length === 0, blockers } };
  }
}

function refuseBlocked({ blockers }: PublicationCheck): void {
  if (blockers.length > 0) {
    const errors = blockers.map(({ kind, detail }) => ({ pointer: '', code: kind, detail }));
    throw new DomainError('cycle.publish-blocked', { blockers: blockers.length }, errors);
  }
}
