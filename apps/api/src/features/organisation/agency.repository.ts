import { Injectable } from '@nestjs/common';
import type { AgencyQuery } from '@par-index/contract';
import { type EntityManager, In } from 'typeorm';
import { containing, VIETNAMESE_ORDER } from '../../platform/database/search';
import type { Slice } from '../../platform/http/page.dto';
import { Agency } from './agency.entity';
import { AgencyGroup } from './agency-group.entity';

@Injectable()
export class AgencyRepository {
  listGroups(em: EntityManager): Promise<readonly AgencyGroup[]> {
    return em.find(AgencyGroup, { order: { position: 'ASC' } });
  }

  findGroup(em: EntityManager, code: string): Promise<AgencyGroup | null> {
    return em.findOneBy(AgencyGroup, { code });
  }

  find(em: EntityManager, id: string): Promise<Agency | null> {
    return em.findOneBy(Agency, { id });
  }

  findMany(em: EntityManager, ids: readonly string[]): Promise<readonly Agency[]> {
    return em.findBy(Agency, { id: In([...ids]) });
  }

  listActive(em: EntityManager): Promise<readonly Agency[]> {
    return em.find(Agency, { where: { active: true }, order: { groupCode: 'ASC', code: 'ASC' } });
  }

  /** Two statements: the page, and the count of the whole. */
  list(em: EntityManager, { search, groupCode, active }: AgencyQuery, { skip, pageSize }: Slice): Promise<[Agency[], number]> {
    const list = em.createQueryBuilder(Agency, 'agency').innerJoin('agency.group', 'grp');
    if (search?.trim()) {
      list.andWhere(`fold(agency.name || ' ' || agency.shortName || ' ' || agency.code) like fold(:pattern)`, { pattern: containing(search) });
    }
    if (groupCode !== undefined) {
      list.andWhere('agency.groupCode = :groupCode', { groupCode });
    }
    if (active !== undefined) {
      list.andWhere('agency.active = :active', { active });
    }
    return list
      .orderBy('grp.position')
      .addOrderBy(`agency.name ${VIETNAMESE_ORDER}`)
      .addOrderBy('agency.code')
      .offset(skip)
      .limit(pageSize)
      .getManyAndCount();
  }
}
