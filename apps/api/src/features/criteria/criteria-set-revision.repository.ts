import { Injectable } from '@nestjs/common';
import type { RevisionDeed } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { CriteriaSetRevision } from './criteria-set-revision.entity';

export interface RevisionRow {
  readonly id: string;
  readonly criteriaSetId: string;
  readonly version: number;
  readonly savedAt: Date;
  /** Full name. */
  readonly savedBy: string;
  readonly deed: RevisionDeed;
  readonly digest: string;
  readonly leafCount: number;
  readonly changes: number;
}

@Injectable()
export class CriteriaSetRevisionRepository {
  /** Newest first, without documents, and how many there are. */
  async list(em: EntityManager, criteriaSetId: string, { skip, pageSize }: Slice): Promise<{ readonly rows: readonly RevisionRow[]; readonly total: number }> {
    const rows: readonly (RevisionRow & { readonly total: number })[] = await em.query(LIST, [criteriaSetId, pageSize, skip]);
    const [{ total }]: readonly [{ readonly total: number }] = await em.query('select count(*)::int as total from criteria_set_revision where criteria_set_id = $1', [criteriaSetId]);
    return { rows, total };
  }

  /** One of them with its document; refuses one that is not there, or of another set where one is named. */
  async get(em: EntityManager, id: string, criteriaSetId?: string): Promise<CriteriaSetRevision> {
    const revision = await em.findOneBy(CriteriaSetRevision, criteriaSetId === undefined ? { id } : { id, criteriaSetId });
    if (!revision) {
      throw new DomainError('record.not-found');
    }
    return revision;
  }

  async getRow(em: EntityManager, id: string): Promise<RevisionRow> {
    const [row]: readonly RevisionRow[] = await em.query(`${COLUMNS} where r.id = $1`, [id]);
    if (!row) {
      throw new DomainError('record.not-found');
    }
    return row;
  }

  /** The save before one, or null where it was the first. */
  async findBefore(em: EntityManager, { criteriaSetId, version }: Pick<CriteriaSetRevision, 'criteriaSetId' | 'version'>): Promise<CriteriaSetRevision | null> {
    return em
      .createQueryBuilder(CriteriaSetRevision, 'revision')
      .where('revision.criteriaSetId = :criteriaSetId and revision.version < :version', { criteriaSetId, version })
      .orderBy('revision.version', 'DESC')
      .limit(1)
      .getOne();
  }
}

const COLUMNS = `
  select r.id, r.criteria_set_id as "criteriaSetId", r.version, r.saved_at as "savedAt", u.full_name as "savedBy", r.deed, r.digest,
    r.leaf_count as "leafCount", r.changes
  from criteria_set_revision r join user_account u on u.id = r.saved_by`;

const LIST = `${COLUMNS} where r.criteria_set_id = $1 order by r.version desc limit $2 offset $3`;
