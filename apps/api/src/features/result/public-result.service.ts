import { Injectable } from '@nestjs/common';
import type { EditionView, GroupResultView, PublicCycle, PublicSheetLine, PublicSheetView } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { GroupRepository, type ResultCycle } from './group.repository';
import { PreviousResults } from './previous-result.repository';
import type { StoredLine } from './published-row';
import { resultRow } from './result-view';
import { ResultService } from './result.service';
import { SnapshotRepository } from './snapshot.repository';

interface Published {
  readonly cycle: ResultCycle;
  readonly edition: EditionView;
}

/** Published results for everybody, signed in or not. No name of a person is in them. */
@Injectable()
export class PublicResults {
  constructor(
    private readonly dataSource: DataSource,
    private readonly groups: GroupRepository,
    private readonly snapshots: SnapshotRepository,
    private readonly previous: PreviousResults,
    private readonly results: ResultService,
  ) {}

  /** Newest year first. */
  async listCycles(): Promise<readonly PublicCycle[]> {
    const rows: readonly (Omit<PublicCycle, 'publishedAt'> & { readonly publishedAt: Date })[] = await this.dataSource.manager.query(CYCLES);
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  }

  async getGroup(year: number, groupCode: string): Promise<GroupResultView> {
    const em = this.dataSource.manager;
    const { cycle } = await this.published(em, year);
    return this.results.getPublishedGroup(em, cycle, groupCode);
  }

  /** The newest edition of the year's result. */
  async getEdition(year: number): Promise<EditionView> {
    return (await this.published(this.dataSource.manager, year)).edition;
  }

  /** The points of every criterion and the remark on it, without figures, evidence or people. */
  async getSheet(year: number, agencyCode: string): Promise<PublicSheetView> {
    const em = this.dataSource.manager;
    const { cycle, edition } = await this.published(em, year);
    const stored = await this.snapshots.findSheet(em, edition.snapshotId, { code: agencyCode });
    const group = cycle.groups.find(({ groupCode }) => groupCode === stored?.groupCode);
    if (!stored || !group) {
      throw new DomainError('result.none');
    }
    const earlier = await this.previous.list(em, year, [stored.agency.id]);
    const { groupCode, groupName } = group;
    const row = resultRow(stored.agency, stored, earlier.get(stored.agency.id));
    return { year, cycleTitle: cycle.title, groupCode, groupName, edition, row, criteria: stored.sheet.lines.map(toPublicLine) };
  }

  /** Refuses a year without a published result with `result.none`. */
  private async published(em: EntityManager, year: number): Promise<Published> {
    const [found]: readonly { readonly id: string }[] = await em.query(NEWEST_OF_YEAR, [year]);
    const edition = found ? await this.snapshots.findNewest(em, found.id) : null;
    if (!found || !edition) {
      throw new DomainError('result.none');
    }
    return { cycle: await this.groups.getCycle(em, found.id), edition };
  }
}

const toPublicLine = ({ code, title, max, depth, leaf, result, remark }: StoredLine): PublicSheetLine => ({ code, title, max, depth, leaf, result, remark });

/** One line for a year: of several published cycles of one year the one that was published last. */
const NEWEST = `
  select distinct on (c.year) c.id, c.year, c.title, s.id as snapshot_id, s.published_at
  from cycle c join result_snapshot s on s.cycle_id = c.id
  order by c.year, s.published_at desc, s.edition desc`;

const NEWEST_OF_YEAR = `select id from (${NEWEST}) n where n.year = $1`;

const CYCLES = `
  select n.year, n.title, n.published_at as "publishedAt", coalesce((
    select jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name, 'count', r.count) order by g.position)
    from (select group_code, count(*) from result_row where snapshot_id = n.snapshot_id group by group_code) r
    join agency_group g on g.code = r.group_code), '[]') as groups
  from (${NEWEST}) n order by n.year desc`;
