import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type AgencyRef,
  type AgencySheetView,
  ASSESSMENT_STATES,
  type AssessmentState,
  belongsTo,
  type EditionView,
  type GroupResultView,
  hasReached,
  type ResultRow,
  type SheetLine,
} from '@par-index/contract';
import { type CompiledSet, explainLeaf } from '@par-index/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { groupDocumentOf } from './group-document';
import { GroupRepository, type ResultCycle, type ResultGroup } from './group.repository';
import { PreviousResults } from './previous-result.repository';
import { type AgencyRow, fieldHeadsOf, rowsOf, type Sheet } from './published-row';
import { summaryOf } from './result-summary';
import { figuresOf, inRankOrder, resultRow } from './result-view';
import { SnapshotRepository } from './snapshot.repository';

/** What has not been handed in is nobody's but the agency's: it stands outside of a provisional result. */
const HANDED_IN: readonly AssessmentState[] = ASSESSMENT_STATES.filter((state) => state !== 'drafting' && state !== 'awaiting-head');

/** Rows of one ranking, computed now or read from a snapshot. */
interface Ranking {
  readonly rows: readonly ResultRow[];
  readonly edition: EditionView | null;
}

/** One agency's sheet and its place in the ranking. */
interface AgencySheet {
  readonly row: ResultRow;
  readonly sheet: Sheet;
  readonly edition: EditionView | null;
}

@Injectable()
export class ResultService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly groups: GroupRepository,
    private readonly snapshots: SnapshotRepository,
    private readonly previous: PreviousResults,
    private readonly sets: CompiledSets,
  ) {}

  /**
   * A group's ranking, the first group's where none is named: from the newest edition once it is published, computed now before that.
   * Before it is published, refuses with `result.none` whoever may not read provisional results; before `preliminary`, the lines of the
   * reader's own agencies are withheld.
   */
  async getGroup(actor: Actor, cycleId: string, groupCode?: string): Promise<GroupResultView> {
    const em = this.dataSource.manager;
    const cycle = await this.groups.getCycle(em, cycleId);
    if (cycle.phase !== 'published' && !actor.permissions.has('result.read-provisional')) {
      throw new DomainError('result.none');
    }
    const isEarly = !hasReached(cycle.phase, 'preliminary');
    return this.groupView(em, cycle, groupOf(cycle, groupCode), ({ id }) => isEarly && belongsTo(actor, id));
  }

  /** The same from a published cycle, for everybody. */
  async getPublishedGroup(em: EntityManager, cycle: ResultCycle, groupCode: string): Promise<GroupResultView> {
    return this.groupView(em, cycle, groupOf(cycle, groupCode), () => false);
  }

  /**
   * One agency's sheet with what led to each number. The agency itself sees it from `preliminary`, also where its people hold other
   * roles; everybody who may read provisional results before that; everybody signed in once it is published.
   */
  async getSheet(actor: Actor, cycleId: string, agencyId: string): Promise<AgencySheetView> {
    const em = this.dataSource.manager;
    const cycle = await this.groups.getCycle(em, cycleId);
    assertSeesSheet(actor, cycle, agencyId);
    const group = groupOf(cycle, await this.groups.getGroupCode(em, cycleId, agencyId));
    const { row, sheet, edition } = await this.agencySheet(em, cycle, group, { id: agencyId });
    const set = await this.sets.load(em, group.criteriaSetId);
    const lines = linesOf(set, sheet);
    const { id, title: cycleTitle, year } = cycle;
    const criteria = seesNames(actor, agencyId) ? lines : lines.map(withoutNames);
    return { cycleId: id, cycleTitle, year, groupName: group.groupName, provisional: edition === null, edition, row, criteria };
  }

  private async groupView(em: EntityManager, cycle: ResultCycle, group: ResultGroup, isWithheld: (agency: AgencyRef) => boolean): Promise<GroupResultView> {
    const set = await this.sets.load(em, group.criteriaSetId);
    const { rows: all, edition } = await this.ranking(em, cycle, group);
    const rows = all.filter(({ agency }) => !isWithheld(agency));
    const withheld = all.map(({ agency }) => agency).filter(isWithheld);
    const { id: cycleId, title: cycleTitle, year } = cycle;
    const { groupCode, groupName } = group;
    const computedAt = edition?.publishedAt ?? cycle.now.toISOString();
    const head = { cycleId, cycleTitle, year, groupCode, groupName, provisional: edition === null, edition };
    return { ...head, fields: fieldHeadsOf(set), rows: inRankOrder(rows), withheld, summary: summaryOf(set.set, rows), computedAt };
  }

  private async ranking(em: EntityManager, cycle: ResultCycle, group: ResultGroup): Promise<Ranking> {
    const edition = await this.editionOf(em, cycle);
    if (edition) {
      const stored = await this.snapshots.listRows(em, edition.snapshotId, group.groupCode);
      const earlier = await this.previous.list(em, cycle.year, stored.map(({ agency }) => agency.id));
      return { rows: stored.map((row) => resultRow(row.agency, row, earlier.get(row.agency.id))), edition };
    }
    const computed = await this.compute(em, cycle, group);
    const earlier = await this.previous.list(em, cycle.year, computed.map(({ agency }) => agency.id));
    return { rows: computed.map((row) => resultRow(row.agency, figuresOf(row), earlier.get(row.agency.id))), edition: null };
  }

  /** Refuses an agency that is not in the result with `result.none`. */
  async agencySheet(em: EntityManager, cycle: ResultCycle, group: ResultGroup, agency: Partial<Pick<AgencyRef, 'id' | 'code'>>): Promise<AgencySheet> {
    const edition = await this.editionOf(em, cycle);
    if (edition) {
      const stored = await this.snapshots.findSheet(em, edition.snapshotId, agency);
      return this.withPrevious(em, cycle, stored && { agency: stored.agency, row: stored, sheet: stored.sheet, edition });
    }
    const computed = (await this.compute(em, cycle, group)).find((row) => row.agency.id === agency.id);
    return this.withPrevious(em, cycle, computed && { agency: computed.agency, row: figuresOf(computed), sheet: computed.sheet, edition });
  }

  private async withPrevious(
    em: EntityManager,
    { year }: ResultCycle,
    found: { readonly agency: AgencyRef; readonly row: Parameters<typeof resultRow>[1]; readonly sheet: Sheet; readonly edition: EditionView | null } | null | undefined,
  ): Promise<AgencySheet> {
    if (!found) {
      throw new DomainError('result.none');
    }
    const earlier = await this.previous.list(em, year, [found.agency.id]);
    return { row: resultRow(found.agency, found.row, earlier.get(found.agency.id)), sheet: found.sheet, edition: found.edition };
  }

  private editionOf(em: EntityManager, { id, phase }: ResultCycle): Promise<EditionView | null> {
    return phase === 'published' ? this.snapshots.findNewest(em, id) : Promise.resolve(null);
  }

  private async compute(em: EntityManager, { id: cycleId }: ResultCycle, { groupCode, groupName, criteriaSetId }: ResultGroup): Promise<readonly AgencyRow[]> {
    const { set: criteriaSet } = await this.sets.load(em, criteriaSetId);
    const agencies = await this.groups.list(em, { cycleId, criteriaSetIds: [criteriaSetId], states: HANDED_IN });
    return rowsOf(groupDocumentOf({ groupCode, groupName, criteriaSet, agencies: agencies.map(({ record }) => record) }));
  }
}

function groupOf({ groups }: ResultCycle, groupCode: string | undefined): ResultGroup {
  const group = groupCode === undefined ? groups[0] : groups.find((one) => one.groupCode === groupCode);
  if (!group) {
    throw new DomainError('record.not-found');
  }
  return group;
}

function assertSeesSheet(actor: Actor, { phase }: ResultCycle, agencyId: string): void {
  if (phase === 'published') {
    return;
  }
  if (belongsTo(actor, agencyId)) {
    if (!hasReached(phase, 'preliminary')) {
      throw new DomainError('access.own-agency');
    }
    return;
  }
  if (!actor.permissions.has('result.read-provisional')) {
    throw new DomainError('result.none');
  }
}

/** Who decided what is for the agency itself and for who may read provisional results; others see the decision alone. */
const seesNames = (actor: Actor, agencyId: string): boolean => belongsTo(actor, agencyId) || actor.permissions.has('result.read-provisional');

const withoutNames = (line: SheetLine): SheetLine => ({ ...line, layers: line.layers.map((layer) => ({ ...layer, decidedBy: '' })) });

/** The lines of a sheet, each leaf with its explanation. */
export function linesOf(set: CompiledSet, { lines, best, exempt }: Sheet): readonly SheetLine[] {
  return lines.map((line) => {
    const mark = best[line.code];
    const context = mark ? { best: mark, exempt } : { exempt };
    return { ...line, trace: line.leaf ? explainLeaf(set, line.code, line.inForce, context) : null };
  });
}
