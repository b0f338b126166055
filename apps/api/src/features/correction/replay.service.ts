import { Injectable } from '@nestjs/common';
import { type Actor, belongsTo, hasReached, type ReplayRow, type ReplayView } from '@par-index/contract';
import { type CompiledSet, compileCriteriaSet } from '@par-index/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { digestOf } from '../../platform/digest/digest';
import { DomainError } from '../../platform/problem/domain-error';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { CriteriaReview } from '../criteria/criteria-review.service';
import { CriteriaSet } from '../criteria/criteria-set.entity';
import { type Blocker, correctionBlockers } from './correction-blockers';
import { type ReplayedAssessment, type ReplayedCycle, ReplayRepository } from './replay.repository';
import { type RefusedLine, refusedLines, replayedRows, type Versions } from './replayed';
import { versionRef } from './version-ref';

/** A replay with everybody in it, as a correction records it. Never goes out as it is. */
export interface FullReplay extends Versions {
  readonly cycle: ReplayedCycle;
  readonly from: CriteriaSet;
  readonly to: CriteriaSet;
  readonly assessments: readonly ReplayedAssessment[];
  readonly rows: readonly ReplayRow[];
  readonly refused: readonly RefusedLine[];
  readonly blockers: readonly Blocker[];
  readonly digest: string;
}

/** The answers of a cycle under another version of its set: who moves in points and rank, and by which criteria. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly replays: ReplayRepository,
    private readonly compiled: CompiledSets,
    private readonly reviewing: CriteriaReview,
  ) {}

  async get(actor: Actor, setId: string, cycleId: string): Promise<ReplayView> {
    return replayFor(actor, await this.full(this.dataSource.manager, setId, cycleId));
  }

  /** Refuses a draft that has errors: there is nothing to score by. */
  async full(em: EntityManager, setId: string, cycleId: string): Promise<FullReplay> {
    const to = await getSet(em, setId);
    const after = await this.compile(em, to);
    const cycle = await this.replays.getCycle(em, cycleId, to.groupCode);
    const from = await getSet(em, cycle.criteriaSetId);
    const before = await this.compile(em, from);
    const assessments = await this.replays.list(em, cycle);
    const rows = replayedRows({ before, after }, assessments);
    const refused = refusedLines({ before, after }, assessments);
    const proposals = await this.replays.listOpenProposals(em, cycle);
    const blockers = correctionBlockers({ before, after, phase: cycle.phase, from, to, refused, proposals });
    const digest = digestOf({ cycleId, from: [from.id, from.digest], to: [to.id, to.digest], rows, refused, blockers });
    return { cycle, from, to, before, after, assessments, rows, refused, blockers, digest };
  }

  /** A draft is compiled anew each time: only what is published stays what it is. */
  private async compile(em: EntityManager, set: CriteriaSet): Promise<CompiledSet> {
    return set.state === 'draft' ? compileCriteriaSet(await this.reviewing.getSound(em, set.document)) : this.compiled.compiledSet(set.id, set.document);
  }
}

async function getSet(em: EntityManager, id: string): Promise<CriteriaSet> {
  const set = await em.findOneBy(CriteriaSet, { id });
  if (!set) {
    throw new DomainError('record.not-found');
  }
  return set;
}

/** The lines that the actor may see: before the agencies see their results, none of an agency that they belong to. */
export const isWithheldFrom = (actor: Pick<Actor, 'grants'>, { phase }: Pick<ReplayedCycle, 'phase'>) => {
  const isEarly = !hasReached(phase, 'preliminary');
  return ({ id }: { readonly id: string }): boolean => isEarly && belongsTo(actor, id);
};

export function replayFor(actor: Pick<Actor, 'grants'>, { cycle, from, to, rows, refused, blockers, digest }: FullReplay): ReplayView {
  const isWithheld = isWithheldFrom(actor, cycle);
  const shown = rows.filter(({ agency }) => !isWithheld(agency));
  const named = refused.filter(({ agency, layer }) => layer === null || !isWithheld(agency));
  return {
    cycleId: cycle.id,
    cycleTitle: cycle.title,
    before: versionRef(from),
    after: versionRef(to),
    rows: shown,
    withheld: rows.map(({ agency }) => agency).filter(isWithheld),
    moved: movedIn(shown),
    refused: named.map(({ agency, code, title, blocks }) => ({ agency, code, title, blocks })),
    correctionBlockers: blockersFor(isWithheld, blockers),
    digest,
  };
}

/** What an own agency is not to know yet stands there as one line without a name: that something blocks, and not what. */
function blockersFor(isWithheld: (agency: { readonly id: string }) => boolean, blockers: readonly Blocker[]): readonly string[] {
  const texts = blockers.map(({ text, tellsOf }) => (tellsOf !== null && isWithheld({ id: tellsOf }) ? UNNAMED : text));
  return [...new Set(texts)];
}

const UNNAMED = 'Có nội dung mà bạn chưa được xem trước khi thông báo kết quả sơ bộ. Hãy nhờ người không thuộc cơ quan được đánh giá đó xem giúp.';

function movedIn(rows: readonly ReplayRow[]): ReplayView['moved'] {
  const count = (moves: (row: ReplayRow) => boolean): number => rows.filter(moves).length;
  return {
    points: count(({ before, after }) => before.points !== after.points || before.index !== after.index),
    rank: count(({ before, after }) => before.rank !== after.rank),
    agencies: rows.length,
  };
}
