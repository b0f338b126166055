import { Injectable } from '@nestjs/common';
import {
  type Actor,
  assignmentReasonRequired,
  assignmentRefusalOf,
  type AssignmentChangeView,
  type ChangeAssignmentRequest,
  type ChangeSubstitutesRequest,
  type DecidedRule,
  problemDetail,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { lockOne } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { AssignmentPlans, cellsOf, type GroupPlan, type PlannedCell } from '../cycle/assignment-plan.service';
import { Cycle } from '../cycle/cycle.entity';
import { type CellChange, changesOf, plannedFor, replanned, type StandingCell } from './assignment-change';
import { type ChangeOutcome, digestOfChanges, toChangeView } from './assignment.mapper';
import { AssignmentRepository } from './assignment.repository';
import { wantedOf } from './assignment-scope';
import { assertExpected } from './expected';

/** A change worked out but not written: what it does, how the plan is written, and what the audit log will say. */
interface Worked extends ChangeOutcome {
  write(tx: Transaction, counts: Counts): Promise<void>;
}

interface Counts {
  readonly moved: number;
  readonly handedOver: number;
  readonly kept: number;
  readonly reason: string;
}

interface Order {
  readonly reason: string;
  readonly expected?: string;
}

/** Which agency appraises what in a cycle: planned before the opening, changed after it. Decided criteria are never lost. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: AssignmentPlans,
    private readonly assignments: AssignmentRepository,
  ) {}

  previewChange(actor: Actor, cycleId: string, request: ChangeAssignmentRequest): Promise<AssignmentChangeView> {
    return this.preview(actor, cycleId, (em, cycle) => this.change(em, cycle, request));
  }

  /** Does exactly what the preview of `expected` said. Refuses an own agency, a missing reason, and a state of affairs that has changed since. */
  changeAppraisers(actor: Actor, cycleId: string, request: ChangeAssignmentRequest): Promise<AssignmentChangeView> {
    return this.run(actor, cycleId, request, (em, cycle) => this.change(em, cycle, request));
  }

  previewSubstitutes(actor: Actor, cycleId: string, request: ChangeSubstitutesRequest): Promise<AssignmentChangeView> {
    return this.preview(actor, cycleId, (em, cycle) => this.substitute(em, cycle, request));
  }

  /** The criteria that an owner's former substitute appraises at it go to the new one; exceptions for single criteria stay. */
  changeSubstitutes(actor: Actor, cycleId: string, request: ChangeSubstitutesRequest): Promise<AssignmentChangeView> {
    return this.run(actor, cycleId, request, (em, cycle) => this.substitute(em, cycle, request));
  }

  private async preview(actor: Actor, id: string, work: (em: EntityManager, cycle: Cycle) => Promise<Worked>): Promise<AssignmentChangeView> {
    const em = this.dataSource.manager;
    const cycle = await em.findOneBy(Cycle, { id });
    assertMayChange(actor, cycle);
    return { dryRun: true, ...(await this.viewOf(em, await work(em, cycle))) };
  }

  private run(actor: Actor, id: string, { reason, expected }: Order, work: (em: EntityManager, cycle: Cycle) => Promise<Worked>): Promise<AssignmentChangeView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cycle = await lockOne(tx.em, Cycle, { id });
      assertMayChange(actor, cycle);
      assertReason(cycle, reason);
      const worked = await work(tx.em, cycle);
      assertExpected(digestOfChanges(worked.changes), expected);
      const moves = worked.changes.filter(({ effect }) => effect === 'move');
      const given = reason.trim();
      await worked.write(tx, { moved: moves.length, handedOver: moves.filter(({ isDecided }) => isDecided).length, kept: worked.changes.length - moves.length, reason: given });
      await this.assignments.change(tx.em, moves.flatMap(toRow), { userId: actor.id, reason: given });
      return { dryRun: false, ...(await this.viewOf(tx.em, worked)) };
    });
  }

  private async change(em: EntityManager, cycle: Cycle, request: ChangeAssignmentRequest): Promise<Worked> {
    const { groupCode, agencyId, decided } = request;
    const plan = (await this.plans.list(em, cycle)).find((one) => one.groupCode === groupCode);
    if (!plan) {
      throw new DomainError('request.invalid', {}, [{ pointer: '/groupCode', code: 'record.not-found', detail: 'Kỳ đánh giá không có nhóm cơ quan này. Hãy chọn trong danh sách.' }]);
    }
    await this.assertAppraiser(em, agencyId);
    const wanted = wantedOf(plan, request);
    const changes = plannedFor(wanted, plan);
    const cells = cellsAt(wanted.assessedAgencyIds ?? idsOf(plan), { ...plan, ...replanned(plan, wanted, changes) }).filter(({ code }) => wanted.codes.includes(code));
    const moved = await this.differing(em, cycle, { plan, cells, rule: decided });
    const exceptionsKept = wanted.assessedAgencyIds ? 0 : cells.filter((cell) => cell.source === 'agency' && cell.agencyId !== agencyId).length;
    const { codes, assessedAgencyIds } = wanted;
    return {
      changes: moved,
      exceptionsKept,
      write: async (tx, counts) => {
        await this.plans.replace(tx.em, cycle.id, { groupCode, codes, assessedAgencyIds, changes });
        await tx.audit('assignment.changed', { id: cycle.id, cycleId: cycle.id }, { groupCode, codes, agencyIds: assessedAgencyIds, to: agencyId, ...counts });
      },
    };
  }

  private async substitute(em: EntityManager, cycle: Cycle, { substitutes, decided }: ChangeSubstitutesRequest): Promise<Worked> {
    await this.plans.assertSubstitutes(em, substitutes);
    const after = new Map(substitutes.map((one) => [one.ownerAgencyId, one.substituteAgencyId]));
    const plans = await this.plans.list(em, cycle);
    const before = plans[0]?.substitutes ?? new Map<string, string>();
    const moved: CellChange[] = [];
    for (const plan of plans) {
      const owners = idsOf(plan).filter((id) => before.get(id) !== after.get(id));
      const cells = cellsAt(owners, { ...plan, substitutes: after }).filter(({ source }) => source === 'substitute');
      moved.push(...(await this.differing(em, cycle, { plan, cells, rule: decided })).filter(({ assessedAgencyId, from }) => from === null || from === before.get(assessedAgencyId)));
    }
    return {
      changes: moved,
      exceptionsKept: 0,
      write: async (tx, counts) => {
        await this.plans.replaceSubstitutes(tx.em, cycle.id, substitutes);
        const fields = { before: { substitutes: asList(before) }, after: { substitutes: asList(after) } };
        await tx.audit('assignment.substituted', { id: cycle.id, cycleId: cycle.id }, { ...fields, ...counts });
      },
    };
  }

  /** Before the opening the plan stands for itself; after it the rows do. An owner without a substitute stops what is open already. */
  private async differing(em: EntityManager, cycle: Cycle, { plan, cells, rule }: Wanted): Promise<readonly CellChange[]> {
    if (cycle.phase === 'preparing') {
      return changesOf(cells, cellsAt(idsOf(plan), plan).map(asStanding), rule);
    }
    const nobodys = cells.filter(({ agencyId }) => agencyId === null).map(({ assessedAgencyId }) => assessedAgencyId);
    if (nobodys.length > 0) {
      const names = plan.assessed.filter(({ id }) => nobodys.includes(id)).map(({ name }) => name);
      throw new DomainError('assignment.nobody-left', {}, names.map((name) => ({ pointer: '', code: 'assignment.nobody-left', detail: `Hãy chọn cơ quan thay cho ${name}.` })));
    }
    const codes = [...new Set(cells.map(({ code }) => code))];
    const agencyIds = [...new Set(cells.map(({ assessedAgencyId }) => assessedAgencyId))];
    return changesOf(cells, await this.assignments.listCells(em, cycle.id, { codes, agencyIds }), rule);
  }

  private async assertAppraiser(em: EntityManager, agencyId: string | null): Promise<void> {
    if (agencyId !== null && !(await this.assignments.isActiveAgency(em, agencyId))) {
      throw new DomainError('request.invalid', {}, [{ pointer: '/agencyId', code: 'record.not-found', detail: 'Không có cơ quan này, hoặc cơ quan đã ngừng hoạt động. Hãy chọn trong danh sách.' }]);
    }
  }

  private async viewOf(em: EntityManager, worked: Worked): Promise<Omit<AssignmentChangeView, 'dryRun'>> {
    const agencies = await this.assignments.listAgencies(em, worked.changes.flatMap(({ from, to }) => [from, to]));
    return toChangeView(worked, agencies);
  }
}

interface Wanted {
  readonly plan: GroupPlan;
  readonly cells: readonly PlannedCell[];
  readonly rule: DecidedRule;
}

const idsOf = ({ assessed }: GroupPlan): readonly string[] => assessed.map(({ id }) => id);
const cellsAt = (assessed: readonly string[], plan: GroupPlan): readonly PlannedCell[] => cellsOf(plan, assessed);
const asStanding = ({ assessedAgencyId, code, agencyId }: PlannedCell): StandingCell => ({ id: null, assessedAgencyId, code, agencyId, isDecided: false });
/** A person is of the former agency, so a row that goes to another is given to nobody in particular there. */
const toRow = ({ id, to }: CellChange) => (id !== null && to !== null ? [{ id, agencyId: to, personId: null }] : []);
const asList = (substitutes: ReadonlyMap<string, string>) => [...substitutes].sort().map(([ownerAgencyId, substituteAgencyId]) => ({ ownerAgencyId, substituteAgencyId }));

function assertMayChange(actor: Actor, cycle: Cycle | null): asserts cycle is Cycle {
  if (!cycle) {
    throw new DomainError('record.not-found');
  }
  const refusal = assignmentRefusalOf(actor, cycle);
  if (refusal) {
    throw new DomainError(refusal, { phase: cycle.phase });
  }
}

function assertReason({ phase }: Cycle, reason: string): void {
  if (assignmentReasonRequired(phase) && reason.trim() === '') {
    throw new DomainError('reason.required', {}, [{ pointer: '/reason', code: 'reason.required', detail: problemDetail('reason.required') }]);
  }
}
