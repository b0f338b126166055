import { Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThan } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { AgencyGroup } from '../organisation/agency-group.entity';
import { CriteriaSet } from './criteria-set.entity';

/** A version without its document, which is some 100 kB. */
export type CriteriaSetHead = Omit<CriteriaSet, 'document'>;

@Injectable()
export class CriteriaSetRepository {
  /** Newest year first, then by code, then the newest version first. */
  list(em: EntityManager): Promise<CriteriaSetHead[]> {
    return em.find(CriteriaSet, { select: HEAD, order: { year: 'DESC', code: 'ASC', versionNumber: 'DESC' } });
  }

  async get(em: EntityManager, id: string): Promise<CriteriaSet> {
    const set = await em.findOneBy(CriteriaSet, { id });
    if (!set) {
      throw new DomainError('record.not-found');
    }
    return set;
  }

  groupExists(em: EntityManager, code: string): Promise<boolean> {
    return em.existsBy(AgencyGroup, { code });
  }

  /** Until the end of the transaction nobody else adds a version under this code. */
  async lockCode(em: EntityManager, code: string): Promise<void> {
    await em.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`criteria_set ${code}`]);
  }

  findNewest(em: EntityManager, code: string): Promise<CriteriaSetHead | null> {
    return em.findOne(CriteriaSet, { select: HEAD, where: { code }, order: { versionNumber: 'DESC' } });
  }

  /** Versions that nobody has used yet and that a newer one takes the place of. */
  listReplaceable(em: EntityManager, code: string, versionNumber: number): Promise<CriteriaSetHead[]> {
    return em.find(CriteriaSet, { select: HEAD, where: { code, state: 'published', versionNumber: LessThan(versionNumber) } });
  }

  /** In the order of their ids, so that two who lock the same sets never wait for each other in a ring. */
  lockAll(em: EntityManager, ids: readonly string[]): Promise<CriteriaSetHead[]> {
    return em.find(CriteriaSet, { select: HEAD, where: { id: In(ids) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }
}

const HEAD = {
  id: true,
  code: true,
  year: true,
  groupCode: true,
  title: true,
  versionNumber: true,
  state: true,
  digest: true,
  leafCount: true,
  createdBy: true,
  createdAt: true,
  version: true,
} as const;
