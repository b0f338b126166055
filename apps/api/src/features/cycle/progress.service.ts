import { Injectable } from '@nestjs/common';
import { extensionAtWork, type Page, type PageQuery, type ProgressRow, type ProgressSummary } from '@par-index/contract';
import type { CompiledSet } from '@par-index/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { Cycle } from './cycle.entity';
import { CycleRepository } from './cycle.repository';
import type { ParticipantKey } from './participant-key';
import { type CountedLeaf, type ProgressFilter, type ProgressRecord, ProgressRepository, type StateCount } from './progress.repository';

/** How far every agency of a cycle is. Counts alone: what was answered or decided is read elsewhere. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cycles: CycleRepository,
    private readonly progress: ProgressRepository,
    private readonly compiled: CompiledSets,
  ) {}

  async list(cycleId: string, query: PageQuery & ProgressFilter): Promise<Page<ProgressRow>> {
    const em = this.dataSource.manager;
    const extended = extensionAtWork((await getCycle(em, cycleId)).phase);
    const slice = sliceOf(query);
    const leaves = await this.leavesOf(em, cycleId);
    const rows = await this.progress.list(em, cycleId, { leaves, filter: query, slice, extended });
    return pageOf(rows.map(toRow), await this.progress.countAll(em, cycleId, { filter: query, extended }), slice);
  }

  async summary(cycleId: string): Promise<ProgressSummary> {
    const em = this.dataSource.manager;
    const { phase } = await getCycle(em, cycleId);
    return toSummary(await this.progress.countByState(em, cycleId, extensionAtWork(phase)));
  }

  /** The line of one agency, inside the transaction that changes it. */
  async rowOf(em: EntityManager, { cycleId, agencyId }: ParticipantKey): Promise<ProgressRow> {
    const leaves = await this.leavesOf(em, cycleId);
    const [row] = await this.progress.list(em, cycleId, { leaves, filter: { agencyId }, slice: { page: 1, pageSize: 1, skip: 0 }, extended: null });
    if (!row) {
      throw new DomainError('record.not-found');
    }
    return toRow(row);
  }

  private async leavesOf(em: EntityManager, cycleId: string): Promise<readonly CountedLeaf[]> {
    const sets = await this.compiled.loadAll(em, await this.cycles.listSetIds(em, cycleId));
    return [...sets].flatMap(([setId, set]) => countedLeaves(setId, set));
  }
}

/** Those that the agency scores itself and that stand in the maximum. */
export const countedLeaves = (setId: string, { leaves }: CompiledSet): readonly CountedLeaf[] =>
  leaves
    .filter(({ source, section }) => source === 'self' && section === 'scored')
    .map(({ code, whenNotApplicable }) => ({ setId, code, excludesNotApplicable: whenNotApplicable === 'exclude' }));

async function getCycle(em: EntityManager, id: string): Promise<Cycle> {
  const cycle = await em.findOneBy(Cycle, { id });
  if (!cycle) {
    throw new DomainError('record.not-found');
  }
  return cycle;
}

function toRow(record: ProgressRecord): ProgressRow {
  const {
    assessmentId,
    agency,
    groupCode,
    state,
    answered,
    toAnswer,
    decided,
    toDecide,
    late,
    notSubmitted,
    exemptions,
    extensions,
    participantVersion,
  } = record;
  const submittedAt = record.submittedAt?.toISOString() ?? null;
  return {
    assessmentId,
    agency,
    groupCode,
    state,
    answered,
    toAnswer,
    decided,
    toDecide,
    submittedAt,
    late,
    notSubmitted,
    extensions,
    exemptions,
    participantVersion,
  };
}

function toSummary(counts: readonly StateCount[]): ProgressSummary {
  const sum = (name: 'late' | 'notSubmitted' | 'extended'): number => counts.reduce((total, count) => total + count[name], 0);
  const byState = Object.fromEntries(counts.map(({ state, count }) => [state, count]));
  return { byState, late: sum('late'), notSubmitted: sum('notSubmitted'), extended: sum('extended') };
}
