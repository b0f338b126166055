import { Injectable } from '@nestjs/common';
import type { SubstituteRequest } from '@par-index/contract';
import type { CompiledSet } from '@par-index/scoring';
import { type EntityManager, In, IsNull } from 'typeorm';
import { CompiledSets } from '../criteria/compiled-sets.service';
import type { Agency } from '../organisation/agency.entity';
import { type AppraisalPlan, cellsOf, type LeafOwner, leafOwners, type PlannedAppraiser, type PlannedCell } from './assignment-plan';
import type { Cycle } from './cycle.entity';
import { CycleAssignment } from './cycle-assignment.entity';
import { CycleParts } from './cycle-parts.service';
import { CycleRepository } from './cycle.repository';
import { OpeningRepository } from './opening.repository';

export { type AppraisalPlan, cellsOf, type LeafOwner, type PlannedAppraiser, type PlannedCell };

/** Who appraises what at one group of agencies in a cycle. */
export interface GroupPlan extends AppraisalPlan {
  readonly setId: string;
  readonly groupCode: string;
  readonly set: CompiledSet;
  /** The agencies that are appraised: those that take part, or, before the opening, those that will. */
  readonly assessed: readonly Agency[];
}

/** The plan of a cycle: what its sets say, what was changed for it, and who stands in for whom. The opening follows it. */
@Injectable()
export class AssignmentPlans {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly opening: OpeningRepository,
    private readonly compiled: CompiledSets,
    private readonly parts: CycleParts,
  ) {}

  /** One for each group, in a fixed number of queries. */
  async list(em: EntityManager, cycle: Pick<Cycle, 'id' | 'phase' | 'leadAgencyId'>): Promise<readonly GroupPlan[]> {
    const heads = await this.cycles.listSetHeads(em, await this.cycles.listSetIds(em, cycle.id));
    const sets = await this.compiled.loadAll(em, heads.map(({ id }) => id));
    const agencyIds = await this.ownersByCode(em, [...sets.values()]);
    const changes = await em.findBy(CycleAssignment, { cycleId: cycle.id });
    const substitutes = new Map((await this.cycles.listSubstitutes(em, cycle.id)).map((one) => [one.ownerAgencyId, one.substituteAgencyId]));
    const assessed = await this.assessedOf(em, cycle, heads.map(({ groupCode }) => groupCode));
    return heads.flatMap(({ id: setId, groupCode }) => {
      const set = sets.get(setId);
      return set
        ? [
            {
              ...{ setId, groupCode, set, substitutes },
              owners: leafOwners(set, { agencyIds, leadAgencyId: cycle.leadAgencyId }),
              changes: changes.filter((change) => change.groupCode === groupCode),
              assessed: assessed.filter((one) => one.setId === null ? one.agency.groupCode === groupCode : one.setId === setId).map(({ agency }) => agency),
            },
          ]
        : [];
    });
  }

  /** Makes `changes` what is planned for these criteria at all agencies (`null`), or at the named ones; the rest of the plan stays. */
  async replace(em: EntityManager, cycleId: string, { groupCode, codes, assessedAgencyIds, changes }: PlanChange): Promise<void> {
    const place = assessedAgencyIds === null ? IsNull() : In(assessedAgencyIds);
    await em.delete(CycleAssignment, { cycleId, groupCode, code: In(codes), assessedAgencyId: place });
    await em.insert(
      CycleAssignment,
      changes.map((change) => ({ cycleId, groupCode, ...change })),
    );
  }

  /** Refuses agencies that are not there, and an owner that would stand in for itself. */
  assertSubstitutes(em: EntityManager, substitutes: readonly SubstituteRequest[]): Promise<void> {
    return this.parts.assertAgencies(em, { substitutes });
  }

  replaceSubstitutes(em: EntityManager, cycleId: string, substitutes: readonly SubstituteRequest[]): Promise<void> {
    return this.cycles.replaceSubstitutes(em, cycleId, substitutes);
  }

  private async ownersByCode(em: EntityManager, sets: readonly CompiledSet[]): Promise<ReadonlyMap<string, string>> {
    const codes = sets.flatMap(({ leaves }) => leaves.flatMap(({ appraiser }) => appraiser ?? []));
    return new Map((await this.opening.listByCode(em, [...new Set(codes)])).map(({ code, id }) => [code, id]));
  }

  private async assessedOf(em: EntityManager, { id, phase }: Pick<Cycle, 'id' | 'phase'>, groupCodes: readonly string[]): Promise<readonly Assessed[]> {
    return phase === 'preparing'
      ? (await this.opening.listInvited(em, groupCodes)).map((agency) => ({ agency, setId: null }))
      : this.opening.listParticipants(em, id);
  }
}

export interface PlanChange {
  readonly groupCode: string;
  readonly codes: readonly string[];
  readonly assessedAgencyIds: readonly string[] | null;
  readonly changes: readonly PlannedAppraiser[];
}

/** An agency, and the set that it is scored with once it takes part. */
interface Assessed {
  readonly agency: Agency;
  readonly setId: string | null;
}
