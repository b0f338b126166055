import { Injectable } from '@nestjs/common';
import type { CriteriaSetQuery, CriteriaSetState, UsingCycle } from '@par-index/contract';
import type { CriteriaSet as CriteriaSetDocument } from '@par-index/scoring';
import { type EntityManager, In, LessThan, Not } from 'typeorm';
import { containing } from '../../platform/database/search';
import { DomainError } from '../../platform/problem/domain-error';
import { AgencyGroup } from '../organisation/agency-group.entity';
import { CriteriaSet } from './criteria-set.entity';

/** A version without its document, which is some 100 kB. */
export type CriteriaSetHead = Omit<CriteriaSet, 'document'>;

/** A version as lists show it. */
export interface SummaryRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly groupCode: string;
  readonly versionNumber: number;
  readonly state: CriteriaSetState;
  readonly digest: string;
  readonly leafCount: number;
  readonly createdAt: Date;
  readonly savedAt: Date;
  /** Full name. */
  readonly savedBy: string;
  readonly version: number;
}

export interface ViewRow extends SummaryRow {
  readonly document: CriteriaSetDocument;
  readonly predecessorId: string | null;
  readonly cycles: readonly UsingCycle[];
}

/** What the actor sees of the sets: drafts are for those alone who may edit them. */
export interface SetScope {
  readonly drafts: boolean;
}

@Injectable()
export class CriteriaSetRepository {
  /** Newest year first, then by code, drafts first, then the newest version. */
  list(em: EntityManager, { drafts }: SetScope, { groupCode, year, state, search }: CriteriaSetQuery): Promise<readonly SummaryRow[]> {
    const asked = [drafts, groupCode ?? null, year ?? null, state ?? null, search === undefined ? null : containing(search)];
    return em.query(LIST, asked);
  }

  /** Refuses what is not there and what is not the reader's to see with `record.not-found`. */
  async getView(em: EntityManager, id: string, { drafts }: SetScope): Promise<ViewRow> {
    const [row]: readonly ViewRow[] = await em.query(VIEW, [id, drafts]);
    if (!row) {
      throw new DomainError('record.not-found');
    }
    return row;
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

  /** Of these codes, those of groups, and of these, those of agencies that are active. */
  async known(em: EntityManager, groups: readonly string[], agencies: readonly string[]): Promise<{ readonly groups: ReadonlySet<string>; readonly agencies: ReadonlySet<string> }> {
    const rows: readonly { readonly kind: 'group' | 'agency'; readonly code: string }[] = await em.query(KNOWN, [groups, agencies]);
    const of = (kind: 'group' | 'agency') => new Set(rows.filter((row) => row.kind === kind).map(({ code }) => code));
    return { groups: of('group'), agencies: of('agency') };
  }

  /** The first of the groups, where a draft names none that there is. Refuses where there is none at all. */
  async firstGroup(em: EntityManager): Promise<string> {
    const [group] = await em.find(AgencyGroup, { order: { position: 'ASC', code: 'ASC' }, take: 1 });
    if (!group) {
      throw new DomainError('criteria-set.group-unknown');
    }
    return group.code;
  }

  /** Until the end of the transaction nobody else adds a version under this code. */
  async lockCode(em: EntityManager, code: string): Promise<void> {
    await em.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`criteria_set ${code}`]);
  }

  /** The newest that was published. */
  findNewest(em: EntityManager, code: string): Promise<CriteriaSetHead | null> {
    return em.findOne(CriteriaSet, { select: HEAD, where: { code, state: Not('draft') }, order: { versionNumber: 'DESC' } });
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

const SUMMARY = `
  s.id, s.code, s.title, s.year, s.group_code as "groupCode", s.version_number as "versionNumber", s.state, s.digest,
  s.leaf_count as "leafCount", s.created_at as "createdAt", s.saved_at as "savedAt", u.full_name as "savedBy", s.version`;

/** $1 whether drafts are seen, $2 group, $3 year, $4 state, $5 pattern. */
const LIST = `
  select ${SUMMARY} from criteria_set s join user_account u on u.id = s.saved_by
  where ($1 or s.state <> 'draft') and ($2::text is null or s.group_code = $2) and ($3::int is null or s.year = $3)
    and ($4::text is null or s.state = $4) and ($5::text is null or fold(s.code || ' ' || s.title) like fold($5))
  order by s.year desc, s.code, (s.state = 'draft') desc, s.version_number desc, s.saved_at desc, s.id`;

const VIEW = `
  select ${SUMMARY}, s.document, s.predecessor_id as "predecessorId", coalesce((
    select jsonb_agg(jsonb_build_object('id', c.id, 'title', c.title, 'year', c.year, 'phase', c.phase) order by c.year desc, c.title)
    from cycle_set t join cycle c on c.id = t.cycle_id where t.criteria_set_id = s.id), '[]') as cycles
  from criteria_set s join user_account u on u.id = s.saved_by where s.id = $1 and ($2 or s.state <> 'draft')`;

const KNOWN = `
  select 'group' as kind, code from agency_group where code = any($1)
  union all select 'agency', code from agency where active and code = any($2)`;

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
  savedAt: true,
  savedBy: true,
  predecessorId: true,
  version: true,
} as const;
