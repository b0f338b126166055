import { Injectable } from '@nestjs/common';
import type { CriteriaSetRevisionSummary, CriteriaSetRevisionView, Page } from '@par-index/contract';
import { compareSets, type CriteriaSet as CriteriaSetDocument, differenceInWords } from '@par-index/scoring';
import { DataSource } from 'typeorm';
import { pageOf, type Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { CriteriaSet } from './criteria-set.entity';
import { CriteriaSetRevisionRepository, type RevisionRow } from './criteria-set-revision.repository';

/** Every save of a draft: who, when, and what it changed. */
@Injectable()
export class RevisionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly revisions: CriteriaSetRevisionRepository,
  ) {}

  /** Also of a draft that was discarded. Refuses what never was a draft and is no set with `record.not-found`. */
  async list(criteriaSetId: string, slice: Slice): Promise<Page<CriteriaSetRevisionSummary>> {
    const em = this.dataSource.manager;
    const { rows, total } = await this.revisions.list(em, criteriaSetId, slice);
    if (total === 0 && !(await em.existsBy(CriteriaSet, { id: criteriaSetId }))) {
      throw new DomainError('record.not-found');
    }
    return pageOf(rows.map(toRevisionSummary), total, slice);
  }

  async get(criteriaSetId: string, id: string): Promise<CriteriaSetRevisionView> {
    const em = this.dataSource.manager;
    const revision = await this.revisions.get(em, id, criteriaSetId);
    const before = await this.revisions.findBefore(em, revision);
    const { document } = revision;
    const differences = before === null ? [] : compareSets(before.document as CriteriaSetDocument, document as CriteriaSetDocument);
    return { ...toRevisionSummary(await this.revisions.getRow(em, id)), document, difference: differences.map(differenceInWords) };
  }
}

const toRevisionSummary = ({ criteriaSetId: _, savedAt, ...row }: RevisionRow): CriteriaSetRevisionSummary => ({ ...row, savedAt: savedAt.toISOString() });
