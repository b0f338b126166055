import { Injectable } from '@nestjs/common';
import { type Actor, type CycleView, holds, type NextCyclePreview, type NextCycleProposal, type NextCycleRequest, type NextGroup, nextWindows, type OfferedSubstitute } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { lockOne } from '../../platform/database/lock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { Cycle } from './cycle.entity';
import { inUtc, toCycleView } from './cycle.mapper';
import { NextCyclePlanner } from './next-cycle-planner.service';
import { type ChosenSets, NextCycleReading, type NextCycleSources, offeredAssignment, offeredExemption, proposedFor, refOf } from './next-cycle-sources.service';
import { NextCycleRepository } from './next-cycle.repository';
import { NextCycleWriter } from './next-cycle-writer.service';

/** The cycle of the year after from one that there is: sets, participants, dates, substitutes, assignments and exemptions; states and answers never. */
@Injectable()
export class NextCycleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly next: NextCycleRepository,
    private readonly reading: NextCycleReading,
    private readonly planner: NextCyclePlanner,
    private readonly writer: NextCycleWriter,
  ) {}

  /** What may carry over, and why what can't. Changes nothing. */
  async propose(actor: Actor, cycleId: string): Promise<NextCycleProposal> {
    assertHomeAffairs(actor);
    const em = this.dataSource.manager;
    const sources = await this.reading.read(em, cycleId);
    const { cycle, year } = sources;
    const used = await this.next.listSets(em, cycle.sets.map(({ criteriaSetId }) => criteriaSetId));
    const groups = groupsOf(sources, new Map(used.map(({ id, code }) => [id, code])));
    const sets = await this.reading.compile(em, sources.candidates.filter(({ id }) => groups.some(({ proposed }) => proposed === id)));
    return {
      ...{ from: { id: cycle.id, title: cycle.title, year: cycle.year }, year, title: cycle.title.replaceAll(String(cycle.year), String(year)), leadAgency: cycle.leadAgency, groups },
      ...nextWindows(cycle.windows.map(inUtc)),
      substitutes: cycle.substitutes.map((one) => offeredSubstitute(one, sources)),
      ...offersOf(sources, sets),
      documents: await this.next.countDocuments(em, cycleId),
      sameYear: await this.next.listTitles(em, year),
    };
  }

  /** What `create` would make of the request. Changes nothing. */
  async preview(actor: Actor, cycleId: string, request: NextCycleRequest): Promise<NextCyclePreview> {
    assertHomeAffairs(actor);
    return (await this.planner.plan(this.dataSource.manager, cycleId, request)).preview;
  }

  /** Makes all of it or nothing, exactly as the preview of `expected` said. Refuses a preview that is another by now with `record.version-stale`. */
  create(actor: Actor, cycleId: string, request: NextCycleRequest): Promise<CycleView> {
    assertHomeAffairs(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      await lockOne(tx.em, Cycle, { id: cycleId });
      const plan = await this.planner.plan(tx.em, cycleId, request);
      assertShown(plan.preview, request.expected);
      return toCycleView(actor, await this.writer.write(tx, actor, plan));
    });
  }
}

function assertHomeAffairs(actor: Actor): void {
  if (!holds(actor, ['home-affairs'])) {
    throw new DomainError('access.denied');
  }
}

function assertShown({ digest }: NextCyclePreview, expected: string | undefined): void {
  if (expected === undefined) {
    throw new DomainError('request.precondition-required');
  }
  if (expected !== digest) {
    throw new DomainError('record.version-stale');
  }
}

/** The groups of the cycle, and those for which there is a set of the new year. */
function groupsOf(sources: NextCycleSources, codes: ReadonlyMap<string, string>): readonly NextGroup[] {
  const { cycle, year, candidates } = sources;
  const isConcerned = (groupCode: string): boolean => cycle.sets.some((set) => set.groupCode === groupCode) || candidates.some((head) => head.groupCode === groupCode && head.year === year);
  return sources.groups.filter(({ groupCode }) => isConcerned(groupCode)).map((group) => groupOf(group, sources, codes));
}

function groupOf({ groupCode, groupName }: Pick<NextGroup, 'groupCode' | 'groupName'>, sources: NextCycleSources, codes: ReadonlyMap<string, string>): NextGroup {
  const { agencies, participantIds, candidates, year, cycle } = sources;
  const members = [...agencies.values()].filter((agency) => agency.groupCode === groupCode);
  const isKnown = cycle.phase !== 'preparing' && cycle.sets.some((set) => set.groupCode === groupCode);
  return {
    ...{ groupCode, groupName, agencies: members.filter(({ active }) => active).length },
    leaving: members.filter(({ id, active }) => !active && participantIds.has(id)).map(refOf),
    joining: isKnown ? members.filter(({ id, active }) => active && !participantIds.has(id)).map(refOf) : [],
    candidates: candidates.filter((head) => head.groupCode === groupCode).map((head) => ({ id: head.id, title: head.title, year: head.year, versionNumber: head.versionNumber, reissued: head.year !== year })),
    proposed: proposedFor(sources, groupCode, codes)?.id ?? null,
  };
}

const offersOf = (sources: NextCycleSources, sets: ChosenSets): Pick<NextCycleProposal, 'assignments' | 'exemptions'> => ({
  assignments: sources.assignments.flatMap((row) => offeredAssignment(row, sources, sets)),
  exemptions: sources.exemptions.flatMap((row) => offeredExemption(row, sources, sets)),
});

function offeredSubstitute({ owner, substitute }: CycleView['substitutes'][number], { agencies }: NextCycleSources): OfferedSubstitute {
  const absent = [owner, substitute].find(({ id }) => !agencies.get(id)?.active);
  return { owner, substitute, refusedBecause: absent ? `${absent.name} đã ngừng hoạt động.` : null };
}
