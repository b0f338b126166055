import { Injectable } from '@nestjs/common';
import { type Actor, agenciesOf, type AssignedCounts, type BalanceView, type DepartmentBalance, holds, problemDetail, seesBalance, sharingRefusalOf } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { databaseTime } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { Cycle } from '../cycle/cycle.entity';
import { AssignmentRepository } from './assignment.repository';
import { type AbleRow, type PersonRow, SharingRepository, type UnitRow } from './sharing.repository';

/** How the work is spread: among appraising agencies, and among the people of one. Counts alone, never of the reader's own agency. */
@Injectable()
export class Balances {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sharing: SharingRepository,
    private readonly assignments: AssignmentRepository,
    private readonly compiled: CompiledSets,
  ) {}

  async list(actor: Actor, cycleId: string): Promise<readonly DepartmentBalance[]> {
    const em = this.dataSource.manager;
    await this.cycleOf(cycleId);
    const agencyIds = holds(actor, ['home-affairs']) ? null : agenciesOf(actor, ['appraiser', 'agency-head']);
    const rows = await this.sharing.listDepartments(em, cycleId, { withoutAgencyIds: ownOf(actor), agencyIds });
    return rows.map(({ id, code, name, shortName, unshared, people, ...counts }) => ({ agency: { id, code, name, shortName }, unshared, people, ...countsOf(counts) }));
  }

  /** Refuses with `record.not-found` an agency that is not there, and one that is not the reader's. */
  async get(actor: Actor, cycleId: string, agencyId: string): Promise<BalanceView> {
    const em = this.dataSource.manager;
    const { title: cycleTitle, phase } = await this.cycleOf(cycleId);
    const [agency] = await this.assignments.listAgencies(em, [agencyId]);
    if (!agency || !seesBalance(actor, agencyId)) {
      throw new DomainError('record.not-found');
    }
    const work = { cycleId, agencyId, withoutAgencyIds: ownOf(actor) };
    const able = await this.sharing.listAble(em, agencyId);
    const counted = await this.sharing.listByPerson(em, work);
    const units = await this.sharing.listUnits(em, work);
    const refusal = sharingRefusalOf(actor, { phase, agencyId });
    return {
      ...{ cycleId, cycleTitle, phase, agency, shareable: refusal === null, lockedBecause: lockedBecause(refusal) },
      deadlineAt: (await this.sharing.findDeadline(em, cycleId))?.toISOString() ?? null,
      now: (await databaseTime(em)).toISOString(),
      people: [nobody(counted), ...able.map((person) => toPerson(person, counted))],
      units: units.map(({ id, code, name, shortName, groupCode, personId, assigned, decided, codes }) => ({ groupCode, assessed: { id, code, name, shortName }, personId, assigned, decided, codes })),
      criteria: await this.criteriaOf(em, units),
    };
  }

  private async criteriaOf(em: EntityManager, units: readonly UnitRow[]): Promise<BalanceView['criteria']> {
    const sets = await this.compiled.loadAll(em, units.map(({ criteriaSetId }) => criteriaSetId));
    const groupOf = new Map(units.map(({ criteriaSetId, groupCode }) => [criteriaSetId, groupCode]));
    const codes = new Set(units.flatMap((unit) => unit.codes));
    return [...sets].flatMap(([id, { leaves }]) => leaves.filter(({ code }) => codes.has(code)).map(({ code, title }) => ({ groupCode: groupOf.get(id) ?? '', code, title })));
  }

  private async cycleOf(id: string): Promise<Cycle> {
    const cycle = await this.dataSource.manager.findOneBy(Cycle, { id });
    if (!cycle) {
      throw new DomainError('record.not-found');
    }
    return cycle;
  }
}

const ownOf = (actor: Actor): readonly string[] => actor.grants.map(({ agencyId }) => agencyId);

const NOTHING: AssignedCounts = { assigned: 0, decided: 0, left: 0, late: 0, explanationWanted: 0 };

const countsOf = ({ assigned, decided, left, late, explanationWanted }: AssignedCounts): AssignedCounts => ({ assigned, decided, left, late, explanationWanted });

const nobody = (counted: readonly PersonRow[]): BalanceView['people'][number] => ({ person: null, standIns: [], ...countsOf(counted.find(({ personId }) => personId === null) ?? NOTHING) });

function toPerson({ id, fullName, standIns }: AbleRow, counted: readonly PersonRow[]): BalanceView['people'][number] {
  return { person: { id, fullName }, standIns, ...countsOf(counted.find(({ personId }) => personId === id) ?? NOTHING) };
}

function lockedBecause(refusal: ReturnType<typeof sharingRefusalOf>): string | null {
  if (refusal === null) {
    return null;
  }
  return refusal === 'access.denied' ? 'Lãnh đạo cơ quan thẩm định hoặc Sở Nội vụ chia việc cho từng người.' : problemDetail(refusal);
}
