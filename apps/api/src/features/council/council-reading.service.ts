import { Injectable } from '@nestjs/common';
import {
  type Actor,
  BLIND_ASSIGNERS,
  blindSettingRefusalOf,
  type CouncilItemSummary,
  type CouncilItemView,
  type CouncilView,
  holds,
  itemRefusalOf,
  type ItemState,
  openBlindActions,
  openItemActions,
  type Page,
} from '@par-index/contract';
import { type CompiledSet, scoreLeaf } from '@par-index/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import { lockOne } from '../../platform/database/lock';
import { containing } from '../../platform/database/search';
import { pageOf, type Slice } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { type CouncilMatter, CouncilMatters } from '../appraisal/council-matters.service';
import { CompiledSets } from '../criteria/compiled-sets.service';
import { BlindRepository, type BlindRow, viewerOf } from './blind.repository';
import { CouncilItem } from './council-item.entity';
import { contextOfBlind, contextOfItem, leafNodeOf, lockedInWords, toBlindView, toProposalView } from './council.mapper';
import { type BlindStanding, CouncilRepository, type ItemRow, type ProposalRow, type Reader } from './council.repository';

export interface ItemQuery {
  readonly cycleId: string;
  readonly state: ItemState | null;
  readonly blind: BlindStanding | null;
  readonly search: string | null;
  readonly slice: Slice;
}

/** The council's items for reading; never of an agency that the reader belongs to. */
@Injectable()
export class CouncilReading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly council: CouncilRepository,
    private readonly blinds: BlindRepository,
    private readonly matters: CouncilMatters,
    private readonly sets: CompiledSets,
  ) {}

  async list(actor: Actor, { cycleId, state, blind, search, slice }: ItemQuery): Promise<Page<CouncilItemSummary>> {
    const em = this.dataSource.manager;
    const filter = { cycleId, state, blind, search: search === null ? null : containing(search) };
    const { items, total } = await this.council.list(em, readerOf(actor), filter, slice);
    const sets = await this.sets.loadAll(em, items.map(({ criteriaSetId }) => criteriaSetId));
    const titleOf = (set: CompiledSet | undefined, code: string): string => set?.leaf(code)?.title ?? code;
    const summaries = items.map(({ criteriaSetId, ...item }) => ({ ...item, title: titleOf(sets.get(criteriaSetId), item.code) }));
    return pageOf(summaries, total, slice);
  }

  async sitting(actor: Actor, cycleId: string, em: EntityManager = this.dataSource.manager): Promise<CouncilView> {
    const row = await this.council.sitting(em, readerOf(actor), cycleId);
    if (!row) {
      throw new DomainError('record.not-found');
    }
    const { blindMode: mode, blindThreshold: threshold, blindVersion: version, ...figures } = row;
    const mayConclude = holds(actor, ['council-chair']) && row.phase === 'council' && row.concludable > 0;
    const blind = { mode, threshold, version, mayEdit: blindSettingRefusalOf(actor, row) === null };
    return { cycleId, ...figures, now: row.now.toISOString(), mayConclude, blind, mayAssignBlind: holds(actor, BLIND_ASSIGNERS) };
  }

  /** The item locked for change; refuses as `get` does. */
  async lock(em: EntityManager, actor: Actor, id: string): Promise<ItemRow> {
    await lockOne(em, CouncilItem, { id });
    return this.find(em, actor, id);
  }

  /** Refuses with `record.not-found` what is not there and what is about the reader's own agency. */
  async get(actor: Actor, id: string, em: EntityManager = this.dataSource.manager): Promise<CouncilItemView> {
    const item = await this.find(em, actor, id);
    const matter = await this.matters.read(em, item.assessmentId, item.code);
    return viewOf(actor, { item, matter, proposals: await this.council.listProposals(em, id), blind: await this.blinds.find(em, viewerOf(actor), id) });
  }

  private async find(em: EntityManager, actor: Actor, id: string): Promise<ItemRow> {
    const item = await this.council.find(em, readerOf(actor), id);
    if (!item) {
      throw new DomainError('record.not-found');
    }
    return item;
  }
}

export const readerOf = (actor: Actor): Reader => ({ userId: actor.id, agencyIds: [...new Set(actor.grants.map(({ agencyId }) => agencyId))] });

/** Of points, where the set says nothing. */
const MOST_DECIMALS = 4;

interface Read {
  readonly item: ItemRow;
  readonly matter: CouncilMatter;
  readonly proposals: readonly ProposalRow[];
  readonly blind: BlindRow | null;
}

/** Who voted what is told to nobody; how many voted for what, to the chair at once and to the others when the item is closed. */
function viewOf(actor: Actor, { item, matter, proposals, blind }: Read): CouncilItemView {
  const { id, cycleId, assessmentId, origin, reason, state, entitled, cast, outcome, chairReason, explanation, actingChair, previousId, nextId, version } = item;
  const context = contextOfItem(item);
  const counts = state === 'closed' || itemRefusalOf(actor, context, 'close') === null;
  const { leaf, set, declared, layers, record } = matter;
  return {
    ...{ id, cycleId, assessmentId, origin, reason, state, entitled, cast, outcome, chairReason, explanation, actingChair, previousId, nextId, version },
    agency: record.agency,
    criterion: leafNodeOf(leaf),
    decimals: set.set.rounding?.points ?? MOST_DECIMALS,
    declared,
    declaredPoints: declared === null ? null : scoreLeaf(set, leaf.code, declared).points,
    layers,
    proposals: proposals.map((proposal) => toProposalView(proposal, counts ? proposal.votes : null)),
    myVote: item.votedFor === null ? null : { proposalId: item.votedFor, version: item.voteVersion },
    carried: item.carriedId,
    blind: blind && toBlindView(blind),
    blindActions: openBlindActions(actor, contextOfBlind(item, blind)),
    openActions: openItemActions(actor, context),
    lockedBecause: lockedInWords(itemRefusalOf(actor, context, 'vote')),
  };
}
