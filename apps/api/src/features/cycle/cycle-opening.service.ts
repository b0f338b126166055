import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../platform/database/unit-of-work';
import { CriteriaService } from '../criteria/criteria.service';
import type { Agency } from '../organisation/agency.entity';
import { type PlannedCell, withoutSubstitute } from './assignment-plan';
import { AssignmentPlans, cellsOf } from './assignment-plan.service';
import type { Cycle } from './cycle.entity';
import { CycleRepository, type SetHead } from './cycle.repository';
import { OpeningRepository } from './opening.repository';
import type { PhaseConsequences } from './phase-effects.service';

/** Everything that the opening of self-assessment will write. */
interface OpeningPlan {
  readonly sets: readonly SetHead[];
  readonly invited: readonly Agency[];
  readonly cells: readonly PlannedCell[];
  readonly blockers: readonly string[];
}

/** The first step of a cycle: its sets are frozen, the agencies invited, their assessments begun, the appraisers assigned. */
@Injectable()
export class CycleOpening {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly opening: OpeningRepository,
    private readonly criteria: CriteriaService,
    private readonly plans: AssignmentPlans,
  ) {}

  async consequences(em: EntityManager, cycle: Cycle): Promise<PhaseConsequences> {
    const { sets, invited, cells, blockers } = await this.plan(em, cycle);
    return {
      effects: [
        `${sets.length} bộ tiêu chí được khóa và không sửa được nữa.`,
        `${invited.length} cơ quan được mời tự đánh giá.`,
        `${cells.length} lượt tiêu chí được phân công thẩm định.`,
      ],
      blockers,
    };
  }

  /** The caller has locked the cycle and found no blocker in the same transaction. */
  async open(tx: Transaction, cycle: Cycle): Promise<void> {
    const { sets, invited, cells } = await this.plan(tx.em, cycle);
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
    await this.opening.assignAppraisers(tx.em, cycle.id, cells);
  }

  private async plan(em: EntityManager, cycle: Cycle): Promise<OpeningPlan> {
    const sets = await this.cycles.listSetHeads(em, await this.cycles.listSetIds(em, cycle.id));
    const plans = await this.plans.list(em, cycle);
    const invited = plans.flatMap(({ assessed }) => assessed);
    const cells = plans.flatMap((plan) => cellsOf(plan, plan.assessed.map(({ id }) => id)));
    return { sets, invited, cells, blockers: [...setBlockers(sets), ...agencyBlockers(sets, invited), ...substituteBlockers(cells, invited)] };
  }
}

const substituteBlockers = (cells: readonly PlannedCell[], invited: readonly Agency[]): readonly string[] =>
  withoutSubstitute(cells).map(({ agencyId, leaves }) => {
    const name = invited.find((agency) => agency.id === agencyId)?.name ?? '';
    return `${name} phụ trách thẩm định ${leaves} tiêu chí nhưng không được tự thẩm định mình. Hãy chọn cơ quan thay cho ${name}.`;
  });

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
