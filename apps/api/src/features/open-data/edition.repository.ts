import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SnapshotDocument } from '../result/published-content.service';

/** A published edition, numbered within its year. */
export interface EditionRecord {
  readonly snapshotId: string;
  readonly year: number;
  readonly edition: number;
  readonly title: string;
  readonly publishedAt: Date;
  readonly reason: string;
  readonly digest: string;
  readonly inForce: boolean;
}

/** Of several cycles of one year each has its editions: they are counted on, in the order of their publication. */
const EDITIONS = `
  select s.id as "snapshotId", c.year, row_number() over of_year::int as edition, c.title, s.published_at as "publishedAt", s.reason, s.digest,
    row_number() over (partition by c.year order by s.published_at desc, s.edition desc) = 1 as "inForce"
  from result_snapshot s join cycle c on c.id = s.cycle_id
  window of_year as (partition by c.year order by s.published_at, s.edition)`;

@Injectable()
export class EditionRepository {
  /** Newest year and edition first. */
  list(em: EntityManager): Promise<readonly EditionRecord[]> {
    return em.query(`select * from (${EDITIONS}) e order by year desc, edition desc`);
  }

  async find(em: EntityManager, { year, edition }: { readonly year: number; readonly edition: number }): Promise<EditionRecord | null> {
    const [row]: readonly EditionRecord[] = await em.query(`select * from (${EDITIONS}) e where year = $1 and edition = $2`, [year, edition]);
    return row ?? null;
  }

  async getDocument(em: EntityManager, snapshotId: string): Promise<SnapshotDocument> {
    const [row]: readonly { readonly document: SnapshotDocument }[] = await em.query('select document from result_snapshot where id = $1', [snapshotId]);
    if (!row) {
      throw new Error(`No snapshot ${snapshotId}`);
    }
    return row.document;
  }
}
