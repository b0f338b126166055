import { Injectable } from '@nestjs/common';
import { type Actor, type AppraisalSummary, holds, type Page, type PageQuery } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { appraisingAgencies, OVERSEERS } from './who-decides';
import { type WorklistFilter, WorklistRepository, type WorklistScope } from './worklist.repository';

export interface WorklistQuery extends WorklistFilter, Pick<PageQuery, 'page' | 'pageSize'> {
  readonly mine?: 'true' | 'false';
}

@Injectable()
export class Worklists {
  constructor(
    private readonly dataSource: DataSource,
    private readonly worklists: WorklistRepository,
  ) {}

  /** The agencies in which the actor has criteria to appraise, with how far they are; for who reads all, every agency but the own. */
  async list(actor: Actor, query: WorklistQuery): Promise<Page<AppraisalSummary>> {
    const em = this.dataSource.manager;
    const scope = scopeOf(actor, query);
    const slice = sliceOf(query);
    const total = await this.worklists.count(em, scope, query);
    return pageOf(await this.worklists.list(em, scope, query, slice), total, slice);
  }
}

const scopeOf = (actor: Actor, { mine }: WorklistQuery): WorklistScope => ({
  appraising: appraisingAgencies(actor),
  own: actor.grants.map(({ agencyId }) => agencyId),
  reach: holds(actor, OVERSEERS) ? 'all' : 'assigned',
  person: mine === 'true' ? actor.id : null,
});
