import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type CloseItemRequest,
  type ConcludedView,
  type CouncilItemView,
  holds,
  type ItemAction,
  type ItemOutcome,
  itemRefusalOf,
  type ProposeRequest,
  referralRefusalOf,
  type ReferredView,
  type Tally,
  tallyOf,
} from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { assertVersion, lockOne } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { AssessmentMoves } from '../appraisal/assessment-moves.service';
import { CouncilMatters } from '../appraisal/council-matters.service';
import { Cycle } from '../cycle/cycle.entity';
import { contextOfItem } from './council.mapper';
import { CouncilGathering } from './council-gathering.service';
import { CouncilItem } from './council-item.entity';
import { required, subjectOf } from './council-place';
import { CouncilProposal } from './council-proposal.entity';
import { CouncilReading, readerOf } from './council-reading.service';
import type { ItemRow } from './council.repository';
import { CouncilVote } from './council-vote.entity';
import { CouncilVoteRevision } from './council-vote-revision.entity';

/** How an item ends. */
interface Ending {
  readonly outcome: ItemOutcome;
  readonly carried: CouncilProposal | null;
}

@Injectable()
export class CouncilService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reading: CouncilReading,
    private readonly gathering: CouncilGathering,
    private readonly matters: CouncilMatters,
    private readonly moves: AssessmentMoves,
  ) {}

  /** Brings a criterion before the council. While the council sits its vote opens at once. */
  refer(actor: Actor, { assessmentId, code }: { readonly assessmentId: string; readonly code: string }, reason: string): Promise<ReferredView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { record, appraiser } = await this.matters.lock(tx.em, assessmentId, code);
      const refusal = referralRefusalOf(actor, { agencyId: record.agency.id, phase: record.phase }, appraiser);
      if (refusal) {
        throw new DomainError(refusal);
      }
      const given = required(reason);
      const item = await this.gathering.open(tx, { cycleId: record.cycleId, assessmentId, code, origin: 'referral', reason: given, openedBy: actor.id });
      if (!item) {
        throw new DomainError('council.already-open', { code });
      }
      if (record.phase === 'council') {
        await this.gathering.openVote(tx, item);
      }
      return { itemId: item.id, code, state: record.phase === 'council' ? 'voting' : 'gathered' };
    });
  }

  /** A member's award beside the proposals that are there. */
  propose(actor: Actor, id: string, { awarded, reason }: ProposeRequest): Promise<CouncilItemView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.lock(tx, actor, id, 'propose');
      const matter = await this.matters.read(tx.em, item.assessmentId, item.code);
      const { answer, points } = this.matters.award(matter, awarded, reason);
      const text = points === null ? null : String(points);
      const row = { itemId: id, kind: 'award', decisionKind: 'award', answer, points: text, reason: reason.trim(), proposedBy: actor.id };
      await tx.em.insert(CouncilProposal, row as object);
      await tx.audit('council.proposed', subjectOf(item), { itemId: id, code: item.code, points: text, reason: reason.trim() });
      return this.reading.get(actor, id, tx.em);
    });
  }

  /** The actor's vote, on the version of it that they read; 0 where there was none. */
  vote(actor: Actor, id: string, version: number, proposalId: string): Promise<CouncilItemView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.lock(tx, actor, id, 'vote');
      assertVersion({ version: item.voteVersion }, version);
      await this.proposalOf(tx.em, id, proposalId);
      const next = version + 1;
      await tx.em.query(CAST, [id, actor.id, proposalId, next]);
      await tx.em.insert(CouncilVoteRevision, { itemId: id, userId: actor.id, proposalId, version: next });
      await tx.audit('council.voted', subjectOf(item), { itemId: id, code: item.code });
      return this.reading.get(actor, id, tx.em);
    });
  }

  /**
   * Ends an item by its votes: a majority becomes the council's layer; at a tie the chair names one of the leading proposals; without a majority the
   * appraisal stands. What it comes to is never the closer's to choose but at a tie.
   */
  close(actor: Actor, id: string, version: number, request: CloseItemRequest): Promise<CouncilItemView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const item = await this.lock(tx, actor, id, 'close');
      assertVersion(item, version);
      const votes = await tx.em.findBy(CouncilVote, { itemId: id });
      const ending = await this.endingOf(tx.em, id, tallyOf(item.entitled, votes), request);
      const reason = request.reason.trim();
      const points = ending.carried ? await this.conclude(tx, actor, item, { proposal: ending.carried, reason }) : null;
      const closed = { state: 'closed', outcome: ending.outcome, carriedId: ending.carried?.id ?? null, chairReason: reason, closedBy: actor.id, closedAt: tx.now };
      await tx.em.update(CouncilItem, { id }, closed as object);
      const line = { itemId: id, code: item.code, outcome: ending.outcome, points: points === null ? null : String(points), reason };
      await tx.audit('council.item-closed', subjectOf(item), line);
      return this.reading.get(actor, id, tx.em);
    });
  }

  /** Concludes every assessment of the cycle that has no open item left. */
  concludeAll(actor: Actor, cycleId: string): Promise<ConcludedView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const cycle = await lockOne(tx.em, Cycle, { id: cycleId });
      if (!holds(actor, ['council-chair'])) {
        throw new DomainError('access.denied');
      }
      if (cycle.phase !== 'council') {
        throw new DomainError('council.phase-closed');
      }
      const done: readonly { readonly id: string }[] = await tx.em.query(CONCLUDABLE, [cycleId, readerOf(actor).agencyIds]);
      const moved = await this.moves.move(tx, { cycleId, assessmentIds: done.map(({ id }) => id), action: 'close-council', reason: null });
      const open = await tx.em.countBy(CouncilItem, [{ cycleId, state: 'gathered' }, { cycleId, state: 'voting' }]);
      return { concluded: moved.length, open };
    });
  }

  private async lock(tx: Transaction, actor: Actor, id: string, action: ItemAction): Promise<ItemRow> {
    const item = await this.reading.lock(tx.em, actor, id);
    const refusal = itemRefusalOf(actor, contextOfItem(item), action);
    if (refusal) {
      throw new DomainError(refusal);
    }
    return item;
  }

  private async proposalOf(em: EntityManager, itemId: string, id: string): Promise<CouncilProposal> {
    const proposal = await em.findOneBy(CouncilProposal, { id, itemId });
    if (!proposal) {
      throw new DomainError('council.proposal-unknown');
    }
    return proposal;
  }

  private async endingOf(em: EntityManager, id: string, tally: Tally, { proposalId, reason }: CloseItemRequest): Promise<Ending> {
    if (tally.kind === 'none') {
      return { outcome: 'stands', carried: null };
    }
    if (tally.kind === 'majority') {
      return { outcome: 'majority', carried: await this.proposalOf(em, id, tally.proposalId) };
    }
    if (proposalId === undefined || !tally.proposalIds.includes(proposalId)) {
      throw new DomainError('council.tie');
    }
    required(reason);
    return { outcome: 'chair', carried: await this.proposalOf(em, id, proposalId) };
  }

  private conclude(tx: Transaction, actor: Actor, { assessmentId, code }: ItemRow, { proposal, reason }: { readonly proposal: CouncilProposal; readonly reason: string }) {
    const words = [reason, proposal.reason].find((text) => text !== '') ?? 'Theo biểu quyết của Hội đồng thẩm định.';
    return this.matters.conclude(tx, actor.id, { assessmentId, code, kind: proposal.decisionKind, answer: proposal.answer, reason: words });
  }
}

const CAST = `
  insert into council_vote (item_id, user_id, proposal_id, version) values ($1, $2, $3, $4)
  on conflict (item_id, user_id) do update set proposal_id = excluded.proposal_id, version = excluded.version, voted_at = now()`;

const CONCLUDABLE = `
  select a.id from assessment a where a.cycle_id = $1 and a.state = 'reappraised' and a.agency_id <> all($2::uuid[])
    and not exists (select from council_item i where i.assessment_id = a.id and i.state <> 'closed')`;
