import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../platform/database/unit-of-work';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { CriteriaService } from '../criteria/criteria.service';
import type { Agency } from '../organisation/agency.entity';
import { leafOwners, withoutSubstitute } from './assignment-plan';
import type { Cycle } from './cycle.entity';
import { CycleRepository, type SetHead } from './cycle.repository';
import { OpeningRepository, type SetLeafOwner } from './opening.repository';
import type { PhaseConsequences } from './phase-effects.service';

/** Everything that the opening of self-assessment will write. */
interface OpeningPlan {
  readonly sets: readonly SetHead[];
  readonly invited: readonly Agency[];
  readonly owners: readonly SetLeafOwner[];
  readonly blockers: readonly string[];
}

/** The first step of a cycle: its sets are frozen, the agencies invited, their assessments begun, the appraisers assigned. */
@Injectable()
export class CycleOpening {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly opening: OpeningRepository,
    private readonly criteria: CriteriaService,
    private readonly compiled: CompiledSets,
  ) {}

  async consequences(em: EntityManager, cycle: Cycle): Promise<Required<PhaseConsequences>> {
    const { sets, invited, owners, blockers } = await this.plan(em, cycle);
    const criteria = sets.map(
      ({ id, groupCode }) =>
        owners.filter(({ setId }) => setId === id).length * invited.filter((one) => one.groupCode === groupCode).length,
    );
    return {
      effects: [
        `${sets.length} bộ tiêu chí được khóa và không sửa được nữa.`,
        `${invited.length} cơ quan được mời tự đánh giá.`,
        `${criteria.reduce((sum, count) => sum + count, 0)} lượt tiêu chí được phân công thẩm định.`,
      ],
      blockers,
    };
  }

  /** The caller has locked the cycle and found no blocker in the same transaction. */
  async open(tx: Transaction, cycle: Cycle): Promise<void> {
    const { sets, invited, owners } = await this.plan(tx.em, cycle);
    await this.criteria.freeze(
      tx,
      sets.map(({ id }) => id),
      cycle.id,
    );
    const setOf = new Map(sets.map(({ id, groupCode }) => [groupCode, id]));
    const participants = invited.map(({ id, groupCode }) => ({
      cycleId: cycle.id,
      agencyId: id,
      criteriaSetId: setOf.get(groupCode) ?? '',
    }));
    await this.opening.inviteAll(tx.em, participants);
    await this.opening.startAssessments(tx.em, cycle.id);
    await this.opening.assignAppraisers(tx.em, cycle.id, owners);
  }

  private async plan(em: EntityManager, cycle: Cycle): Promise<OpeningPlan> {
    const sets = await this.cycles.listSetHeads(em, await this.cycles.listSetIds(em, cycle.id));
    const usable = sets.filter(({ state }) => state === 'published' || state === 'frozen');
    const invited = await this.opening.listInvited(
      em,
      sets.map(({ groupCode }) => groupCode),
    );
    const owners = await this.ownersOf(em, cycle, usable);
    return {
      sets,
      invited,
      owners,
      blockers: [
        ...setBlockers(sets),
        ...agencyBlockers(sets, invited),
        ...(await this.substituteBlockers(em, cycle, { sets, invited, owners })),
      ],
    };
  }

  private async ownersOf(em: EntityManager, { leadAgencyId }: Cycle, sets: readonly SetHead[]): Promise<readonly SetLeafOwner[]> {
    const compiled = await this.compiled.loadAll(
      em,
      sets.map(({ id }) => id),
    );
    const codes = [...compiled.values()].flatMap(({ leaves }) => leaves.flatMap(({ appraiser }) => appraiser ?? []));
    const agencyIds = new Map((await this.opening.listByCode(em, [...new Set(codes)])).map(({ code, id }) => [code, id]));
    return [...compiled].flatMap(([setId, set]) => leafOwners(set, { agencyIds, leadAgencyId }).map((owner) => ({ setId, ...owner })));
  }

  private async substituteBlockers(
    em: EntityManager,
    cycle: Cycle,
    { sets, invited, owners }: Omit<OpeningPlan, 'blockers'>,
  ): Promise<readonly string[]> {
    const substituted = new Set((await this.cycles.listSubstitutes(em, cycle.id)).map(({ ownerAgencyId }) => ownerAgencyId));
    return sets.flatMap(({ id, groupCode }) => {
      const group = invited.filter((agency) => agency.groupCode === groupCode);
      const own = owners.filter(({ setId }) => setId === id);
      return withoutSubstitute(
        own,
        group.map((agency) => agency.id),
        substituted,
      ).map(({ agencyId, leaves }) => {
        const name = group.find((agency) => agency.id === agencyId)?.name ?? '';
        return `${name} phụ trách thẩm định ${leaves} tiêu chí nhưng không được tự thẩm định mình. Hãy chọn cơ quan thay cho ${name}.`;
      });
    });
  }
}

const setBlockers = (sets: readonly SetHead[]): readonly string[] =>
  sets.length === 0
    ? ['Kỳ đánh giá chưa có bộ tiêu chí nào. Hãy chọn bộ tiêu chí cho từng nhóm cơ quan.']
    : sets
        .filter(({ state }) => state !== 'published' && state !== 'frozen')
        .map(
          ({ title, versionNumber }) =>
            `«${title}», phiên bản ${versionNumber}, đã được thay bằng phiên bản mới hơn. Hãy chọn lại bộ tiêu chí.`,
        );

const agencyBlockers = (sets: readonly SetHead[], invited: readonly Agency[]): readonly string[] =>
  sets
    .filter(({ groupCode }) => !invited.some((agency) => agency.groupCode === groupCode))
    .map(({ title }) => `Nhóm cơ quan của «${title}» chưa có cơ quan nào đang hoạt động.`);
