import { Injectable } from '@nestjs/common';
import type { PhaseWindow, SubstituteRequest } from '@par-index/contract';
import { type EntityManager, In } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { CriteriaSet } from '../criteria/criteria-set.entity';
import { Agency } from '../organisation/agency.entity';
import { Cycle } from './cycle.entity';
import { CYCLE_ROWS, type CycleRow } from './cycle-row';
import { CycleSet } from './cycle-set.entity';
import { CycleSubstitute } from './cycle-substitute.entity';
import { CycleWindow } from './cycle-window.entity';

export type SetHead = Pick<CriteriaSet, 'id' | 'code' | 'title' | 'year' | 'groupCode' | 'versionNumber' | 'state'>;

@Injectable()
export class CycleRepository {
  /** Newest year first. */
  list(em: EntityManager): Promise<readonly CycleRow[]> {
    return em.query(`${CYCLE_ROWS} order by c.year desc, c.title`);
  }

  async get(em: EntityManager, id: string): Promise<CycleRow> {
    const [row]: readonly CycleRow[] = await em.query(`${CYCLE_ROWS} where c.id = $1`, [id]);
    if (!row) {
      throw new DomainError('record.not-found');
    }
    return row;
  }

  listWindows(em: EntityManager, cycleId: string): Promise<CycleWindow[]> {
    return em.findBy(CycleWindow, { cycleId });
  }

  listSetHeads(em: EntityManager, ids: readonly string[]): Promise<SetHead[]> {
    const select = { id: true, code: true, title: true, year: true, groupCode: true, versionNumber: true, state: true } as const;
    return em.find(CriteriaSet, { select, where: { id: In(ids) } });
  }

  async listSetIds(em: EntityManager, cycleId: string): Promise<readonly string[]> {
    return (await em.findBy(CycleSet, { cycleId })).map(({ criteriaSetId }) => criteriaSetId);
  }

  async listSubstitutes(em: EntityManager, cycleId: string): Promise<readonly SubstituteRequest[]> {
    const rows = await em.findBy(CycleSubstitute, { cycleId });
    return rows.map(({ ownerAgencyId, substituteAgencyId }) => ({ ownerAgencyId, substituteAgencyId }));
  }

  listActiveAgencies(em: EntityManager, ids: readonly string[]): Promise<Agency[]> {
    return em.findBy(Agency, { id: In(ids), active: true });
  }

  /** Refuses a year and title that are there already with `record.duplicate`: by the unique key. */
  insert(em: EntityManager, cycle: Pick<Cycle, 'year' | 'title' | 'leadAgencyId'>): Promise<Cycle> {
    return em.save(em.create(Cycle, { ...cycle, phase: 'preparing' as const }));
  }

  /** Counts the cycle's version also where the title stays: what belongs to it has changed. */
  async rename(em: EntityManager, { id }: Cycle, title: string): Promise<void> {
    await em.update(Cycle, { id }, { title });
  }

  async replaceWindows(em: EntityManager, cycleId: string, windows: readonly PhaseWindow[]): Promise<void> {
    await em.delete(CycleWindow, { cycleId });
    await em.insert(
      CycleWindow,
      windows.map((window) => ({ cycleId, phase: window.phase, ...momentsOf(window) })),
    );
  }

  async replaceSets(em: EntityManager, cycleId: string, sets: readonly Pick<SetHead, 'id' | 'groupCode'>[]): Promise<void> {
    await em.delete(CycleSet, { cycleId });
    await em.insert(
      CycleSet,
      sets.map(({ id, groupCode }) => ({ cycleId, groupCode, criteriaSetId: id })),
    );
  }

  async replaceSubstitutes(em: EntityManager, cycleId: string, substitutes: readonly SubstituteRequest[]): Promise<void> {
    await em.delete(CycleSubstitute, { cycleId });
    await em.insert(
      CycleSubstitute,
      substitutes.map((substitute) => ({ cycleId, ...substitute })),
    );
  }
}

const momentsOf = ({ opensAt, deadlineAt, closeAt }: PhaseWindow) => ({
  opensAt: new Date(opensAt),
  deadlineAt: new Date(deadlineAt),
  closeAt: new Date(closeAt),
});
