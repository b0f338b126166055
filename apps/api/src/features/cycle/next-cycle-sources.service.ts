import { Injectable } from '@nestjs/common';
import type { CycleView, OfferedAssignment, OfferedExemption } from '@par-index/contract';
import type { CompiledSet } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { CompiledSets } from '../criteria/compiled-sets.service';
import type { CycleAssignment } from './cycle-assignment.entity';
import type { CycleRow } from './cycle-row';
import { CycleRepository, type SetHead } from './cycle.repository';
import { type FormerExemption, type KnownAgency, type KnownGroup, NextCycleRepository } from './next-cycle.repository';

/** Everything that the next cycle may be made from. */
export interface NextCycleSources {
  readonly cycle: CycleRow;
  readonly year: number;
  readonly groups: readonly KnownGroup[];
  readonly agencies: ReadonlyMap<string, KnownAgency>;
  readonly participantIds: ReadonlySet<string>;
  readonly candidates: readonly SetHead[];
  readonly assignments: readonly CycleAssignment[];
  readonly exemptions: readonly FormerExemption[];
}

export type ChosenSets = ReadonlyMap<string, CompiledSet>;

/** Reads what there is, in a fixed number of queries. */
@Injectable()
export class NextCycleReading {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly next: NextCycleRepository,
    private readonly compiled: CompiledSets,
  ) {}

  /** Refuses a cycle that is not there with `record.not-found`. */
  async read(em: EntityManager, cycleId: string): Promise<NextCycleSources> {
    const cycle = await this.cycles.get(em, cycleId);
    const year = cycle.year + 1;
    const agencies = await this.next.listAgencies(em);
    return {
      ...{ cycle, year },
      groups: await this.next.listGroups(em),
      agencies: new Map(agencies.map((agency) => [agency.id, agency])),
      participantIds: new Set(await this.next.listParticipantIds(em, cycleId)),
      candidates: await this.next.listCandidates(em, year),
      assignments: await this.next.listAssignments(em, cycleId),
      exemptions: await this.next.listExemptions(em, cycleId),
    };
  }

  /** The sets by their groups, ready to be asked for criteria. */
  async compile(em: EntityManager, heads: readonly SetHead[]): Promise<ChosenSets> {
    const sets = await this.compiled.loadAll(em, heads.map(({ id }) => id));
    return new Map(heads.flatMap(({ id, groupCode }) => {
      const set = sets.get(id);
      return set ? [[groupCode, set] as const] : [];
    }));
  }
}

/** The set that is proposed for a group: of the new year, else the newest of the code that was used, else the newest of all. */
export function proposedFor({ cycle, year, candidates }: Pick<NextCycleSources, 'year' | 'candidates'> & { readonly cycle: Pick<CycleView, 'sets'> }, groupCode: string, codes: ReadonlyMap<string, string>): SetHead | null {
  const own = candidates.filter((head) => head.groupCode === groupCode);
  const used = cycle.sets.find((set) => set.groupCode === groupCode);
  return own.find((head) => head.year === year) ?? own.find(({ code }) => used !== undefined && code === codes.get(used.criteriaSetId)) ?? own[0] ?? null;
}

/** Why an assignment can't carry over into these sets, or null. */
export function assignmentRefusal({ groupCode, code, assessedAgencyId, agencyId }: Pick<CycleAssignment, 'groupCode' | 'code' | 'assessedAgencyId' | 'agencyId'>, { agencies }: Pick<NextCycleSources, 'agencies'>, sets: ChosenSets): string | null {
  const set = sets.get(groupCode);
  if (!set) {
    return 'Nhóm cơ quan này chưa có bộ tiêu chí trong kỳ mới.';
  }
  const leaf = set.leaf(code);
  if (!leaf || !(leaf.source === 'self' || leaf.source === 'appraiser')) {
    return `Bộ tiêu chí mới không có tiêu chí ${code} cần thẩm định.`;
  }
  const absent = [agencyId, ...(assessedAgencyId ? [assessedAgencyId] : [])].map((id) => agencies.get(id)).find((agency) => !agency?.active);
  return absent === undefined ? null : `${absent.name} đã ngừng hoạt động.`;
}

/** The same of an exemption. */
export function exemptionRefusal({ groupCode, code, agencyId }: Omit<FormerExemption, 'reason'>, { agencies }: Pick<NextCycleSources, 'agencies'>, sets: ChosenSets): string | null {
  const agency = agencies.get(agencyId);
  if (!agency?.active) {
    return 'Cơ quan đã ngừng hoạt động.';
  }
  const set = sets.get(agency.groupCode);
  if (agency.groupCode !== groupCode || !set) {
    return 'Cơ quan không thuộc nhóm có bộ tiêu chí này trong kỳ mới.';
  }
  return set.node(code) ? null : `Bộ tiêu chí mới không có tiêu chí ${code}.`;
}

export const titleOf = (sets: ChosenSets, groupCode: string, code: string): string => sets.get(groupCode)?.node(code)?.title ?? '';

export const refOf = ({ id, code, name, shortName }: KnownAgency) => ({ id, code, name, shortName });

export function offeredAssignment(row: CycleAssignment, sources: NextCycleSources, sets: ChosenSets): readonly OfferedAssignment[] {
  const [agency, assessed] = [sources.agencies.get(row.agencyId), row.assessedAgencyId === null ? null : sources.agencies.get(row.assessedAgencyId)];
  if (!agency || assessed === undefined) {
    return [];
  }
  const { id, groupCode, code } = row;
  const refusedBecause = assignmentRefusal(row, sources, sets);
  return [{ id, groupCode, code, title: titleOf(sets, groupCode, code), assessed: assessed && refOf(assessed), agency: refOf(agency), refusedBecause }];
}

export function offeredExemption(row: FormerExemption, sources: NextCycleSources, sets: ChosenSets): readonly OfferedExemption[] {
  const agency = sources.agencies.get(row.agencyId);
  const { groupCode, code, reason } = row;
  return agency ? [{ agency: refOf(agency), groupCode, code, title: titleOf(sets, groupCode, code), reason, refusedBecause: exemptionRefusal(row, sources, sets) }] : [];
}
