import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ItemOrigin } from '@par-index/contract';
import { type CompiledLeaf, formatNumber, scoreLeaf } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../platform/database/domain-events';
import type { Transaction } from '../../platform/database/unit-of-work';
import { CouncilMatters } from '../appraisal/council-matters.service';
import { type PhaseConsequences, PhaseEffects, type PhaseStep } from '../cycle/phase-effects.service';
import { BlindAssignment } from './blind-assignment.service';
import { CouncilItem } from './council-item.entity';
import { CouncilProposal } from './council-proposal.entity';

export interface NewItem {
  readonly cycleId: string;
  readonly assessmentId: string;
  readonly code: string;
  readonly origin: ItemOrigin;
  readonly reason: string;
  readonly openedBy: string | null;
}

/** Brings before the council what belongs there, and opens the vote on it. Running it again adds nothing twice. */
@Injectable()
export class CouncilGathering implements OnModuleInit {
  constructor(
    private readonly matters: CouncilMatters,
    private readonly blinds: BlindAssignment,
    private readonly events: DomainEvents,
    private readonly effects: PhaseEffects,
  ) {}

  /** After the appraisal's part of the same opening, which completes what was left of the second appraisal. */
  onModuleInit(): void {
    this.events.on('cycle.phase-opened', (tx, { to, cycleId }) => (to === 'council' ? this.convene(tx, cycleId) : Promise.resolve()));
    this.events.on('assessment.moved', (tx, { to, cycleId, assessmentId }) => (to === 'reappraised' ? this.gatherLate(tx, cycleId, assessmentId) : Promise.resolve()));
    this.effects.add((em, step) => this.consequences(em, step));
  }

  /** Gathers what was explained and is still not as the agency asks, and opens the vote on everything gathered. */
  async convene(tx: Transaction, cycleId: string): Promise<void> {
    const standing: readonly { readonly id: string }[] = await tx.em.query(
      `select id from assessment where cycle_id = $1 and state = 'reappraised' order by id`,
      [cycleId],
    );
    await this.gather(tx, cycleId, standing.map(({ id }) => id));
    for (const item of await tx.em.find(CouncilItem, { where: { cycleId, state: 'gathered' }, order: { id: 'ASC' } })) {
      await this.openVote(tx, item);
    }
  }

  /** What completes its second appraisal while the council sits comes before it at once. */
  private async gatherLate(tx: Transaction, cycleId: string, assessmentId: string): Promise<void> {
    const sitting: readonly unknown[] = await tx.em.query(`select from cycle where id = $1 and phase = 'council'`, [cycleId]);
    if (sitting.length > 0) {
      for (const item of await this.gather(tx, cycleId, [assessmentId])) {
        await this.openVote(tx, item);
      }
    }
  }

  /** The items that were not there before. */
  private async gather(tx: Transaction, cycleId: string, assessmentIds: readonly string[]): Promise<readonly CouncilItem[]> {
    const opened: CouncilItem[] = [];
    for (const { assessmentId, code } of await this.matters.disagreements(tx.em, assessmentIds)) {
      const item = await this.open(tx, { cycleId, assessmentId, code, origin: 'disagreement', reason: '', openedBy: null });
      opened.push(...(item ? [item] : []));
    }
    return opened;
  }

  /** A new item, or null where the criterion is before the council already. */
  async open(tx: Transaction, { cycleId, assessmentId, code, origin, reason, openedBy }: NewItem): Promise<CouncilItem | null> {
    if (await tx.em.existsBy(CouncilItem, [{ assessmentId, code, state: 'gathered' }, { assessmentId, code, state: 'voting' }])) {
      return null;
    }
    const item = await tx.em.save(tx.em.create(CouncilItem, { cycleId, assessmentId, code, origin, reason, openedBy }));
    await tx.audit('council.item-opened', { id: assessmentId, cycleId }, { itemId: item.id, code, origin, reason });
    return item;
  }

  /** Settles who is entitled, and lists what the agency and the appraisal propose. */
  async openVote(tx: Transaction, { id, assessmentId, cycleId, code }: CouncilItem): Promise<void> {
    const entitled: readonly unknown[] = await tx.em.query(ENTITLE, [id]);
    const { max } = await this.listProposals(tx, { id, assessmentId, code });
    await tx.em.update(CouncilItem, { id }, { state: 'voting' });
    await tx.audit('council.vote-opened', { id: assessmentId, cycleId }, { itemId: id, code, entitled: entitled.length });
    if (!(await this.blinds.draw(tx, { id, assessmentId, cycleId, code, max }))) {
      await tx.raise('council.vote-wanted', { cycleId, assessmentId, code });
    }
  }

  private async listProposals({ em }: Transaction, { id, assessmentId, code }: Pick<CouncilItem, 'id' | 'assessmentId' | 'code'>): Promise<CompiledLeaf> {
    const { set, leaf, declared, inForce, inForceKind } = await this.matters.read(em, assessmentId, code);
    const pointsOf = (answer: typeof declared): string | null => {
      const { points } = scoreLeaf(set, code, answer);
      return points === null ? null : String(points);
    };
    const proposals = [
      ...(declared === null ? [] : [{ itemId: id, kind: 'agency' as const, decisionKind: 'accept' as const, answer: declared, points: pointsOf(declared) }]),
      { itemId: id, kind: 'appraisal' as const, decisionKind: inForceKind, answer: inForce, points: pointsOf(inForce) },
    ];
    await em.insert(CouncilProposal, proposals as object[]);
    return leaf;
  }

  private async consequences(em: EntityManager, { cycleId, to }: PhaseStep): Promise<PhaseConsequences> {
    if (to !== 'preliminary') {
      return {};
    }
    const open = await em.countBy(CouncilItem, [{ cycleId, state: 'gathered' }, { cycleId, state: 'voting' }]);
    return open === 0 ? {} : { blockers: [`Hội đồng thẩm định còn ${formatNumber(open)} nội dung chưa kết luận. Chủ tịch Hội đồng hãy kết luận trước.`] };
  }
}

/** Members of the council who do not belong to the item's agency, whatever else they are. */
const ENTITLE = `
  insert into council_entitled (item_id, user_id)
  select distinct i.id, g.user_id
  from council_item i
  join assessment a on a.id = i.assessment_id
  join user_grant g on g.role in ('council-member', 'council-chair')
  join user_account u on u.id = g.user_id and u.active
  where i.id = $1 and not exists (select from user_grant own where own.user_id = g.user_id and own.agency_id = a.agency_id)
  returning user_id`;
