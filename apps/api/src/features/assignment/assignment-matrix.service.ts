import { Injectable } from '@nestjs/common';
import {
  type Actor,
  assignmentReasonRequired,
  assignmentRefusalOf,
  assignmentSight,
  type AssignmentCriterion,
  type AssignmentException,
  type AssignmentHistoryLine,
  type AssignmentMatrixView,
  type AssignmentRow,
  type AgencyRef,
  belongsTo,
  type Page,
  type PageQuery,
  type ProblemCode,
  problemDetail,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { AssignmentPlans, cellsOf, type GroupPlan } from '../cycle/assignment-plan.service';
import { Cycle } from '../cycle/cycle.entity';
import type { StandingCell } from './assignment-change';
import { agencyIdsIn, historyInWords } from './assignment-words';
import { AssignmentRepository } from './assignment.repository';
import { groupBy } from './group-by';

/** Who appraises what in a cycle, as a table of criteria and appraising agencies with its exceptions; and what was changed in it. */
@Injectable()
export class AssignmentMatrix {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: AssignmentPlans,
    private readonly assignments: AssignmentRepository,
  ) {}

  async get(actor: Actor, cycleId: string, groupCode: string): Promise<AssignmentMatrixView> {
    const em = this.dataSource.manager;
    const cycle = await this.cycleOf(em, cycleId);
    const plan = (await this.plans.list(em, cycle)).find((one) => one.groupCode === groupCode);
    if (!plan) {
      throw new DomainError('record.not-found');
    }
    const rows = rowsInSight(actor, rowsOf(plan, await this.standing(em, cycle, plan)));
    const named = [...rows.flatMap(({ agencyId, exceptions }) => [agencyId, ...exceptions.map((one) => one.agencyId)]), ...[...plan.substitutes].flat()];
    const departments = await this.assignments.listDepartments(em, named);
    const refusal = assignmentRefusalOf(actor, cycle);
    return {
      ...{ cycleId, cycleTitle: cycle.title, phase: cycle.phase, groupCode },
      ...{ editable: refusal === null, lockedBecause: refusal && lockedWords(actor, refusal), reasonRequired: assignmentReasonRequired(cycle.phase) },
      ...{ criteria: criteriaOf(plan, rows), departments, rows },
      agencies: plan.assessed.map(({ id, code, name, shortName }) => ({ id, code, name, shortName })),
      substitutes: substitutesOf(plan, departments),
    };
  }

  async history(cycleId: string, query: PageQuery): Promise<Page<AssignmentHistoryLine>> {
    const em = this.dataSource.manager;
    await this.cycleOf(em, cycleId);
    const slice = sliceOf(query);
    const [lines, total] = await this.assignments.pageHistory(em, cycleId, slice);
    const agencies = new Map((await this.assignments.listAgencies(em, lines.flatMap(agencyIdsIn))).map(({ id, name }) => [id, name]));
    const items = lines.map((line) => ({ at: line.at.toISOString(), by: line.by, what: historyInWords(line, agencies), reason: String(line.payload['reason'] ?? '') }));
    return pageOf(items, total, slice);
  }

  /** The rows once the cycle is open, the plan before it. */
  private standing(em: EntityManager, cycle: Cycle, plan: GroupPlan): Promise<readonly StandingCell[]> {
    const agencyIds = plan.assessed.map(({ id }) => id);
    return cycle.phase === 'preparing'
      ? Promise.resolve(cellsOf(plan, agencyIds).map((cell) => ({ ...cell, id: null, isDecided: false })))
      : this.assignments.listCells(em, cycle.id, { codes: plan.owners.map(({ code }) => code), agencyIds });
  }

  private async cycleOf(em: EntityManager, id: string): Promise<Cycle> {
    const cycle = await em.findOneBy(Cycle, { id });
    if (!cycle) {
      throw new DomainError('record.not-found');
    }
    return cycle;
  }
}

/** Of a department's own part, what it appraises in general and where it is the exception. That somebody kept a decision is told at no agency of the reader's. */
function rowsInSight(actor: Actor, rows: readonly AssignmentRow[]): readonly AssignmentRow[] {
  const sight = assignmentSight(actor);
  if (sight === null) {
    return [];
  }
  if (sight.reach === 'all') {
    return rows.map((row) => withExceptions(row, (one) => one.source !== 'kept' || !belongsTo(actor, one.assessedAgencyId)));
  }
  const isOwn = (agencyId: string | null): boolean => agencyId !== null && sight.agencyIds.includes(agencyId);
  return rows
    .map((row) => withExceptions(row, (one) => (isOwn(row.agencyId) || isOwn(one.agencyId)) && !(one.source === 'kept' && belongsTo(actor, one.assessedAgencyId))))
    .filter(({ agencyId, exceptions }) => isOwn(agencyId) || exceptions.length > 0);
}

const withExceptions = (row: AssignmentRow, keeps: (one: AssignmentException) => boolean): AssignmentRow => ({ ...row, exceptions: row.exceptions.filter(keeps) });

function lockedWords(actor: Actor, refusal: ProblemCode): string {
  if (refusal !== 'access.denied') {
    return problemDetail(refusal);
  }
  const part = assignmentSight(actor)?.reach === 'all' ? '' : ' Bảng này chỉ có phần mà cơ quan bạn thẩm định.';
  return `Phân công do chuyên viên Sở Nội vụ thay đổi; bạn xem được.${part}`;
}

function rowsOf(plan: GroupPlan, standing: readonly StandingCell[]): readonly AssignmentRow[] {
  const everywhere = new Map(plan.changes.filter(({ assessedAgencyId }) => assessedAgencyId === null).map(({ code, agencyId }) => [code, agencyId]));
  const byCode = groupBy(standing, ({ code }) => code);
  return plan.owners.map(({ code, agencyId: owner }) => {
    const changed = everywhere.get(code);
    const agencyId = changed ?? owner;
    const exceptions = (byCode.get(code) ?? []).filter((cell) => cell.agencyId !== agencyId).map((cell) => exceptionOf(plan, agencyId, cell));
    return { code, agencyId, source: changed === undefined ? ('set' as const) : ('cycle' as const), exceptions };
  });
}

/** At the owner itself the substitute is the rule; whoever else it is was named for this agency, or kept what it had decided. */
function exceptionOf({ substitutes, changes }: GroupPlan, general: string, { assessedAgencyId, code, agencyId }: StandingCell): AssignmentException {
  const isNamed = changes.some((change) => change.code === code && change.assessedAgencyId === assessedAgencyId && change.agencyId === agencyId);
  const isSubstitute = assessedAgencyId === general && agencyId === (substitutes.get(general) ?? null);
  return { assessedAgencyId, agencyId, source: isNamed ? 'agency' : isSubstitute ? 'substitute' : 'kept' };
}

function criteriaOf({ set }: GroupPlan, rows: readonly AssignmentRow[]): readonly AssignmentCriterion[] {
  const shown = new Set(rows.flatMap(({ code }) => [code, ...(set.leaf(code)?.path ?? [])]));
  return set.nodes.filter(({ code }) => shown.has(code)).map(({ code, title, parent }) => ({ code, title, parentCode: parent }));
}

function substitutesOf({ substitutes }: GroupPlan, agencies: readonly AgencyRef[]): AssignmentMatrixView['substitutes'] {
  const refOf = (id: string): AgencyRef | undefined => agencies.find((agency) => agency.id === id);
  return [...substitutes].flatMap(([ownerId, substituteId]) => {
    const [owner, substitute] = [refOf(ownerId), refOf(substituteId)];
    return owner && substitute ? [{ owner, substitute }] : [];
  });
}
